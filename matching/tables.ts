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
  /** Its place among all tables that may be, the best first. */
  rank: number;
}

/** Ties of a seat, the best, that may put it in the middle of a table. */
const NEAR = 12;
/** Tables of a seat, the best, that are tried in place of others. */
const TRIED = 24;
/** Less is rounding. */
const LEAST_GAIN = 1e-9;

type Ties = ReadonlyMap<number, ReadonlyMap<number, Tie>>;

/** Whether two, by their numbers, are to sit at no table together. */
type Apart = (a: number, b: number) => boolean;

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

/** The table of some people, or undefined where a seat has nobody to give to and take from, or two are to sit apart. */
function tableOf(seats: readonly number[], ties: Ties, areApart: Apart): Omit<Table, 'rank'> | undefined {
  let value = 0;
  const served = new Set<number>();
  for (const [i, one] of seats.entries()) {
    for (const other of seats.slice(i + 1)) {
      if (areApart(one, other)) return undefined;
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

const bestFirst = (x: Table, y: Table) => x.rank - y.rank;
const total = (tables: Iterable<Table>) => [...tables].reduce((sum, { value }) => sum + value, 0);

/** Tables of a size at which some seat has one of its best ties with each of the others; most value first. */
function possible(ties: Ties, size: number, areApart: Apart): Table[] {
  const tables = new Map<string, Omit<Table, 'rank'>>();
  for (const [centre, near] of ties) {
    const best = [...near]
      .sort(([x, one], [y, other]) => other.value - one.value || x - y)
      .slice(0, NEAR)
      .map(([seat]) => seat);
    for (const others of choices(best, size - 1)) {
      const seats = [centre, ...others].sort((a, b) => a - b);
      const key = seats.join();
      if (tables.has(key)) continue;
      const table = tableOf(seats, ties, areApart);
      if (table !== undefined) tables.set(key, table);
    }
  }
  return [...tables]
    .sort(([x, one], [y, other]) => other.value - one.value || (x < y ? -1 : 1))
    .map(([, table], rank) => ({ ...table, rank }));
}

/** Best table first, then the best of who is left. */
function fill(tables: readonly Table[]): Table[] {
  const taken = new Set<number>();
  return tables.filter(({ seats }) => {
    if (seats.some((seat) => taken.has(seat))) return false;
    for (const seat of seats) taken.add(seat);
    return true;
  });
}

/** The best tables of each seat, in the order given. */
function tablesOfSeats(tables: readonly Table[]): ReadonlyMap<number, readonly Table[]> {
  const bySeat = new Map<number, Table[]>();
  for (const table of tables) {
    for (const seat of table.seats) {
      const own = bySeat.get(seat) ?? [];
      if (own.length < TRIED) own.push(table);
      bySeat.set(seat, own);
    }
  }
  return bySeat;
}

/**
 * One table takes the place of those it touches, and whoever loses a seat by that is seated again, best table first,
 * with others who have none: wherever this gains, until nothing does or eight times round.
 */
function improved(seated: readonly Table[], tables: readonly Table[]): Table[] {
  const bySeat = tablesOfSeats(tables);
  const tried = [...new Set([...bySeat.values()].flat())].sort(bestFirst);
  const at = new Map(seated.flatMap((table) => table.seats.map((seat) => [seat, table] as const)));

  function seatAround(table: Table): boolean {
    const out = new Set(table.seats.flatMap((seat) => at.get(seat) ?? []));
    if (out.has(table)) return false;
    const isTaken = (seat: number) => {
      const own = at.get(seat);
      return table.seats.includes(seat) || (own !== undefined && !out.has(own));
    };
    const losing = [...out].flatMap(({ seats }) => seats);
    const free = losing.flatMap((seat) => bySeat.get(seat) ?? []).filter(({ seats }) => !seats.some(isTaken));
    const come = [table, ...fill(free.sort(bestFirst))];
    if (total(come) <= total(out) + LEAST_GAIN) return false;
    for (const seat of losing) at.delete(seat);
    for (const one of come) for (const seat of one.seats) at.set(seat, one);
    return true;
  }

  for (let round = 0; round < 8; round++) if (tried.filter(seatAround).length === 0) break;
  return [...new Set(at.values())].sort(bestFirst);
}

/** Both ways of seating people at tables: what greedy does, and what is found from there. */
export function seatings(
  ties: readonly Tie[],
  size: 3 | 4,
  areApart: Apart = () => false,
): { greedy: Table[]; searched: Table[] } {
  const tables = possible(tiesOf(ties), size, areApart);
  const greedy = fill(tables);
  return { greedy, searched: improved(greedy, tables) };
}
