import { gini } from '../evaluate/metrics.ts';
import { PER_DAY } from './host.ts';
import { type Estimate, excess, overDays, shareOf, type Tally } from './intervals.ts';
import type { Offer, TownRecord } from './record.ts';
import { chosen, type Lives, pairedDays, tallyAll, tallyOf } from './worlds.ts';

/** Something the engine must do in the running house, what was found, and in each town. */
export interface Claim {
  claim: string;
  goal: string;
  found: string;
  /** The same number in every town, in the order of the seeds. */
  spread: readonly number[];
  isMet: boolean;
}

const MOST_LOST = 0.03;
const A_REGULAR = 5;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const told = ({ value, low, high }: Estimate) => `${percent(value)} (${percent(low)} … ${percent(high)})`;

const estimate = ({ hits, cases }: Tally) => shareOf(hits, cases);
const share = (tally: Tally) => estimate(tally).value;

/** At equal acceptance, six in ten introductions are of people from other teams and interest groups. */
function crossing(lives: readonly Lives[]): Claim[] {
  const crossed = (record: TownRecord) => tallyOf(chosen(record), (offer) => offer.crosses);
  const ours = estimate(tallyAll(lives, ({ engine }) => crossed(engine)));
  const theirs = estimate(tallyAll(lives, ({ relevance }) => crossed(relevance)));
  const whole = lives.flatMap((life) => pairedDays(life, 'relevance', [0, life.days]));
  const difference = overDays([whole], ([days = []]) => excess(days));
  const spread = lives.map(({ engine }) => share(crossed(engine)));
  return [
    {
      claim: 'introductions cross team and interest group',
      goal: '≥ 60 %',
      found: `${told(ours)}; relevance alone ${told(theirs)}`,
      spread,
      isMet: ours.value >= 0.6,
    },
    {
      claim: '… at equal acceptance: less relevance alone',
      goal: `≥ −${percent(MOST_LOST)} for sure`,
      found: told(difference),
      spread: lives.map((life) => excess(pairedDays(life, 'relevance', [0, life.days]))),
      isMet: difference.low >= -MOST_LOST,
    },
  ];
}

/** Nobody new waits, if anybody fits. */
function welcome(lives: readonly Lives[]): Claim {
  const welcomed = ({ firstVisits }: TownRecord, since = 0): Tally => {
    const due = firstVisits.filter(({ anybodyFits, day }) => anybodyFits && day >= since);
    return { hits: due.filter(({ minutes }) => minutes !== undefined).length, cases: due.length };
  };
  const all = estimate(tallyAll(lives, ({ engine }) => welcomed(engine)));
  const later = share(tallyAll(lives, ({ engine }) => welcomed(engine, 1)));
  return {
    claim: 'newcomers with an offer in 20 minutes',
    goal: '≥ 95 %',
    found: `${told(all)}; after the opening day, when all are new, ${percent(later)}`,
    spread: lives.map(({ engine }) => share(welcomed(engine))),
    isMet: all.value >= 0.95,
  };
}

function busiestDay({ offers }: TownRecord): number {
  const perDay = new Map<string, number>();
  for (const { day, suggestion } of offers)
    for (const id of suggestion.pair) perDay.set(`${day} ${id}`, (perDay.get(`${day} ${id}`) ?? 0) + 1);
  return Math.max(0, ...perDay.values());
}

function caps(lives: readonly Lives[]): Claim {
  const spread = lives.map(({ engine }) => busiestDay(engine));
  const most = Math.max(...spread);
  return {
    claim: 'most offers to one person on one day',
    goal: `≤ ${PER_DAY}`,
    found: `${most}`,
    spread,
    isMet: most <= PER_DAY,
  };
}

function exposureGini({ offers, daysPresent }: TownRecord): number {
  const exposure = new Map<string, number>();
  for (const { suggestion } of offers)
    for (const id of suggestion.pair) exposure.set(id, (exposure.get(id) ?? 0) + 1);
  const regulars = [...daysPresent].filter(([, days]) => days >= A_REGULAR);
  return gini(regulars.map(([id]) => exposure.get(id) ?? 0));
}

function evenness(lives: readonly Lives[]): Claim {
  const spread = lives.map(({ engine }) => exposureGini(engine));
  const mean = spread.reduce((sum, one) => sum + one, 0) / spread.length;
  return {
    claim: `Gini of offers among those present on ${A_REGULAR} days or more`,
    goal: '≤ .5 in every town',
    found: `${mean.toFixed(2)}, at most ${Math.max(...spread).toFixed(2)}`,
    spread,
    isMet: Math.max(...spread) <= 0.5,
  };
}

const STEPS = [
  ['accepted by both', ({ isAccepted }: Offer) => isAccepted],
  ['met', ({ isMet }: Offer) => isMet],
  ['useful to one or both', ({ isUseful }: Offer) => isUseful],
] as const;

/** The engine against the lot, drawn in the same rooms among the same people. */
function againstChance(lives: readonly Lives[]): Claim[] {
  return STEPS.map(([name, had]) => {
    const arm = (record: TownRecord, which: 'engine' | 'random') =>
      tallyOf(
        record.offers.filter(({ suggestion }) => suggestion.arm === which),
        had,
      );
    const ours = estimate(tallyAll(lives, ({ engine }) => arm(engine, 'engine')));
    const lot = estimate(tallyAll(lives, ({ engine }) => arm(engine, 'random')));
    return {
      claim: `offers ${name}: engine against random arm`,
      goal: 'intervals apart',
      found: `${told(ours)} against ${told(lot)}`,
      spread: lives.map(({ engine }) => share(arm(engine, 'engine')) - share(arm(engine, 'random'))),
      isMet: ours.low > lot.high,
    };
  });
}

/** What learning adds between the first and the last third, against the same town without it. */
function learning(lives: readonly Lives[]): Claim[] {
  const thirds = (of: readonly Lives[]) => {
    const third = (days: number) => Math.floor(days / 3);
    const first = of.flatMap((life) => pairedDays(life, 'untaught', [0, third(life.days)]));
    const last = of.flatMap((life) =>
      pairedDays(life, 'untaught', [life.days - third(life.days), life.days]),
    );
    return [first, last] as const;
  };
  const gain = overDays(thirds(lives), ([first = [], last = []]) => excess(last) - excess(first));
  const [, last] = thirds(lives);
  const inTheEnd = overDays([last], ([days = []]) => excess(days));
  return [
    {
      claim: 'learning raises acceptance from the first to the last third',
      goal: '> 0 for sure',
      found: told(gain),
      spread: lives.map((life) => excess(thirds([life])[1]) - excess(thirds([life])[0])),
      isMet: gain.low > 0,
    },
    {
      claim: 'acceptance in the last third, less the same town untaught',
      goal: '> 0 for sure',
      found: told(inTheEnd),
      spread: lives.map((life) => excess(thirds([life])[1])),
      isMet: inTheEnd.low > 0,
    },
  ];
}

/** All that the engine claims of the running house, judged by some towns. */
export function judge(lives: readonly Lives[]): Claim[] {
  return [
    ...crossing(lives),
    welcome(lives),
    caps(lives),
    evenness(lives),
    ...againstChance(lives),
    ...learning(lives),
  ];
}
