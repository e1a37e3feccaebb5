import type { Fact } from '#contract/introductions';
import type { DayPlan } from './day.ts';
import type { Seen, Side, Tally } from './tally.ts';

type NameOf = (skill: string) => string;

interface Names {
  helper: string;
  helped: string;
}

/** A fact as a host reads it in English. */
export function factInEnglish(fact: Fact, { helper, helped }: Names, nameOf: NameOf): string {
  switch (fact.code) {
    case 'offers_what_you_need': {
      const by = fact.need === fact.offer ? '' : ` (offers ${nameOf(fact.offer)})`;
      return `${helper} can help ${helped} with ${nameOf(fact.need)}${by}`;
    }
    case 'helped_with_this_before':
      return `${helper} has helped with ${nameOf(fact.skill)} before`;
    case 'speaks_of_it':
      return `${helper} talks about what ${helped} looks for: ${fact.words.join(', ')}`;
    case 'same_focus':
      return `both are busy with ${nameOf(fact.skill)} today`;
    case 'never_met':
      return 'they have not met yet';
    case 'another_trade':
      return 'they come from different trades';
    case 'another_company':
      return 'they work for different companies';
    case 'newcomer':
      return 'one of them is new here';
  }
}

const onMind = ({ name, focus }: Side) => `${name}: ${focus === '' ? '–' : `“${focus}”`}`;

function readSuggestion(
  { introduction, sides }: Seen,
  index: number,
  day: DayPlan,
  nameOf: NameOf,
): string[] {
  const [a, b] = sides;
  const { reasons, shared, state, pair } = introduction;
  const names = [
    { helper: b.name, helped: a.name },
    { helper: a.name, helped: b.name },
  ] as const;
  const facts = [
    ...reasons[0].map((fact) => factInEnglish(fact, names[0], nameOf)),
    ...reasons[1].map((fact) => factInEnglish(fact, names[1], nameOf)),
    ...shared.map((fact) => factInEnglish(fact, names[0], nameOf)),
  ];
  const really = day.reallyHelped?.(pair) ? '   the records agree: one really helped the other' : '';
  return [
    `${String(index + 1).padStart(3)}. ${onMind(a)}`,
    `     ${onMind(b)}`,
    ...facts.map((fact) => `       · ${fact}`),
    `       ${state}${really}`,
  ];
}

/** The first suggestions of a day as a person reads them, the ones that were offered to both before the others. */
export function readSuggestions(tally: Tally, most: number, day: DayPlan, nameOf: NameOf): string[] {
  const offered = ({ introduction }: Seen) => (introduction.state === 'suggested' ? 1 : 0);
  return tally
    .seen()
    .sort((a, b) => offered(a) - offered(b))
    .slice(0, most)
    .flatMap((seen, index) => readSuggestion(seen, index, day, nameOf));
}

/** What came of the day, in a few sentences. */
export function readSummary(tally: Tally, day: DayPlan): string[] {
  const { came, suggested, offered, accepted, met } = tally.sum();
  const lines = [
    `${came} came. ${suggested} suggestions, ${offered} offered to both, ${accepted} introductions, ${met} met.`,
  ];
  if (day.reallyHelped) {
    const really = tally.seen().filter(({ introduction }) => day.reallyHelped?.(introduction.pair));
    const shown = really.filter(({ introduction }) => introduction.state !== 'suggested');
    lines.push(
      `In the records one of the two really helped the other with a need of that day in ${really.length} of the ` +
        `${suggested} suggested pairs, and in ${shown.length} of the ${offered} that were offered.`,
    );
  }
  return lines;
}
