import type { Slot } from '#contract/quotes';
import { MINUTE } from '#values/clock';
import { instantsAt, type MinuteOfDay, wallTime } from '#values/local-time';
import type { Span } from '#values/span';
import { isClear, liesWithin, type Stretch } from '#values/stretch';

const QUARTER = 15;

/** For how long a door offers its room, and what is better than nothing. */
const OFFERED_MINUTES = [2 * QUARTER, QUARTER] as const;

/** When a day is open, and when something stands in the way. */
interface Day {
  readonly open: readonly Stretch[];
  readonly busy: readonly Stretch[];
}

/**
 * When whoever stands before a room may take it from, the best first. Rooms are let by whole quarters, so it is the
 * quarter-hour that is nearest: nobody pays for more than seven minutes that are over, and nobody waits for longer.
 * Where that one is taken, the quarter that has begun is left.
 */
export function startsAbout(minute: MinuteOfDay): MinuteOfDay[] {
  const begun = minute - (minute % QUARTER);
  const nearest = Math.round(minute / QUARTER) * QUARTER;
  return nearest === begun ? [begun] : [nearest, begun];
}

/** What somebody who stands before a room at this minute could have of it; `undefined` where it is not free now. */
export function walkUp({ open, busy }: Day, minute: MinuteOfDay): Stretch | undefined {
  return OFFERED_MINUTES.flatMap((length) =>
    startsAbout(minute).map((from): Stretch => [from, from + length]),
  ).find((stretch) => liesWithin(stretch, open) && isClear(stretch, busy));
}

const FOLDS = ['earlier', 'later'] as const;

/**
 * A span as the wall of a space shows it, with which of the two is meant where an hour comes twice. Nothing where the
 * clock is set back within it, or the day ends: no two times on that wall mean it.
 */
export function onWall({ from, to }: Span, timeZone: string): Slot | undefined {
  const { date, minute } = wallTime(from, timeZone);
  const until = minute + (to.getTime() - from.getTime()) / MINUTE;
  if (until > 1440) return undefined;
  const shown = [minute, until].map((one) => instantsAt(date, one, timeZone).map((at) => at.getTime()));
  const meant = [from, to].map((end, at) => shown[at]?.indexOf(end.getTime()) ?? -1);
  const folds = new Set(meant.filter((_, at) => (shown[at]?.length ?? 0) > 1));
  if (meant.includes(-1) || folds.size > 1) return undefined;
  const [fold] = [...folds].map((one) => FOLDS[one]);
  return { date, from: minute, to: until, ...(fold ? { fold } : {}) };
}
