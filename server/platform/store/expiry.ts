import type { Engine } from './engine.ts';
import { forgetOldAnswers } from './retryable-writes.ts';

/** Between two sweeps, as in MongoDB. */
export const SWEEP_MS = 60_000;

/** Most documents that one sweep removes by one index. The rest waits for the next, and writes need not wait for it. */
const SWEPT_AT_ONCE = 5_000;

/** Forgets what clients left behind: cursors that nobody reads on, answers that nobody asks for again. */
export function forgetIdle(engine: Engine, now: number): void {
  engine.cursors.closeIdle(now);
  forgetOldAnswers(engine.sql, now);
}

/** Removes what TTL indexes say has expired by `now`; how many documents. */
export function sweep(engine: Engine, now: number): number {
  let removed = 0;
  for (const { database, name, indexes } of engine.catalogue.list()) {
    for (const { expireAfterSeconds, keys, partial } of indexes) {
      const [key] = keys;
      if (expireAfterSeconds === undefined || !key) continue;
      const expired = { [key.path]: { $lte: new Date(now - expireAfterSeconds * 1000) } };
      const filter = partial ? { $and: [expired, partial] } : expired;
      removed += engine.writer.remove({ database, name, filter, variables: {} }, SWEPT_AT_ONCE).removed;
    }
  }
  return removed;
}
