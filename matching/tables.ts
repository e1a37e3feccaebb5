/** What two people, by their numbers 0…n−1, are worth to one another; `mutual` where each can do something for the other. */
export interface Tie {
  a: number;
  b: number;
  value: number;
  mutual: boolean;
}

/** Some people at one table, in the order of their numbers; `value` is the sum over their pairs. */
export interface Table {
  seats: readonly number[];
  value: number;
}

type Ties = ReadonlyMap<number, ReadonlyMap<number, Tie>>;

function tiesOf(ties: readonly Tie[]): Ties {
  const beside = new Map<number, Map<number, Tie>>();
  for (const tie of ties) {
    for (const [one, other] of [
      [tie.a, tie.b],
      [tie.b, tie.a],
    ] as const) {
      const near = beside.get(one) ?? new Map<number, Tie>();
      beside.set(one, near.set(other, tie));
    }
  }
  return beside;
}

/** The table of some people, or undefined where a seat has nobody to give to and take from. */
function tableOf(seats: readonly number[], ties: Ties): Table | undefined {
  let value = 0;
  const served = new Set<number>();
  for (const [i, one] of seats.entries()) {
    for (const other of seats.slice(i + 1)) {
      const tie = ties.get(one)?.get(other);
      value += tie?.value ?? 0;
      if (tie?.mutual) served.add(one).add(other);
    }
  }
  return served.size === seats.length ? { seats, value } : undefined;
}

function* choices(of: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= of.length - size; i++) {
    const one = of[i];
    if (one !== undefined) for (const rest of choices(of, size - 1, i + 1)) yield [one, ...rest];
  }
}

/** Tables of a size at which some seat has a tie with all others; most value first. */
function possible(ties: Ties, size: number): Table[] {
  const tables = new Map<string, Table>();
  for (const [centre, near] of ties) {
    for (const others of choices([...near.keys()], size - 1)) {
      const seats = [centre, ...others].sort((a, b) => a - b);
      const key = seats.join();
      if (tables.has(key)) continue;
      const table = tableOf(seats, ties);
      if (table !== undefined) tables.set(key, table);
    }
  }
  return [...tables.values()].sort((x, y) => y.value - x.value || (x.seats.join() < y.seats.join() ? -1 : 1));
}

/** Best table first, then the best of who is left. */
function fill(tables: readonly Table[], taken = new Set<number>()): Table[] {
  return tables.filter(({ seats }) => {
    if (seats.some((seat) => taken.has(seat))) return false;
    for (const seat of seats) taken.add(seat);
    return true;
  });
}

/** One table at a time takes the place of those it touches wherever that gains, then who is left is seated. */
function improved(seated: readonly Table[], tables: readonly Table[], rounds = 8): Table[] {
  let best = [...seated];
  for (let round = 0, moved = true; moved && round < rounds; round++) {
    moved = false;
    for (const table of tables) {
      const touched = best.filter(({ seats }) => seats.some((seat) => table.seats.includes(seat)));
      if (table.value <= touched.reduce((sum, { value }) => sum + value, 0)) continue;
      best = [...best.filter((one) => !touched.includes(one)), table];
      moved = true;
    }
    best.push(...fill(tables, new Set(best.flatMap(({ seats }) => seats))));
  }
  return best.sort((x, y) => y.value - x.value || (x.seats.join() < y.seats.join() ? -1 : 1));
}

/** Both ways of seating people at tables: what greedy does, and what is found from there. */
export function seatings(ties: readonly Tie[], size: 3 | 4): { greedy: Table[]; searched: Table[] } {
  const tables = possible(tiesOf(ties), size);
  const greedy = fill(tables);
  return { greedy, searched: improved(greedy, tables) };
}
