import type { HouseClock } from '#contract/boards';
import { SECOND } from '#values/clock';

/** The house's clock as it was told, and what this browser's stopwatch showed when it was. */
export interface RunningClock {
  readonly at: number;
  readonly heardAt: number;
  readonly speed: number;
}

/** The stopwatch is `performance.now()`: unlike the browser's time, nobody can set it while it runs. */
export function heard({ at, speed }: HouseClock, stopwatch: number): RunningClock {
  return { at: new Date(at).getTime(), heardAt: stopwatch, speed };
}

/** What time it is in the house when the stopwatch shows this. */
export function houseNow({ at, heardAt, speed }: RunningClock, stopwatch: number): number {
  return at + Math.round((stopwatch - heardAt) * speed);
}

/**
 * How long to wait, by the stopwatch, before the house's time is shown anew, when by an ordinary clock it would be
 * `every`. A faster clock is looked at more often, but a screen is not drawn more than once a second.
 */
export function looksEvery(every: number, speed: number): number {
  return Math.max(SECOND, every / Math.max(1, speed));
}
