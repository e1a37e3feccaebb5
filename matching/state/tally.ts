import type { Lexicon } from '../vocabulary/lexicon.ts';

/** How many of something have each word or skill, by number. Whoever has one keeps it in the lexicon. */
export interface Tally {
  add(number: number): void;
  take(number: number): void;
  /** How many have it; nobody has `NONE`. */
  of(number: number): number;
  /** Every word or skill that somebody has. */
  entries(lexicon: Lexicon): Iterable<[term: string, count: number]>;
}

/** A tally of nothing. Memory follows the largest number counted. */
export function createTally(): Tally {
  let counts = new Int32Array(256);

  function grow(number: number): void {
    const larger = new Int32Array(2 ** Math.ceil(Math.log2(number + 1)));
    larger.set(counts);
    counts = larger;
  }

  return {
    add(number) {
      if (number >= counts.length) grow(number);
      counts[number] = (counts[number] ?? 0) + 1;
    },
    take(number) {
      counts[number] = (counts[number] ?? 0) - 1;
    },
    of: (number) => counts[number] ?? 0,
    *entries(lexicon) {
      for (const [number, count] of counts.entries()) if (count > 0) yield [lexicon.term(number), count];
    },
  };
}
