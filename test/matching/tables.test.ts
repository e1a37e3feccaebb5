import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Engine } from '../../matching/index.ts';
import { seatings, type Table, type Tie } from '../../matching/tables.ts';
import { applyAll, arrived, changed, focus, NOON, testEngine } from './builders.ts';
import { graphOf } from './graphs.ts';

const total = (tables: readonly Table[]) => tables.reduce((sum, { value }) => sum + value, 0);

/** The pairs of nine people. */
const pairs = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((b) => Array.from({ length: b }, (_, a) => ({ a, b })));

/** Rooms of nine people in which about two pairs of three have a tie. */
const rooms = fc
  .tuple(
    ...pairs.map((pair) =>
      fc.record({
        a: fc.constant(pair.a),
        b: fc.constant(pair.b),
        value: fc.integer({ min: -4, max: 9 }),
        mutual: fc.boolean(),
      }),
    ),
  )
  .map((ties) => ties.filter(({ value }) => value > 0));

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
      let [first, found, ideal] = [0, 0, 0];
      fc.assert(
        fc.property(rooms, (ties) => {
          const { greedy, searched } = seatings(ties, size);
          const most = best(ties, size);

          assert.ok(total(searched) >= total(greedy) && total(searched) <= most + 1e-9);
          const seated = searched.flatMap(({ seats }) => seats);
          assert.equal(new Set(seated).size, seated.length);
          first += total(greedy);
          found += total(searched);
          ideal += most;
        }),
        { seed: 34, numRuns: 150 },
      );
      assert.ok(found >= 0.995 * ideal && found > first, `${first}, then ${found} of ${ideal}`);
    });
  }

  it('of a large room gain on greedy, because whoever loses a seat is seated again', () => {
    const ties = graphOf({ kind: 'uniform', vertices: 60, edges: 360, weights: 9 }).map(
      ({ a, b, weight }) => ({
        a,
        b,
        value: weight,
        mutual: (a + b) % 2 === 0,
      }),
    );

    const { greedy, searched } = seatings(ties, 4);

    assert.ok(total(searched) > 1.02 * total(greedy), `${total(searched)} against ${total(greedy)}`);
  });

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

  /** Three who can all help each other; cas is open in breaks only. */
  const three = () => {
    const skills = ['vat', 'logo', 'photo'];
    return applyAll(testEngine(), [
      ...['ann', 'bob', 'cas'].map((id, i) => changed(id, { offers: [skills[i] ?? ''] })),
      ...['ann', 'bob', 'cas'].map((id, i) =>
        arrived(id, '', {
          openness: id === 'cas' ? 'breaks' : 'open',
          focus: focus(
            '',
            skills.filter((_, k) => k !== i),
          ),
        }),
      ),
    ]);
  };
  const room = { spaceId: 'utrecht', at: NOON } as const;
  const seatedIn = (engine: Engine, except: string[] = []) =>
    engine.tables({ ...room, size: 3, except }).map(({ people }) => people);

  it('seat whoever is open in breaks, whom pairs leave alone, and nobody who is taken', () => {
    const engine = three();

    assert.deepEqual(seatedIn(engine), [['ann', 'bob', 'cas']]);
    assert.deepEqual(
      engine.pairing(room).map(({ pair }) => pair),
      [['ann', 'bob']],
    );
    assert.deepEqual(seatedIn(engine, ['bob']), []);
    assert.deepEqual(engine.pairing({ ...room, except: ['bob'] }), []);
  });

  it('that were asked are not seated again soon, count once each, and take no place of the day', () => {
    const engine = three();
    const people = ['ann', 'bob', 'cas'];
    const dee = [changed('dee', { offers: ['vat'] }), arrived('dee', '', { focus: focus('', ['logo']) })];
    const bobs = () => engine.suggest('bob', { at: NOON, limit: 9, day: { since: NOON - 1, perPerson: 1 } });

    applyAll(engine, [{ type: 'table.offered', id: 'asked', at: NOON, people }, ...dee]);

    assert.deepEqual(seatedIn(engine), []);
    assert.deepEqual(engine.newcomers('utrecht'), ['dee']);
    assert.deepEqual(
      bobs().map(({ pair }) => pair),
      [['bob', 'dee']],
    );
  });

  it('teach how ready somebody is, whatever the others said', () => {
    const of = (said: boolean) => {
      const engine = three();
      applyAll(engine, [
        { type: 'table.offered', id: 'asked', at: NOON, people: ['ann', 'cas', 'bob'] },
        { type: 'table.answered', id: 'said', at: NOON, by: 'bob', yes: said },
        changed('dee', { offers: ['vat'] }),
        arrived('dee', '', { focus: focus('', ['logo']) }),
      ]);
      return engine.suggest('bob', { at: NOON, limit: 1 })[0]?.value ?? 0;
    };

    assert.ok(of(true) > of(false));
  });
});
