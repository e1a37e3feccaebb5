import type { Lexicon } from '../vocabulary/lexicon.ts';
import { createTally } from './tally.ts';

const K1 = 1.2;
const B = 0.75;

/** A collection of bags with the counts BM25 needs, kept right one bag at a time. */
export interface Corpus {
  /**
   * Adds (or, with `times` −1, takes back) a bag of a document; a document left empty is gone. Returns the numbers of the
   * terms that came to the document, or went from it.
   */
  change(id: string, bag: ReadonlyMap<string, number>, times?: 1 | -1): number[];
  remove(id: string): void;
  has(id: string): boolean;
  /** A document as numbers, to be read many times over. */
  numbered(id: string): Numbered | undefined;
  /** How often a document says the term of a number. */
  countOf(id: string, number: number): number;
  /** The terms of a document with how often it says each, in the order in which they came. */
  counts(id: string): Iterable<[number: number, count: number]>;
  /** Documents that hold the term of a number. */
  frequency(number: number): number;
  /** Rarity of the term of a number, ≥ 0: `ln(1 + (N − df + ½)/(df + ½))`. */
  idf(number: number): number;
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
  counts: Map<number, number>;
  length: number;
  /** The document as numbers, once somebody asked. */
  numbered: Numbered | undefined;
}

/** BM25's term weight: Robertson & Zaragoza (2009), k1 1.2, b .75. `mean` > 0. */
export function saturation(count: number, length: number, mean: number): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + B * (length / mean)));
}

/** The rarity of something that `df` of `n` have. */
export function rarity(n: number, df: number): number {
  return Math.log(1 + (Math.max(n, df) - df + 0.5) / (df + 0.5));
}

/** An empty corpus. Every document keeps each of its terms once in the lexicon. A change costs O(distinct terms of the bag). */
export function createCorpus(lexicon: Lexicon): Corpus {
  const documents = new Map<string, Document>();
  const holders = createTally();
  let total = 0;
  let postings = 0;

  function come(number: number, count: number, { counts }: Document): void {
    counts.set(number, count);
    holders.add(number);
    postings++;
  }

  function go(number: number, { counts }: Document): void {
    counts.delete(number);
    holders.take(number);
    lexicon.letGo(number);
    postings--;
  }

  function change(id: string, bag: ReadonlyMap<string, number>, times: 1 | -1 = 1): number[] {
    const moved: number[] = [];
    if (bag.size === 0) return moved;
    const document: Document = documents.get(id) ?? { counts: new Map(), length: 0, numbered: undefined };
    const { counts } = document;
    document.numbered = undefined;
    for (const [term, n] of bag) {
      const number = times === 1 ? lexicon.keep(term) : lexicon.of(term);
      const before = counts.get(number) ?? 0;
      const after = before + n * times;
      if (before === 0) come(number, after, document);
      else if (after === 0) go(number, document);
      else {
        counts.set(number, after);
        if (times === 1) lexicon.letGo(number);
      }
      if (before === 0 || after === 0) moved.push(number);
      document.length += n * times;
      total += n * times;
    }
    if (counts.size === 0) documents.delete(id);
    else documents.set(id, document);
    return moved;
  }

  function remove(id: string): void {
    const document = documents.get(id);
    if (document === undefined) return;
    for (const number of [...document.counts.keys()]) go(number, document);
    total -= document.length;
    documents.delete(id);
  }

  const meanLength = () => (documents.size === 0 ? 1 : total / documents.size);

  return {
    change,
    remove,
    has: (id) => documents.has(id),
    numbered(id) {
      const document = documents.get(id);
      if (document === undefined) return undefined;
      document.numbered ??= {
        terms: Int32Array.from(document.counts.keys()),
        counts: Int32Array.from(document.counts.values()),
        length: document.length,
      };
      return document.numbered;
    },
    countOf: (id, number) => documents.get(id)?.counts.get(number) ?? 0,
    counts: (id) => documents.get(id)?.counts ?? [],
    frequency: holders.of,
    idf: (number) => rarity(documents.size, holders.of(number)),
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
