/** What a quarter of an hour of a room is to whoever looks for one. */
export type QuarterState = 'free' | 'busy' | 'closed' | 'past';

/** One room's day, quarter by quarter. */
export interface RoomDay {
  readonly roomId: string;
  readonly name: string;
  readonly quarters: readonly QuarterState[];
}

/** Quarters [from, to) of a room, counted from the first that is shown. */
export interface Selection {
  readonly roomId: string;
  readonly from: number;
  readonly to: number;
}

/** Is all of it free? */
export function isFree({ quarters }: RoomDay, from: number, to: number): boolean {
  return from >= 0 && to <= quarters.length && quarters.slice(from, to).every((state) => state === 'free');
}

/**
 * What touching a quarter selects. The first touch begins, a second in the same room ends it, before or after; where
 * that crosses something taken, and for another room, it begins anew. Touching the only one chosen lets it go.
 */
export function touched(
  selection: Selection | undefined,
  day: RoomDay,
  quarter: number,
): Selection | undefined {
  if (!isFree(day, quarter, quarter + 1)) return selection;
  const begun: Selection = { roomId: day.roomId, from: quarter, to: quarter + 1 };
  if (selection?.roomId !== day.roomId) return begun;
  if (selection.to - selection.from > 1) return begun;
  if (selection.from === quarter) return undefined;
  return extended(selection, day, quarter) ?? begun;
}

/** The selection stretched to a quarter; `undefined` where something taken lies between. */
export function extended(selection: Selection, day: RoomDay, quarter: number): Selection | undefined {
  const from = Math.min(selection.from, quarter);
  const to = Math.max(selection.to, quarter + 1);
  return isFree(day, from, to) ? { ...selection, from, to } : undefined;
}

/** Where an arrow key leads on the grid, `undefined` past its edge. Along the line the page's direction decides. */
export function stepTo(
  key: string,
  at: { readonly row: number; readonly quarter: number },
  size: { readonly rows: number; readonly quarters: number; readonly isRightToLeft: boolean },
): { row: number; quarter: number } | undefined {
  const onward = size.isRightToLeft ? -1 : 1;
  const steps: Readonly<Record<string, readonly [row: number, quarter: number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowRight: [0, onward],
    ArrowLeft: [0, -onward],
    PageUp: [0, -4],
    PageDown: [0, 4],
    Home: [0, -at.quarter],
    End: [0, size.quarters - 1 - at.quarter],
  };
  const step = steps[key];
  if (!step) return undefined;
  const row = at.row + step[0];
  const quarter = Math.min(size.quarters - 1, Math.max(0, at.quarter + step[1]));
  return row < 0 || row >= size.rows ? undefined : { row, quarter };
}
