import { createTermNumbers, NONE } from './term-numbers.ts';

/** What somebody has, or seeks. */
export type Side = 0 | 1;
export const HAS: Side = 0;
export const SEEKS: Side = 1;

/** The first posting of each term of one room, by the number of the term and the side: `2·term + side`. */
export interface Heads {
  first: Int32Array;
}

/** The postings of one person in a room: a chain a side that begins at the latest. */
export interface Filed {
  slot: number;
  heads: Heads;
  chains: [has: number, seeks: number];
}

/** Weights are filed in whole steps, so that sums of them are exact and do not depend on the order of adding. */
export const STEPS = 1024;

/**
 * Postings for all rooms in one slab of typed arrays: who, which term and side, how much it weighs; the next and the
 * previous of the same term, the next of the same person. Freed postings are used again, so that memory follows the
 * largest number filed at once.
 */
export interface Postings {
  /** Files a term under a person; `weight` in (0, 1] says how much it is sought, and means nothing of what is had. */
  file(filed: Filed, side: Side, term: string, weight: number): void;
  /** Takes out those postings of one side of a person that are asked for: all of them, or some. */
  unfile(filed: Filed, side: Side, isMeant?: (term: string) => boolean): void;
  /** Reads every posting that faces one of a person's own, with the weight of the seeking side in steps; returns how many. */
  face(
    filed: Filed,
    isSkipped: (term: string) => boolean,
    meet: (slot: number, weight: number) => void,
  ): number;
  /** Postings filed now. */
  readonly size: number;
  /** Bytes of the typed arrays. */
  readonly bytes: number;
}

/** No heads: a room in which nobody is yet. */
export function emptyHeads(): Heads {
  return { first: new Int32Array(64).fill(NONE) };
}

function grown(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(old);
  return larger;
}

/** The head of a term in a room; grows the table when a later term comes. */
function headOf(heads: Heads, key: number): number {
  return key < heads.first.length ? (heads.first[key] ?? NONE) : NONE;
}

function setHead(heads: Heads, key: number, posting: number): void {
  if (key >= heads.first.length) {
    const larger = new Int32Array(2 ** Math.ceil(Math.log2(key + 1))).fill(NONE);
    larger.set(heads.first);
    heads.first = larger;
  }
  heads.first[key] = posting;
}

/** A slab without postings. */
export function createPostings(): Postings {
  const numbers = createTermNumbers();
  let capacity = 1024;
  let who = new Int32Array(capacity);
  let keys = new Int32Array(capacity);
  let next = new Int32Array(capacity);
  let previous = new Int32Array(capacity);
  let sibling = new Int32Array(capacity);
  let weights = new Uint16Array(capacity);
  let free = NONE;
  let used = 0;
  let size = 0;

  function allot(): number {
    size++;
    if (free !== NONE) {
      const posting = free;
      free = next[posting] ?? NONE;
      return posting;
    }
    if (used === capacity) {
      capacity *= 2;
      [who, keys] = [grown(who, capacity), grown(keys, capacity)];
      [next, previous, sibling] = [
        grown(next, capacity),
        grown(previous, capacity),
        grown(sibling, capacity),
      ];
      const heavier = new Uint16Array(capacity);
      heavier.set(weights);
      weights = heavier;
    }
    return used++;
  }

  function file(filed: Filed, side: Side, term: string, weight: number): void {
    const posting = allot();
    const key = 2 * numbers.keep(term) + side;
    const head = headOf(filed.heads, key);
    who[posting] = filed.slot;
    keys[posting] = key;
    weights[posting] = Math.max(1, Math.round(weight * STEPS));
    next[posting] = head;
    previous[posting] = NONE;
    if (head !== NONE) previous[head] = posting;
    setHead(filed.heads, key, posting);
    sibling[posting] = filed.chains[side];
    filed.chains[side] = posting;
  }

  function unlink(posting: number, heads: Heads): void {
    const [left, right] = [previous[posting] ?? NONE, next[posting] ?? NONE];
    const key = keys[posting] ?? 0;
    if (right !== NONE) previous[right] = left;
    if (left !== NONE) next[left] = right;
    else setHead(heads, key, right);
    numbers.releaseNumber(key >> 1);
    next[posting] = free;
    free = posting;
    size--;
  }

  function unfile(filed: Filed, side: Side, isMeant?: (term: string) => boolean): void {
    let kept = NONE;
    for (let posting = filed.chains[side]; posting !== NONE; ) {
      const after = sibling[posting] ?? NONE;
      if (isMeant === undefined || isMeant(numbers.term((keys[posting] ?? 0) >> 1))) {
        unlink(posting, filed.heads);
      } else {
        sibling[posting] = kept;
        kept = posting;
      }
      posting = after;
    }
    filed.chains[side] = kept;
  }

  function face(
    { heads, chains }: Filed,
    isSkipped: (term: string) => boolean,
    meet: (slot: number, weight: number) => void,
  ): number {
    let read = 0;
    for (const side of [SEEKS, HAS]) {
      for (let own = chains[side]; own !== NONE; own = sibling[own] ?? NONE) {
        const key = keys[own] ?? 0;
        // The two sides of a term lie beside one another.
        let posting = headOf(heads, key ^ 1);
        if (posting === NONE || isSkipped(numbers.term(key >> 1))) continue;
        for (; posting !== NONE; posting = next[posting] ?? NONE) {
          meet(who[posting] ?? 0, weights[side === SEEKS ? own : posting] ?? 0);
          read++;
        }
      }
    }
    return read;
  }

  return {
    file,
    unfile,
    face,
    get size() {
      return size;
    },
    get bytes() {
      return 22 * capacity;
    },
  };
}
