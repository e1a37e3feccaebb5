/** Milliseconds in an hour, and in a day; every span of the engine is given in days, every instant in milliseconds. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Half-life of the load an offer puts on a person, in days. */
export const LOAD_HALF_LIFE = 3;

/** Evidence that fades: strength `s` (≥ 0) as it stood at instant `t`. */
export interface Strength {
  s: number;
  t: number;
}

/**
 * What is left of a strength at an instant, by exponential decay: `s·2^(−(at−t)/h)`.
 * An instant before `t` reads as `t`, so a clock that went back never makes evidence grow.
 * Source: forward decay, Cormode, Shkapenyuk, Srivastava & Xu (2009).
 */
export function strengthAt(strength: Strength | undefined, at: number, halfLifeDays: number): number {
  return strength === undefined ? 0 : leftOf(strength.s, at - strength.t, halfLifeDays);
}

/** What is left of a strength `s` after so many milliseconds. */
export function leftOf(s: number, age: number, halfLifeDays: number): number {
  return s * 2 ** (-Math.max(0, age) / (halfLifeDays * DAY));
}

/**
 * The strength after `weight` was added at instant `at`: O(1), nothing is ever recomputed at night.
 * Evidence that arrives late is discounted to the instant the strength already stands at.
 */
export function strengthened(
  old: Strength | undefined,
  weight: number,
  at: number,
  halfLifeDays: number,
): Strength {
  if (old === undefined) return { s: weight, t: at };
  if (at >= old.t) return { s: strengthAt(old, at, halfLifeDays) + weight, t: at };
  return { s: old.s + strengthAt({ s: weight, t: at }, old.t, halfLifeDays), t: old.t };
}
