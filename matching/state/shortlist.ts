/** The first few of many by an order that knows no ties but the same thing twice, which then counts once. */
export interface Shortlist<T> {
  offer(one: T): void;
  /** Those that stayed, in order. */
  readonly all: readonly T[];
}

/** An empty list of at most `most`. An offer that does not get in costs one comparison. */
export function createShortlist<T>(most: number, order: (a: T, b: T) => number): Shortlist<T> {
  const all: T[] = [];

  /** Where something belongs, or undefined where it stands already. */
  function placeOf(one: T): number | undefined {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = all[middle];
      const comes = other === undefined ? -1 : order(one, other);
      if (comes === 0) return undefined;
      if (comes < 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return {
    offer(one) {
      const last = all[most - 1];
      if (last !== undefined && order(one, last) >= 0) return;
      const place = placeOf(one);
      if (place === undefined) return;
      all.splice(place, 0, one);
      if (all.length > most) all.pop();
    },
    all,
  };
}
