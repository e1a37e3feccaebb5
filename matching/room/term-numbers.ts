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
  /** The number of a term, or `NONE` where nobody keeps it. */
  of(term: string): number;
  /** Brings the numbers of the first of some terms up to date; one that still stands for its term is not looked up. */
  renumber(terms: readonly string[], numbers: Int32Array): void;
  /** The term of a number that is kept. */
  term(number: number): string;
  /** How many keep the term of a number; nobody keeps `NONE`. */
  keepers(number: number): number;
  entries(): Iterable<[term: string, keepers: number]>;
}

/** Numbers without a term. Memory follows the largest number of terms kept at once. */
export function createTermNumbers(): TermNumbers {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const keepers: number[] = [];
  const free: number[] = [];

  function allot(term: string): number {
    const number = free.pop() ?? terms.length;
    numbers.set(term, number);
    terms[number] = term;
    keepers[number] = 0;
    return number;
  }

  function releaseNumber(number: number): void {
    const left = (keepers[number] ?? 0) - 1;
    keepers[number] = left;
    if (left > 0) return;
    numbers.delete(terms[number] ?? '');
    // A free number must not remember a word that nobody says any more.
    terms[number] = '';
    free.push(number);
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
    renumber(asked, known) {
      for (let i = 0; i < known.length; i++) {
        const term = asked[i] ?? '';
        const number = known[i] ?? NONE;
        if (number < 0 || terms[number] !== term) known[i] = numbers.get(term) ?? NONE;
      }
    },
    of: (term) => numbers.get(term) ?? NONE,
    term: (number) => terms[number] ?? '',
    keepers: (number) => (number < 0 ? 0 : (keepers[number] ?? 0)),
    *entries() {
      for (const [term, number] of numbers) yield [term, keepers[number] ?? 0];
    },
  };
}
