import { createTermNumbers, type TermNumbers } from '../room/term-numbers.ts';
import type { Bag } from '../vocabulary/words.ts';

const K1 = 1.2;
const B = 0.75;

/** A collection of bags with the counts BM25 needs, kept right one bag at a time. */
export interface Corpus {
  /** Adds (or, with `times` −1, takes back) a bag of a document; a document left empty is gone. */
  change(id: string, bag: ReadonlyMap<string, number>, times?: 1 | -1): void;
  remove(id: string): void;
  /** A document as numbers, to be read many times over. */
  numbered(id: string): Numbered | undefined;
  /** The terms by number, kept once by every document that has them. */
  readonly numbers: TermNumbers;
  /** Documents that hold the term of a number. */
  frequencyOf(number: number): number;
  bag(id: string): ReadonlyMap<string, number> | undefined;
  /** Documents that hold a term. */
  frequency(term: string): number;
  /** Rarity of a term, ≥ 0: `ln(1 + (N − df + ½)/(df + ½))`. */
  idf(term: string): number;
  /** Saturated count of a term in a document of that length; 1 for one occurrence in a document of mean length. */
  saturated(count: number, length: number): number;
  /** Words in a document, counted with repeats. */
  length(id: string): number;
  /** The mean of that over all documents; 1 while there is none. */
  readonly meanLength: number;
  readonly size: number;
  /** Distinct terms, summed over all documents. */
  readonly postings: number;
}

/** The terms of a document by number, how often it says each, and its words in all. */
export interface Numbered {
  terms: Int32Array;
  counts: Int32Array;
  length: number;
}

interface Document {
  bag: Bag;
  length: number;
  /** The document as numbers, once somebody asked. */
  numbered?: Numbered;
}

/** BM25's term weight: Robertson & Zaragoza (2009), k1 1.2, b .75. `mean` > 0. */
export function saturation(count: number, length: number, mean: number): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + B * (length / mean)));
}

/** The rarity of something that `df` of `n` have. */
export function rarity(n: number, df: number): number {
  return Math.log(1 + (Math.max(n, df) - df + 0.5) / (df + 0.5));
}

/** An empty corpus. A change costs O(distinct terms of the bag). */
export function createCorpus(): Corpus {
  const documents = new Map<string, Document>();
  // Every document keeps each of its terms once, so that the keepers of a term are its document frequency.
  const numbers = createTermNumbers();
  let total = 0;
  let postings = 0;

  function change(id: string, bag: ReadonlyMap<string, number>, times: 1 | -1 = 1): void {
    if (bag.size === 0) return;
    const document: Document = documents.get(id) ?? { bag: new Map(), length: 0 };
    delete document.numbered;
    for (const [term, n] of bag) {
      const before = document.bag.get(term) ?? 0;
      const after = before + n * times;
      if (before === 0) {
        // All documents share one string a term: it is hashed once, and compared by looking whether it is the same.
        document.bag.set(numbers.term(numbers.keep(term)), after);
        postings++;
      } else if (after === 0) {
        document.bag.delete(term);
        numbers.release(term);
        postings--;
      } else document.bag.set(term, after);
      document.length += n * times;
      total += n * times;
    }
    if (document.bag.size === 0) documents.delete(id);
    else documents.set(id, document);
  }

  const meanLength = () => (documents.size === 0 ? 1 : total / documents.size);

  return {
    change,
    remove(id) {
      const document = documents.get(id);
      if (document !== undefined) change(id, new Map(document.bag), -1);
    },
    numbered(id) {
      const document = documents.get(id);
      if (document === undefined) return undefined;
      document.numbered ??= {
        terms: Int32Array.from(document.bag.keys(), numbers.of),
        counts: Int32Array.from(document.bag.values()),
        length: document.length,
      };
      return document.numbered;
    },
    numbers,
    frequencyOf: numbers.keepers,
    bag: (id) => documents.get(id)?.bag,
    frequency: (term) => numbers.keepers(numbers.of(term)),
    idf: (term) => rarity(documents.size, numbers.keepers(numbers.of(term))),
    saturated: (n, length) => saturation(n, length, meanLength()),
    length: (id) => documents.get(id)?.length ?? 0,
    get meanLength() {
      return meanLength();
    },
    get size() {
      return documents.size;
    },
    get postings() {
      return postings;
    },
  };
}
