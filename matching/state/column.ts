/** Values by the number of a word or skill, nearly all of them zero: a sheet to reckon on, wiped after each use. */
export interface Column {
  /** The value at each number; reads as zero, or nothing, where none was written. */
  readonly values: Float64Array;
  /** A bit a number, for `isWritten`. */
  readonly bits: Int32Array;
  /** Writes a value; a negative number, which stands for no term, is passed over. */
  set(number: number, value: number): void;
  add(number: number, value: number): void;
  /** Writes many values at once. */
  lay(numbers: Int32Array, from: ArrayLike<number>): void;
  /** Sets all that was written to zero again. O(what was written). */
  wipe(): void;
}

/**
 * Whether anything was written at a number. The bits of all numbers stay in the nearest cache where the values would not, and
 * nearly every number that is read over a sheet stands for nothing on it.
 */
export function isWritten(bits: Int32Array, number: number): boolean {
  return (((bits[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** A column of zeros. Memory follows the largest number written. */
export function createColumn(): Column {
  let values = new Float64Array(256);
  let bits = new Int32Array(256 / 32);
  const written: number[] = [];

  function grow(number: number): void {
    const larger = new Float64Array(2 ** Math.ceil(Math.log2(number + 1)));
    larger.set(values);
    values = larger;
    const wider = new Int32Array(larger.length / 32);
    wider.set(bits);
    bits = wider;
  }

  function set(number: number, value: number): void {
    if (number < 0) return;
    if (number >= values.length) grow(number);
    values[number] = value;
    bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    written.push(number);
  }

  return {
    get values() {
      return values;
    },
    get bits() {
      return bits;
    },
    set,
    lay(numbers, from) {
      for (let i = 0; i < numbers.length; i++) set(numbers[i] ?? -1, from[i] ?? 0);
    },
    add(number, value) {
      if (number >= 0) set(number, (values[number] ?? 0) + value);
    },
    wipe() {
      for (const number of written) {
        values[number] = 0;
        bits[number >> 5] = 0;
      }
      written.length = 0;
    },
  };
}
