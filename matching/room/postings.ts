import { NONE } from '../vocabulary/lexicon.ts';
import { createBlocks, lengthOf } from './blocks.ts';
import { eachBlock, type Heads, headOf, keyOf, type Side, setHead } from './heads.ts';

/** Everything that somebody has, and everything that they seek. */
export type Chain = 0 | 1;
export const HAD: Chain = 0;
export const SOUGHT: Chain = 1;

/** The postings of one person in a room: a block of the keys that they have, and one of those that they seek, each with its weight. */
export interface Filed {
  slot: number;
  heads: Heads;
  blocks: [had: number, sought: number];
}

/** Weights are filed in whole steps, so that sums of them are exact and do not depend on the order of adding. */
export const STEPS = 1024;

/** A posting is who and how much in one number: `2^11·slot + weight`, the weight in steps; there is room for a million slots. */
const WEIGHT_BITS = 11;
const WEIGHT = (1 << WEIGHT_BITS) - 1;
/** What is had is filed as all of it. */
const FULL = STEPS;

/**
 * Postings for all rooms: for each word or skill and side one block of who has it, in one piece, since reading them is what a
 * room is asked most; and for each person a block of what they have and one of what they seek.
 */
export interface Postings {
  /** Files a word or skill under a person; `weight` in (0, 1] says how much it is sought. */
  file(filed: Filed, side: Side, number: number, weight: number): void;
  /** Takes out all that somebody seeks. */
  unseek(filed: Filed): void;
  /** Takes out some of what somebody has, by `keyOf`. */
  drop(filed: Filed, keys: ReadonlySet<number>): void;
  /**
   * Forgets what somebody has and seeks who left. Their postings stay where they are, so that leaving costs nothing, until
   * `sweep`; nobody else may have their slot before.
   */
  leave(filed: Filed): void;
  /** Takes out the postings of every slot of a room that nobody is at. */
  sweep(heads: Heads, isHere: (slot: number) => boolean): void;
  /**
   * Adds up, by slot, every posting that faces one of what a person has, or seeks, with the weight of the seeking side in
   * steps; returns how many.
   */
  face(filed: Filed, chain: Chain, facing: Facing): number;
  /** Postings filed now. */
  readonly size: number;
  /** Bytes of the typed arrays. */
  readonly bytes: number;
}

/** Sums by slot, and which slots have one, in the order in which they came. */
export interface Sums {
  values: Int32Array;
  met: Int32Array;
  count: number;
}

/** What is left out of a sum, and where the sums stand. */
interface Facing {
  isSkipped: (number: number) => boolean;
  sums: Sums;
}

/** Adds up the postings of a block: each with its own weight, or, where one is given, all with that. Returns how many. */
function addUp(cells: Int32Array, block: number, same: number, sums: Sums): number {
  const { values, met } = sums;
  let { count } = sums;
  const length = lengthOf(cells, block);
  for (let i = block + 1; i <= block + length; i++) {
    const posting = cells[i] ?? 0;
    const slot = posting >> WEIGHT_BITS;
    const before = values[slot] ?? 0;
    if (before === 0) met[count++] = slot;
    values[slot] = before + (same === 0 ? posting & WEIGHT : same);
  }
  sums.count = count;
  return length;
}

/** No postings yet. */
export function createPostings(): Postings {
  // Most words and skills are one person's only; everybody has a few.
  const lists = createBlocks(1);
  const own = createBlocks(3);
  let size = 0;

  function file({ slot, heads, blocks }: Filed, side: Side, number: number, weight: number): void {
    const isSought = (side & 1) === 1;
    const steps = isSought ? Math.max(1, Math.round(weight * STEPS)) : FULL;
    const block = headOf(heads, side, number);
    const now = lists.put(block, (slot << WEIGHT_BITS) | steps);
    if (now !== block) setHead(heads, side, number, now);
    const key = keyOf(side, number);
    if (isSought) blocks[SOUGHT] = own.put(own.put(blocks[SOUGHT], key), steps);
    else blocks[HAD] = own.put(blocks[HAD], key);
    size++;
  }

  function unlist({ slot, heads }: Filed, key: number, steps: number): void {
    const [side, number] = [key & 3, key >> 2];
    const block = headOf(heads, side, number);
    const now = lists.take(block, (slot << WEIGHT_BITS) | steps);
    if (now !== block) setHead(heads, side, number, now);
    size--;
  }

  function unseek(filed: Filed): void {
    const { cells } = own;
    const block = filed.blocks[SOUGHT];
    const end = block + lengthOf(cells, block);
    for (let i = block + 1; i <= end; i += 2) unlist(filed, cells[i] ?? 0, cells[i + 1] ?? 0);
    own.free(block);
    filed.blocks[SOUGHT] = NONE;
  }

  function drop(filed: Filed, keys: ReadonlySet<number>): void {
    const { cells } = own;
    const block = filed.blocks[HAD];
    const filedKeys = cells.slice(block + 1, block + 1 + lengthOf(cells, block));
    for (const key of filedKeys.filter((one) => keys.has(one))) {
      unlist(filed, key, FULL);
      filed.blocks[HAD] = own.take(filed.blocks[HAD], key);
    }
  }

  function leave({ blocks }: Filed): void {
    size -= lengthOf(own.cells, blocks[HAD]) + lengthOf(own.cells, blocks[SOUGHT]) / 2;
    for (const block of blocks) own.free(block);
  }

  function sweep(heads: Heads, isHere: (slot: number) => boolean): void {
    eachBlock(heads, (block) => lists.sift(block, (posting) => isHere(posting >> WEIGHT_BITS)));
  }

  /** Adds up the postings that face a key. */
  function add({ heads }: Filed, key: number, same: number, { isSkipped, sums }: Facing): number {
    const number = key >> 2;
    // The two sides of a word or skill lie beside one another.
    const block = headOf(heads, (key & 3) ^ 1, number);
    if (block === NONE || isSkipped(number)) return 0;
    return addUp(lists.cells, block, same, sums);
  }

  function face(filed: Filed, chain: Chain, facing: Facing): number {
    const { cells } = own;
    const block = filed.blocks[chain];
    const end = block + lengthOf(cells, block);
    const each = chain === SOUGHT ? 2 : 1;
    let read = 0;
    for (let i = block + 1; i <= end; i += each)
      read += add(filed, cells[i] ?? 0, chain === SOUGHT ? (cells[i + 1] ?? 0) : 0, facing);
    return read;
  }

  return {
    file,
    unseek,
    drop,
    leave,
    sweep,
    face,
    get size() {
      return size;
    },
    get bytes() {
      return lists.bytes + own.bytes;
    },
  };
}
