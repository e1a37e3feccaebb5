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
  /** Takes an entry out that is in a block; the last takes its place. Returns `NONE` where none is left. */
  take(block: number, entry: number): number;
  /** Takes all entries out. */
  free(block: number): void;
  /** Bytes of the slab. */
  readonly bytes: number;
}

/** How many entries a block holds. */
export const lengthOf = (cells: Int32Array, block: number) => (block === NONE ? 0 : (cells[block] ?? 0) >> 5);

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

  /** A block of twice the cells with the same entries. */
  function moved(block: number, length: number, power: number): number {
    const larger = allot(power + 1);
    cells.copyWithin(larger + 1, block + 1, block + 1 + length);
    cells[larger] = (cells[larger] ?? 0) + POWERS * length;
    release(block);
    return larger;
  }

  return {
    get cells() {
      return cells;
    },
    put(block, entry) {
      let place = block === NONE ? allot(smallest) : block;
      const header = cells[place] ?? 0;
      const [length, power] = [header >> 5, header & (POWERS - 1)];
      if (length + 1 === 1 << power) place = moved(place, length, power);
      cells[place + 1 + length] = entry;
      cells[place] = (cells[place] ?? 0) + POWERS;
      return place;
    },
    take(block, entry) {
      const length = lengthOf(cells, block);
      if (length <= 1) {
        release(block);
        return NONE;
      }
      const last = block + length;
      cells[cells.indexOf(entry, block + 1)] = cells[last] ?? 0;
      cells[block] = (cells[block] ?? 0) - POWERS;
      return block;
    },
    free(block) {
      if (block !== NONE) release(block);
    },
    get bytes() {
      return cells.byteLength;
    },
  };
}
