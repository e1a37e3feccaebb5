/** What stands for "no number". */
export const NONE = -1;

/** Terms as small whole numbers, each for as long as somebody keeps it, and how many keep it. */
export interface TermNumbers {
  /** Keeps a term once more; returns its number. */
  keep(term: string): number;
  /** Lets go of a term once; the number of one that nobody keeps any more goes to a later term. */
  release(term: string): void;
  /** The same by number. */
  releaseNumber(number: number): void;
  /** The number of a term that stays the same until it is let go, though nobody keeps it; holding is not counted. */
  hold(term: string): number;
  letGo(number: number): void;
  /** The number of a term, or `NONE` where nobody keeps or holds it. */
  of(term: string): number;
  /** The term of a number that is kept. */
  term(number: number): string;
  /** How many keep the term of a number; nobody keeps `NONE`. */
  keepers(number: number): number;
  /** Every term that is kept. */
  entries(): Iterable<[term: string, keepers: number]>;
}

/** Numbers without a term. Memory follows the largest number of terms kept at once. */
export function createTermNumbers(): TermNumbers {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const keepers: number[] = [];
  const holds: number[] = [];
  const free: number[] = [];

  function allot(term: string): number {
    const number = free.pop() ?? terms.length;
    numbers.set(term, number);
    terms[number] = term;
    keepers[number] = 0;
    holds[number] = 0;
    return number;
  }

  function freeUp(number: number): void {
    if ((keepers[number] ?? 0) > 0 || (holds[number] ?? 0) > 0) return;
    numbers.delete(terms[number] ?? '');
    // A free number must not remember a word that nobody says any more.
    terms[number] = '';
    free.push(number);
  }

  function releaseNumber(number: number): void {
    keepers[number] = (keepers[number] ?? 0) - 1;
    freeUp(number);
  }

  return {
    keep(term) {
      const number = numbers.get(term) ?? allot(term);
      keepers[number] = (keepers[number] ?? 0) + 1;
      return number;
    },
    release(term) {
      const number = numbers.get(term);
      if (number !== undefined) releaseNumber(number);
    },
    releaseNumber,
    hold(term) {
      const number = numbers.get(term) ?? allot(term);
      holds[number] = (holds[number] ?? 0) + 1;
      return number;
    },
    letGo(number) {
      holds[number] = (holds[number] ?? 0) - 1;
      freeUp(number);
    },
    of: (term) => numbers.get(term) ?? NONE,
    term: (number) => terms[number] ?? '',
    keepers: (number) => (number < 0 ? 0 : (keepers[number] ?? 0)),
    *entries() {
      for (const [term, number] of numbers) {
        const count = keepers[number] ?? 0;
        if (count > 0) yield [term, count];
      }
    },
  };
}
