import type { Counterpart, Fact } from '#contract/introductions';
import type { PersonId } from '#contract/people';
import type { OwnTable, OwnTableState } from './contract.ts';
import type { LunchTableDocument } from './model.ts';

/**
 * What one of a table is in, or `undefined` where there is nothing to see. It reads only this one's own answers until
 * the table is set: who else has answered, and what, changes nothing here.
 */
export function ownTableStateOf(
  { state, yes, no, answersUntil, talked }: LunchTableDocument,
  me: PersonId,
  now: Date,
): OwnTableState | undefined {
  if (state === 'set' && yes.includes(me)) return talked.some(({ by }) => by === me) ? 'met' : 'set';
  if (state !== 'asked' || no.includes(me)) return undefined;
  if (answersUntil && answersUntil <= now) return undefined;
  return yes.includes(me) ? 'waiting' : 'asked';
}

/** The facts of some pairs, each once, in their order. */
function told(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

/** What is said to one of some people: of all pairs that they are in. */
function reasonsFor(me: PersonId, { pairs }: Pick<LunchTableDocument, 'pairs'>) {
  const own = pairs.filter(({ pair }) => pair.includes(me));
  return {
    forYou: told(own.flatMap(({ pair, reasons }) => reasons[pair[0] === me ? 0 : 1])),
    forThem: told(own.flatMap(({ pair, reasons }) => reasons[pair[0] === me ? 1 : 0])),
    // Of a table as such nothing is said but what all of it have in common.
    shared: told(own[0]?.shared ?? []).filter((fact) =>
      pairs.every(({ shared }) => shared.some((other) => JSON.stringify(other) === JSON.stringify(fact))),
    ),
  };
}

/**
 * A table as one of it sees it: none, or one. Others are looked up only once it is set, and then those only who said
 * yes, so that no earlier stage and no later one can leak who did not.
 */
export async function ownTableOf(
  table: LunchTableDocument,
  me: PersonId,
  now: Date,
  cardsOf: (others: readonly PersonId[]) => Promise<Counterpart[]>,
): Promise<OwnTable | undefined> {
  const state = ownTableStateOf(table, me, now);
  if (!state) return undefined;
  const { _id: tableId, topic, pairs, beginsAt, answersUntil, number, yes } = table;
  const isSet = state === 'set' || state === 'met';
  // Once it is set, what somebody who does not come could have given is not said any more.
  const sitting = isSet ? pairs.filter(({ pair }) => pair.every((person) => yes.includes(person))) : pairs;
  const view = {
    tableId,
    state,
    ...(topic === undefined ? {} : { topic }),
    ...reasonsFor(me, { pairs: sitting }),
    beginsAt: beginsAt.toISOString(),
  };
  if (!isSet) return { ...view, ...(answersUntil ? { answersUntil: answersUntil.toISOString() } : {}) };
  return { ...view, number, others: await cardsOf(yes.filter((person) => person !== me)) };
}
