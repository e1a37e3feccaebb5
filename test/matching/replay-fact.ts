import type {
  EngineEvent,
  Fact,
  Focus,
  PersonFacts,
  PersonId,
  SkillId,
  Vocabulary,
} from '../../matching/index.ts';
import { stem, wordsOf } from '../../matching/vocabulary/words.ts';

const stems = (text: string) => wordsOf(text).map(({ word, script }) => stem(word, script));

/** What the events say of one person. */
interface Told {
  facts?: PersonFacts;
  focus: Focus;
  offered: number;
  everHelped: boolean;
  /** Words of the profile as it stands, and of every help given. */
  profile: Set<string>;
  saidInHelp: Set<string>;
  helps: { skills: readonly SkillId[]; at: number }[];
  met: Set<PersonId>;
}

const nobody = (): Told => ({
  focus: { text: '', skills: [] },
  offered: 0,
  everHelped: false,
  profile: new Set(),
  saidInHelp: new Set(),
  helps: [],
  met: new Set(),
});

/** Tells facts again from the events alone, without the engine. Needs a history without erasures. */
export function createReplay(words: Vocabulary) {
  const people = new Map<PersonId, Told>();

  function of(id: PersonId): Told {
    const known = people.get(id) ?? nobody();
    people.set(id, known);
    return known;
  }

  function meet(a: PersonId, b: PersonId): void {
    of(a).met.add(b);
    of(b).met.add(a);
  }

  function help({
    asker,
    helper,
    need,
    text = '',
    weight,
    at,
  }: Extract<EngineEvent, { type: 'need.helped' }>): void {
    const told = of(helper);
    told.everHelped = true;
    if (weight === 0) return;
    meet(asker, helper);
    told.helps.push({ skills: need.skills, at });
    const names = need.skills.map((skill) => words.namesOf(skill));
    for (const key of stems([text, need.text, ...names].join(' '))) told.saidInHelp.add(key);
  }

  function take(event: EngineEvent): void {
    if (event.type === 'person.changed') {
      const { person } = event;
      const names = person.offers.map((skill) => words.namesOf(skill));
      const told = of(person.personId);
      told.facts = person;
      told.profile = new Set(stems([person.about ?? '', ...names].join(' ')));
    }
    if (event.type === 'presence.started' || event.type === 'presence.changed')
      of(event.personId).focus = event.focus;
    if (event.type === 'pair.offered') for (const id of event.pair) of(id).offered++;
    if (event.type === 'pair.met') meet(...event.pair);
    if (event.type === 'pair.refused' && event.reason === 'acquainted') meet(...event.pair);
    if (event.type === 'need.helped') help(event);
  }

  function isKin(need: SkillId, offer: SkillId): boolean {
    return need === offer || words.parentsOf(need).includes(offer) || words.parentsOf(offer).includes(need);
  }

  /** Whether a fact told to `self` about `other` follows from the events taken so far. */
  function isTrue(fact: Fact, self: PersonId, other: PersonId): boolean {
    const [mine, theirs] = [of(self), of(other)];
    const needed = () => {
      const read = words.propose(mine.focus.text).map(({ skill }) => skill);
      return [...(mine.facts?.needs ?? []), ...mine.focus.skills, ...read];
    };
    const asked = () => stems([mine.focus.text, ...needed().map((skill) => words.namesOf(skill))].join(' '));
    switch (fact.code) {
      case 'offers_what_you_need':
        return (
          needed().includes(fact.need) &&
          theirs.facts?.offers.includes(fact.offer) === true &&
          isKin(fact.need, fact.offer)
        );
      case 'helped_with_this_before':
        return (
          needed().some((need) => isKin(need, fact.skill)) &&
          theirs.helps.some(({ skills, at }) => skills.includes(fact.skill) && at === fact.at)
        );
      case 'speaks_of_it':
        return (
          fact.words.length > 0 &&
          fact.words.length <= 3 &&
          fact.words.every((word) => isShared(word, asked(), theirs))
        );
      case 'same_focus':
        return mine.focus.skills.includes(fact.skill) && theirs.focus.skills.includes(fact.skill);
      case 'never_met':
        return !mine.met.has(other);
      case 'another_trade':
        return !mine.facts?.offers.some((skill) => theirs.facts?.offers.includes(skill));
      case 'another_company':
        return mine.facts?.company !== theirs.facts?.company;
      case 'newcomer':
        return [mine, theirs].some(({ offered, everHelped }) => offered === 0 && !everHelped);
    }
  }

  return { take, isTrue };
}

/** Whether a word was typed, or is of the name of a skill that is asked for, and the other says it. */
function isShared(word: string, asked: readonly string[], theirs: Told): boolean {
  return stems(word).every(
    (key) => asked.includes(key) && (theirs.profile.has(key) || theirs.saidInHelp.has(key)),
  );
}
