import type { MinuteOfDay, OpeningSpan } from './local-time.ts';

/** Minutes of one local day, half-open: [from, to). */
export type Stretch = readonly [MinuteOfDay, MinuteOfDay];

export const ALL_DAY: Stretch = [0, 1440];

/** The same minutes in order, with those that overlap or touch made one. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const found: [MinuteOfDay, MinuteOfDay][] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** When a space is open on a weekday. */
export function openOn(hours: readonly OpeningSpan[], weekday: number): Stretch[] {
  return merged(
    hours.filter((span) => span.weekday === weekday).map(({ opens, closes }): Stretch => [opens, closes]),
  );
}

/** Does a stretch lie within one of these? */
export function liesWithin([from, to]: Stretch, outer: readonly Stretch[]): boolean {
  return outer.some(([opens, closes]) => opens <= from && to <= closes);
}

/** Does a stretch touch none of these? */
export function isClear([from, to]: Stretch, busy: readonly Stretch[]): boolean {
  return busy.every(([start, end]) => end <= from || to <= start);
}

/** The first stretch of this length, within the open ones and clear of the busy ones, that starts no earlier. */
export function firstGap(
  day: { open: readonly Stretch[]; busy: readonly Stretch[] },
  length: number,
  notBefore: MinuteOfDay,
): Stretch | undefined {
  const starts = [notBefore, ...day.open.map(([opens]) => opens), ...day.busy.map(([, ends]) => ends)];
  const fitting = starts
    .filter((start) => start >= notBefore)
    .map((start) => Math.ceil(start / 15) * 15)
    .map((start): Stretch => [start, start + length])
    .filter((gap) => liesWithin(gap, day.open) && isClear(gap, day.busy))
    .sort((a, b) => a[0] - b[0]);
  return fitting[0];
}

/** How much of the open minutes is busy, in basis points; 0 where nothing is open. */
export function occupancyOf(open: readonly Stretch[], busy: readonly Stretch[]): number {
  const length = (stretches: readonly Stretch[]) => stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  const total = length(open);
  if (total === 0) return 0;
  const taken = merged(busy).flatMap(([from, to]) =>
    open.map(([opens, closes]): Stretch => [Math.max(from, opens), Math.min(to, closes)]),
  );
  return Math.round((length(taken.filter(([from, to]) => from < to)) * 10_000) / total);
}
