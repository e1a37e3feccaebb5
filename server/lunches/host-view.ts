import type { HostTable, HostTableState } from './contract.ts';
import type { LunchTableState } from './lifecycle.ts';
import type { LunchTableDocument } from './model.ts';

/** The states that hosts see; what is over is simply gone. */
const HOST_STATES = {
  proposed: 'proposed',
  asked: 'asked',
  set: 'set',
  lapsed: undefined,
  dropped: undefined,
} as const satisfies Record<LunchTableState, HostTableState | undefined>;

/** A table as hosts see it: none, or one. Who has answered what is nobody's to see before it is set. */
export function hostTableOf(table: LunchTableDocument): HostTable[] {
  const { _id: tableId, number, people, pairs, topic, beginsAt, answersUntil, yes, talked } = table;
  const state = HOST_STATES[table.state];
  if (!state) return [];
  const isSet = state === 'set';
  const seated = isSet ? people.filter((person) => yes.includes(person)) : people;
  return [
    {
      tableId,
      state: isSet && talked.length > 1 ? 'met' : state,
      number,
      people: seated,
      pairs: pairs.filter(({ pair }) => pair.every((person) => seated.includes(person))),
      beginsAt: beginsAt.toISOString(),
      ...(topic === undefined ? {} : { topic }),
      ...(state === 'asked' && answersUntil ? { answersUntil: answersUntil.toISOString() } : {}),
    },
  ];
}
