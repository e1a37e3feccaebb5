import type { Dataset, RoomKind } from './dataset.ts';

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Of every room of a kind: whether one of its helpers and the asker had helped one another before. Rooms in time order. */
export function acquaintedRooms({ needs, helps, rooms }: Dataset, kind: RoomKind): boolean[] {
  const askers = new Map(needs.map(({ id, asker }) => [id, asker]));
  const met = new Set<string>();
  let next = 0;
  return rooms[kind].map(({ need, t, helpers }) => {
    for (let help = helps[next]; help !== undefined && help.t < t; help = helps[++next])
      met.add(pairOf(askers.get(help.need) ?? '', help.helper));
    return helpers.some((helper) => met.has(pairOf(askers.get(need) ?? '', helper)));
  });
}
