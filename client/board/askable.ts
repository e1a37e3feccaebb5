import type { BoardView } from '#contract/boards';

const PAIR = 2;
const SMALLEST_TABLE = 3;

/**
 * What a host may usefully ask of the room now: whether there are enough people at all. Whether they fit the house says
 * when it is asked; who has said no to whom must not be read from a button.
 */
export function askable({ present, lunch }: Pick<BoardView, 'present' | 'lunch'>) {
  const people = Object.values(present);
  const open = people.filter(({ openness }) => openness === 'open');
  const standing = Object.values(lunch.tables).filter(({ state }) => state !== 'proposed');
  const atTables = new Set<string>(standing.flatMap((table) => table.people));
  const hungry = people.filter(({ personId, openness }) => openness !== 'closed' && !atTables.has(personId));
  return { round: open.length >= PAIR, tables: hungry.length >= SMALLEST_TABLE };
}
