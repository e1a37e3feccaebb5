import { createTermNumbers } from './term-numbers.ts';
import { type Bag, pour } from './words.ts';

const K1 = 1.2;
const B = 0.75;

/** A collection of bags with the counts BM25 needs, kept right one bag at a time. */
export interface Corpus {
  /** Adds (or, with `times` −1, takes back) a bag of a document; a document left empty is gone. */
  change(id: string, bag: ReadonlyMap<string, number>, times?: 1 | -1): void;
  remove(id: string): void;
  /** Those of some documents that hold any of the terms, in the order given; reads numbers, not words. */
  holding(terms: readonly { term: string }[], ids: Iterable<string>): string[];
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

interface Document {
  bag: Bag;
  length: number;
  /** The terms as numbers, once somebody asked. */
  numbers?: Int32Array;
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
  const frequencies = new Map<string, number>();
  const numbers = createTermNumbers();
  let total = 0;
  let postings = 0;

  function count(term: string, by: 1 | -1): void {
    const now = (frequencies.get(term) ?? 0) + by;
    postings += by;
    if (now === 0) {
      frequencies.delete(term);
      numbers.forget(term);
    } else frequencies.set(term, now);
  }

  function change(id: string, bag: ReadonlyMap<string, number>, times: 1 | -1 = 1): void {
    if (bag.size === 0) return;
    const document: Document = documents.get(id) ?? { bag: new Map(), length: 0 };
    delete document.numbers;
    for (const [term, n] of bag) {
      const had = document.bag.has(term);
      pour(document.bag, new Map([[term, n]]), times);
      if (document.bag.has(term) !== had) count(term, had ? -1 : 1);
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
    holding(terms, ids) {
      const read: { id: string; numbered: Int32Array }[] = [];
      for (const id of ids) {
        const document = documents.get(id);
        if (document === undefined) continue;
        document.numbers ??= numbers.of(document.bag.keys());
        read.push({ id, numbered: document.numbers });
      }
      // Only now, because a term has no number until a document that holds it was read.
      const isNamed = numbers.flagged(terms.map(({ term }) => term));
      return read.filter(({ numbered }) => isNamed(numbered)).map(({ id }) => id);
    },
    bag: (id) => documents.get(id)?.bag,
    frequency: (term) => frequencies.get(term) ?? 0,
    idf: (term) => rarity(documents.size, frequencies.get(term) ?? 0),
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
