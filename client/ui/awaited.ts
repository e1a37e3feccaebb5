import type { Agreement } from '#contract/bookings';

/** Under which word it is said whose yes a request still waits for. */
export const awaitedOf = (awaits: readonly Agreement[]): Agreement | 'both' =>
  awaits.length > 1 ? 'both' : (awaits[0] ?? 'host');
