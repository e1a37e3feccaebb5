import { NONE } from '../vocabulary/lexicon.ts';

/** A block's first cell says how many entries it holds, and to which power of two its cells come: `32·length + power`. */
const POWERS = 32;

/**
 * Short lists of whole numbers, each in one piece, all in one slab: a list is a block of cells, its header first. A list that is
 * full moves to a block of twice the cells; a block that is left is used again by the next list of its length, so that memory
 * follows the largest number of entries kept at once.
 */
export interface Blocks {
  /** Every cell; changes when the slab grows. The entries of a block are the `lengthOf` cells behind its first. */
  readonly cells: Int32Array;
  /** Puts an entry at the end of a block, or into a new one where there is `NONE` yet; returns where the block is now. */
  put(block: number, entry: number): number;
  /** Takes an entry out; the last takes its place. Returns `NONE` where none is left. @throws Error where it is not in the block. */
  take(block: number, entry: number): number;
  /** Takes every entry out that is not wanted; returns where the block is now, `NONE` where none is left. */
  sift(block: number, isWanted: (entry: number) => boolean): number;
  /** Takes all entries out. */
  free(block: number): void;
  /** Bytes of the slab. */
  readonly bytes: number;
}

/** How many entries a block holds. */
export const lengthOf = (cells: Int32Array, block: number) => (block === NONE ? 0 : (cells[block] ?? 0) >> 5);

/** From so many entries on the engine's own search is worth calling. */
const LONG = 48;

/** Where an entry stands in a block. @throws Error where it does not: then what is filed and what was kept of it disagree. */
function placeOf(cells: Int32Array, entry: number, first: number, last: number): number {
  let place = last;
  if (last - first > LONG) place = cells.indexOf(entry, first);
  else while (place >= first && cells[place] !== entry) place--;
  if (place < first || place > last) throw new Error(`${entry} is not in the block before ${last}`);
  return place;
}

/** A slab without blocks, of which the smallest will have so many cells, as a power of two. */
export function createBlocks(smallest: number): Blocks {
  let cells = new Int32Array(1024);
  let used = 0;
  /** The first free block of each power; the next one stands in its first cell. */
  const free = new Int32Array(POWERS).fill(NONE);

  function allot(power: number): number {
    const found = free[power] ?? NONE;
    if (found !== NONE) {
      free[power] = cells[found] ?? NONE;
      cells[found] = power;
      return found;
    }
    const block = used;
    used += 1 << power;
    if (used > cells.length) {
      const larger = new Int32Array(Math.max(used, Math.ceil(cells.length * 1.5)));
      larger.set(cells);
      cells = larger;
    }
    cells[block] = power;
    return block;
  }

  function release(block: number): void {
    const power = (cells[block] ?? 0) & (POWERS - 1);
    cells[block] = free[power] ?? NONE;
    free[power] = block;
  }

  /** The first entries of a block in another one, of so many cells as a power of two. */
  function moved(block: number, length: number, power: number): number {
    const other = allot(power);
    cells.copyWithin(other + 1, block + 1, block + 1 + length);
    cells[other] = power + POWERS * length;
    release(block);
    return other;
  }

  /** Ends a block after so many entries; it moves to as few cells as they need. */
  function cut(block: number, length: number): number {
    if (length === 0) {
      release(block);
      return NONE;
    }
    const least = Math.max(smallest, 32 - Math.clz32(length));
    const power = (cells[block] ?? 0) & (POWERS - 1);
    if (least < power) return moved(block, length, least);
    cells[block] = power + POWERS * length;
    return block;
  }

  return {
    get cells() {
      return cells;
    },
    put(block, entry) {
      let place = block === NONE ? allot(smallest) : block;
      const header = cells[place] ?? 0;
      const [length, power] = [header >> 5, header & (POWERS - 1)];
      if (length + 1 === 1 << power) place = moved(place, length, power + 1);
      cells[place + 1 + length] = entry;
      cells[place] = (cells[place] ?? 0) + POWERS;
      return place;
    },
    take(block, entry) {
      const length = lengthOf(cells, block);
      const last = block + length;
      cells[placeOf(cells, entry, block + 1, last)] = cells[last] ?? 0;
      if (length === 1) {
        release(block);
        return NONE;
      }
      cells[block] = (cells[block] ?? 0) - POWERS;
      return block;
    },
    sift(block, isWanted) {
      const length = lengthOf(cells, block);
      let left = 0;
      for (let i = 1; i <= length; i++) {
        const entry = cells[block + i] ?? 0;
        if (isWanted(entry)) cells[block + ++left] = entry;
      }
      return left === length ? block : cut(block, left);
    },
    free(block) {
      if (block !== NONE) release(block);
    },
    get bytes() {
      return cells.byteLength;
    },
  };
}
