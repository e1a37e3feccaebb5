import type { Lifecycle } from '#values/lifecycle';

/**
 * What a table is in the books. `set` when enough have said yes; `lapsed` when too few had by the time, `dropped` when a
 * host took the proposal back, or it was never asked.
 */
export type LunchTableState = 'proposed' | 'asked' | 'set' | 'lapsed' | 'dropped';

export const LIFECYCLE = {
  proposed: ['asked', 'dropped'],
  asked: ['set', 'lapsed'],
  set: [],
  lapsed: [],
  dropped: [],
} as const satisfies Lifecycle<LunchTableState>;
