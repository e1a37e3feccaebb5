import { NONE } from '../vocabulary/lexicon.ts';

/** What somebody has, or seeks, and once more for what is offered or sought of who offers it; the two that face are one apart. */
export type Side = 0 | 1 | 2 | 3;
export const HAS: Side = 0;
export const SEEKS: Side = 1;
export const OFFERS: Side = 2;
export const SEEKS_OFFER: Side = 3;

/** Everything that somebody has, and everything that they seek. */
export type Chain = 0 | 1;
export const HAD: Chain = 0;
export const SOUGHT: Chain = 1;

/** Words and skills with their side as one number: `4·number + side`. */
export const keyOf = (side: Side, number: number) => 4 * number + side;
const chainOf = (side: number): Chain => ((side & 1) === 1 ? SOUGHT : HAD);

/** The first posting of each word and skill of one room by its number, a table a side. */
export type Heads = Int32Array[];

/** The postings of one person in a room: a chain of what they have and one of what they seek, each from the latest on. */
export interface Filed {
  slot: number;
  heads: Heads;
  chains: [has: number, seeks: number];
}

/** Weights are filed in whole steps, so that sums of them are exact and do not depend on the order of adding. */
export const STEPS = 1024;

/**
 * Postings for all rooms in one slab of typed arrays: who, which word or skill and side, how much it weighs; the next and the
 * previous of the same term, the next of the same person. Freed postings are used again, so that memory follows the
 * largest number filed at once.
 */
export interface Postings {
  /** Files a word or skill under a person; `weight` in (0, 1] says how much it is sought, and means nothing of what is had. */
  file(filed: Filed, side: Side, number: number, weight: number): void;
  /** Takes out what somebody has or seeks: all of it, or what is meant, by `keyOf`. */
  unfile(filed: Filed, chain: Chain, meant?: ReadonlySet<number>): void;
  /** Reads every posting that faces one of a person's own, with the weight of the seeking side in steps; returns how many. */
  face(
    filed: Filed,
    isSkipped: (number: number) => boolean,
    meet: (slot: number, weight: number) => void,
  ): number;
  /** Postings filed now. */
  readonly size: number;
  /** Bytes of the typed arrays. */
  readonly bytes: number;
}

/** No heads: a room in which nobody is yet. */
export function emptyHeads(): Heads {
  return [HAS, SEEKS, OFFERS, SEEKS_OFFER].map(() => new Int32Array(64).fill(NONE));
}

function grown(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(old);
  return larger;
}

/** The first posting that faces a key: the two sides of a word or skill lie beside one another. */
function facing(heads: Heads, key: number): number {
  return heads[(key & 3) ^ 1]?.[key >> 2] ?? NONE;
}

/** Puts another posting first; returns the one that was. Grows the table when a later number comes. */
function replaceHead(heads: Heads, key: number, posting: number): number {
  const [side, number] = [key & 3, key >> 2];
  let table = heads[side] ?? new Int32Array();
  if (number >= table.length) {
    const larger = new Int32Array(2 ** Math.ceil(Math.log2(number + 1))).fill(NONE);
    larger.set(table);
    table = larger;
    heads[side] = larger;
  }
  const first = table[number] ?? NONE;
  table[number] = posting;
  return first;
}

/** A slab without postings. */
export function createPostings(): Postings {
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

  function file(filed: Filed, side: Side, number: number, weight: number): void {
    const posting = allot();
    const key = keyOf(side, number);
    const chain = chainOf(side);
    const head = replaceHead(filed.heads, key, posting);
    who[posting] = filed.slot;
    keys[posting] = key;
    weights[posting] = Math.max(1, Math.round(weight * STEPS));
    next[posting] = head;
    previous[posting] = NONE;
    if (head !== NONE) previous[head] = posting;
    sibling[posting] = filed.chains[chain];
    filed.chains[chain] = posting;
  }

  function unlink(posting: number, heads: Heads): void {
    const [left, right] = [previous[posting] ?? NONE, next[posting] ?? NONE];
    if (right !== NONE) previous[right] = left;
    if (left !== NONE) next[left] = right;
    else replaceHead(heads, keys[posting] ?? 0, right);
    next[posting] = free;
    free = posting;
    size--;
  }

  function unfile(filed: Filed, chain: Chain, meant?: ReadonlySet<number>): void {
    let left = meant?.size ?? size;
    let before = NONE;
    for (let posting = filed.chains[chain]; posting !== NONE && left > 0; ) {
      const after = sibling[posting] ?? NONE;
      if (meant === undefined || meant.has(keys[posting] ?? NONE)) {
        if (before === NONE) filed.chains[chain] = after;
        else sibling[before] = after;
        unlink(posting, filed.heads);
        left--;
      } else before = posting;
      posting = after;
    }
  }

  function face(
    { heads, chains }: Filed,
    isSkipped: (number: number) => boolean,
    meet: (slot: number, weight: number) => void,
  ): number {
    let read = 0;
    for (const chain of [SOUGHT, HAD]) {
      for (let own = chains[chain]; own !== NONE; own = sibling[own] ?? NONE) {
        const key = keys[own] ?? 0;
        let posting = facing(heads, key);
        if (posting === NONE || isSkipped(key >> 2)) continue;
        for (; posting !== NONE; posting = next[posting] ?? NONE) {
          meet(who[posting] ?? 0, weights[chain === SOUGHT ? own : posting] ?? 0);
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
