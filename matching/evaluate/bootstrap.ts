/** A mean difference with its 95 % interval. */
export interface Gain {
  mean: number;
  low: number;
  high: number;
}

/** Repeatable numbers in [0, 1): mulberry32 (Ettinger 2017); a bootstrap draws millions. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The interval that holds the middle 95 % of some values drawn anew (percentile interval, Efron 1979); sorts them. */
export function middleOf(values: number[]): { low: number; high: number } {
  values.sort((a, b) => a - b);
  const at = (share: number) =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

/**
 * Paired bootstrap over needs (Efron 1979; percentile interval): how much `ours` exceeds `theirs` on average, and
 * how sure that is. Both lists hold one score a need, in the same order. Seeded, so it prints the same every time.
 * @throws RangeError when the lists differ in length or are empty.
 */
export function pairedBootstrap(
  ours: readonly number[],
  theirs: readonly number[],
  { seed, rounds = 2000 }: { seed: number; rounds?: number },
): Gain {
  if (ours.length !== theirs.length || ours.length === 0)
    throw new RangeError('ours: one score a need is wanted');
  const gains = ours.map((score, i) => score - (theirs[i] ?? 0));
  const n = gains.length;
  const means: number[] = [];
  const draw = lots(seed);
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += gains[Math.floor(draw() * n)] ?? 0;
    means.push(sum / n);
  }
  return { mean: gains.reduce((a, b) => a + b, 0) / n, ...middleOf(means) };
}
