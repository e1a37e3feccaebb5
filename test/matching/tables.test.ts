import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seatings, type Table, type Tie } from '../../matching/tables.ts';
import { applyAll, arrived, changed, focus, NOON, testEngine } from './builders.ts';

const total = (tables: readonly Table[]) => tables.reduce((sum, { value }) => sum + value, 0);

const rooms = fc
  .array(
    fc.record({
      a: fc.nat({ max: 8 }),
      b: fc.nat({ max: 8 }),
      value: fc.integer({ min: 1, max: 9 }),
      mutual: fc.boolean(),
    }),
    { maxLength: 24, size: 'max' },
  )
  .map((ties) => [
    ...new Map(
      ties.filter(({ a, b }) => a < b).map((tie): [string, Tie] => [`${tie.a}-${tie.b}`, tie]),
    ).values(),
  ]);

/** The most value of any seating, by trying for each person every table and none. Told apart from the code under test. */
function best(ties: readonly Tie[], size: 3 | 4): number {
  const tie = (x: number, y: number) => ties.find(({ a, b }) => a === Math.min(x, y) && b === Math.max(x, y));
  const worth = (seats: readonly number[]): number => {
    const pairs = seats.flatMap((x, i) => seats.slice(i + 1).map((y) => [x, y, tie(x, y)] as const));
    const isServed = (seat: number) => pairs.some(([x, y, t]) => (x === seat || y === seat) && t?.mutual);
    const isKnown = seats.some((x) => seats.every((y) => x === y || tie(x, y) !== undefined));
    return isKnown && seats.every(isServed) ? pairs.reduce((sum, [, , t]) => sum + (t?.value ?? 0), 0) : 0;
  };
  const subsets = (of: readonly number[], n: number): number[][] =>
    n === 0 ? [[]] : of.flatMap((x, i) => subsets(of.slice(i + 1), n - 1).map((rest) => [x, ...rest]));
  const seat = ([first, ...rest]: readonly number[]): number => {
    if (first === undefined || rest.length < size - 1) return 0;
    const tables = subsets(rest, size - 1).map((others) => [first, ...others]);
    const withFirst = tables
      .filter((seats) => worth(seats) > 0)
      .map((seats) => worth(seats) + seat(rest.filter((x) => !seats.includes(x))));
    return Math.max(seat(rest), ...withFirst);
  };
  return seat([0, 1, 2, 3, 4, 5, 6, 7, 8]);
}

describe('tables', () => {
  for (const size of [3, 4] as const) {
    it(`of ${size} are never worse than greedy, never better than the best, and nearly the best for up to nine people`, () => {
      let [found, ideal] = [0, 0];
      fc.assert(
        fc.property(rooms, (ties) => {
          const { greedy, searched } = seatings(ties, size);
          const most = best(ties, size);

          assert.ok(total(searched) >= total(greedy) && total(searched) <= most + 1e-9);
          const seated = searched.flatMap(({ seats }) => seats);
          assert.equal(new Set(seated).size, seated.length);
          found += total(searched);
          ideal += most;
        }),
        { seed: 34, numRuns: 150 },
      );
      assert.ok(found >= 0.95 * ideal, `${found} of ${ideal}`);
    });
  }

  it('and pairs come from the engine with reasons for every seat, nobody twice', () => {
    const people = ['ann', 'bob', 'cas', 'dee'];
    const offers = ['vat', 'logo', 'logo', 'photo'];
    const wants = ['logo', 'vat', 'vat', 'hiring'];
    const engine = applyAll(testEngine(), [
      ...people.map((id, i) => changed(id, { offers: [offers[i] ?? ''] })),
      ...people.map((id, i) => arrived(id, '', { focus: focus('', [wants[i] ?? '']) })),
    ]);

    const pairs = engine.pairing({ spaceId: 'utrecht', at: NOON });
    const tables = engine.tables({ spaceId: 'utrecht', at: NOON, size: 3 });

    const met = pairs.flatMap(({ pair }) => pair);
    assert.equal(new Set(met).size, met.length);
    assert.ok(pairs.length > 0);
    for (const { reasons } of pairs) assert.ok(reasons[0].length + reasons[1].length > 0);
    assert.equal(tables.length, 1);
    for (const { people: seated, pairs: ties } of tables) {
      for (const seat of seated) {
        assert.ok(
          ties.some(({ pair, reasons }) => pair.includes(seat) && reasons.every(({ length }) => length > 0)),
        );
      }
    }
    assert.deepEqual(engine.pairing({ spaceId: 'nowhere', at: NOON }), []);
    assert.throws(() => engine.pairing({ spaceId: 'utrecht', at: Number.NaN }), /^RangeError: at:/);
  });
});
