import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { limited } from '#values/errors';

/** Counts a caller's calls; refuses what is over with the seconds to wait. */
export interface RateLimit {
  spend(caller: string): Promise<void>;
}

/** @param points calls that one caller may make in any span of `seconds`. */
export function createRateLimit(points: number, seconds = 60): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async spend(caller) {
      try {
        await limiter.consume(caller);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw limited('too_many_requests', { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
      }
    },
  };
}
