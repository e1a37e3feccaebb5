import { HOUR, later, MINUTE } from '#values/clock';

/** How long to wait after each failed attempt; a mail server that is down for a day loses nobody a mail. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR] as const;

/** When to try again after so many attempts, or `undefined` when it is time to give up. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : later(now, wait);
}
