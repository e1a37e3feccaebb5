import type { Person } from './state.ts';

/** What a row says of a skill: 1 where it is offered; how much it was shown of late, and in all, each as it stood when. */
const OFFERED = 0;
const HABIT = 1;
const LASTING = 3;
const ROW = 5;

/** What somebody offers or has shown: the numbers, to be searched in one go, and a row of evidence for each. */
export interface Holdings {
  numbers: Int32Array;
  rows: Float64Array;
}

/** A strength as it stands in a row. */
interface Shown {
  s: number;
  age: number;
}

const shownAt = ({ rows }: Holdings, start: number, at: number): Shown => {
  return { s: rows[start] ?? 0, age: at - (rows[start + 1] ?? 0) };
};

/** Whether the skill at a place is offered. */
export const isOffered = ({ rows }: Holdings, place: number) => rows[ROW * place + OFFERED] === 1;

/** How much the skill at a place was shown of late, and how long that is ago. */
export const habitOf = (holdings: Holdings, place: number, at: number) =>
  shownAt(holdings, ROW * place + HABIT, at);

/** The same of all that was ever shown. */
export const lastingOf = (holdings: Holdings, place: number, at: number) =>
  shownAt(holdings, ROW * place + LASTING, at);

function laidOut({ facts, held, shown }: Person): Holdings {
  const rows = new Float64Array(ROW * held.size);
  const offers = new Set(facts.offers);
  let start = 0;
  for (const skill of held.keys()) {
    rows[start + OFFERED] = offers.has(skill) ? 1 : 0;
    // What was never shown is a strength of zero.
    const { habit, lasting } = shown.get(skill) ?? {};
    rows.set([habit?.s ?? 0, habit?.t ?? 0], start + HABIT);
    rows.set([lasting?.s ?? 0, lasting?.t ?? 0], start + LASTING);
    start += ROW;
  }
  return { numbers: Int32Array.from(held.values()), rows };
}

/** What somebody holds, laid out once until it changes. */
export function holdingsOf(person: Person): Holdings {
  person.holdings ??= laidOut(person);
  return person.holdings;
}
