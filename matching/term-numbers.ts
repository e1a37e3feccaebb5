/** Terms as small whole numbers, so that documents can be compared by reading arrays in place of words. */
export interface TermNumbers {
  /** The numbers of some terms; new terms get one. */
  of(terms: Iterable<string>): Int32Array;
  /** Gives the number of a term that no document holds any more to a later one. */
  forget(term: string): void;
  /** A question that holds until the next call: does a document name any of these terms? */
  flagged(terms: readonly string[]): (document: Int32Array) => boolean;
}

/** Numbers without a term. Memory follows the largest number of terms known at once. */
export function createTermNumbers(): TermNumbers {
  const numbers = new Map<string, number>();
  const free: number[] = [];
  let flags = new Uint32Array(256);
  let epoch = 0;

  function numberOf(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = free.pop() ?? numbers.size;
    numbers.set(term, number);
    if (number < flags.length) return number;
    const larger = new Uint32Array(flags.length * 2);
    larger.set(flags);
    flags = larger;
    return number;
  }

  return {
    of: (terms) => Int32Array.from(terms, numberOf),
    forget(term) {
      const number = numbers.get(term);
      if (number === undefined) return;
      numbers.delete(term);
      free.push(number);
    },
    flagged(terms) {
      epoch++;
      for (const term of terms) {
        const number = numbers.get(term);
        if (number !== undefined) flags[number] = epoch;
      }
      return (document) => {
        for (const number of document) if (flags[number] === epoch) return true;
        return false;
      };
    },
  };
}
