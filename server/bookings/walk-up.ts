import type { MinuteOfDay } from '#values/local-time';
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
