import { NONE } from '../vocabulary/lexicon.ts';

/** What somebody has, or seeks, and once more for what is offered or sought of who offers it; the two that face are one apart. */
export type Side = 0 | 1 | 2 | 3;
export const HAS: Side = 0;
export const SEEKS: Side = 1;
export const OFFERS: Side = 2;
export const SEEKS_OFFER: Side = 3;

/** Words and skills with their side as one number: `4·number + side`. */
export const keyOf = (side: Side, number: number) => 4 * number + side;

/** The block of each word and skill of one room by its number, a table a side. */
export type Heads = Int32Array[];

/** No heads: a room in which nobody is yet. */
export function emptyHeads(): Heads {
  return [HAS, SEEKS, OFFERS, SEEKS_OFFER].map(() => new Int32Array(64).fill(NONE));
}

/** Where the block of a word or skill is, or `NONE`. */
export const headOf = (heads: Heads, side: number, number: number) => heads[side]?.[number] ?? NONE;

/** Writes where a block is now. Grows the table when a later number comes. */
export function setHead(heads: Heads, side: number, number: number, block: number): void {
  let table = heads[side] ?? new Int32Array();
  if (number >= table.length) {
    const larger = new Int32Array(2 ** Math.ceil(Math.log2(number + 1))).fill(NONE);
    larger.set(table);
    table = larger;
    heads[side] = larger;
  }
  table[number] = block;
}

/** Puts another block in place of each. */
export function eachBlock(heads: Heads, replaced: (block: number) => number): void {
  for (const table of heads) {
    for (let number = 0; number < table.length; number++) {
      const block = table[number] ?? NONE;
      if (block !== NONE) table[number] = replaced(block);
    }
  }
}
