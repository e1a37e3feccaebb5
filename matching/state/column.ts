/** Numbers by the number of a term, nearly all of them zero: a sheet to reckon on, wiped after each use. */
export interface Column {
  /** The value at each number; reads as zero, or nothing, where none was written. */
  readonly values: Float64Array;
  /** Writes a value; a negative number, which stands for no term, is passed over. */
  set(number: number, value: number): void;
  add(number: number, value: number): void;
  /** Writes many values at once. */
  lay(numbers: Int32Array, from: ArrayLike<number>): void;
  /** Sets all that was written to zero again. O(what was written). */
  wipe(): void;
}

/** A column of zeros. Memory follows the largest number written. */
export function createColumn(): Column {
  let values = new Float64Array(256);
  const written: number[] = [];

  function grow(number: number): void {
    const larger = new Float64Array(2 ** Math.ceil(Math.log2(number + 1)));
    larger.set(values);
    values = larger;
  }

  function set(number: number, value: number): void {
    if (number < 0) return;
    if (number >= values.length) grow(number);
    values[number] = value;
    written.push(number);
  }

  return {
    get values() {
      return values;
    },
    set,
    lay(numbers, from) {
      for (let i = 0; i < numbers.length; i++) set(numbers[i] ?? -1, from[i] ?? 0);
    },
    add(number, value) {
      if (number >= 0) set(number, (values[number] ?? 0) + value);
    },
    wipe() {
      for (const number of written) values[number] = 0;
      written.length = 0;
    },
  };
}
