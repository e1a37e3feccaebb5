import assert from 'node:assert/strict';
import blossom from 'edmonds-blossom-fixed';
import fc from 'fast-check';
import { type Edge, isOptimal } from '../../matching/blossom/certificate.ts';
import { createPairing, type Pairing } from '../../matching/blossom/pairing.ts';
import { chance } from '../../matching/chance.ts';
import { graphOf, mostWeight } from './graphs.ts';

const weightOf = (edges: readonly Edge[]) => edges.reduce((sum, { weight }) => sum + weight, 0);

const matchedIn = (edges: readonly Edge[], { mateOf }: Pick<Pairing, 'mateOf'>) =>
  edges.filter(({ a, b }) => mateOf(a) === b);

/** Checks the proof that comes with a pairing; returns what it weighs. */
function provenWeight(edges: readonly Edge[], pairing: Pairing): number {
  const matched = matchedIn(edges, pairing);
  assert.ok(isOptimal(edges, matched, pairing.duals()), `not proven for ${JSON.stringify(edges)}`);
  return weightOf(matched);
}

/** The weight that another implementation finds. */
function othersWeight(edges: readonly Edge[]): number {
  const mates = blossom(edges.map(({ a, b, weight }) => [a, b, weight]));
  return weightOf(edges.filter(({ a, b }) => mates[a] === b));
}

const KINDS = ['uniform', 'zipf', 'geometric'] as const;
/** Few weights make ties, one makes all matchings of a size alike, many make none. */
const WEIGHTS = [1, 2, 5, 2 ** 28] as const;

const smallGraphs = fc.record({
  kind: fc.constantFrom(...KINDS),
  vertices: fc.integer({ min: 2, max: 9 }),
  edges: fc.nat({ max: 14 }),
  weights: fc.constantFrom(...WEIGHTS),
  seed: fc.nat(),
});

describe('a pairing', () => {
  it('weighs what the best of all matchings weighs, for up to nine vertices', () => {
    fc.assert(
      fc.property(smallGraphs, (shape) => {
        const edges = graphOf(shape);

        const pairing = createPairing(edges);

        assert.equal(provenWeight(edges, pairing), mostWeight(edges));
      }),
      { seed: 1965, numRuns: 4000 },
    );
  });

  for (const kind of KINDS) {
    it(`weighs what another implementation finds, and proves it, on ${kind} graphs of up to 300`, () => {
      for (let seed = 0; seed < 160; seed++) {
        const vertices = 10 + Math.floor(chance(`${kind}|${seed}`) ** 3 * 290);
        const edges = graphOf({
          kind,
          vertices,
          edges: vertices * (1 + (seed % 7)),
          weights: WEIGHTS[seed % 4] ?? 1,
          seed,
        });

        const pairing = createPairing(edges);

        assert.equal(provenWeight(edges, pairing), othersWeight(edges));
      }
    });
  }

  it('is the same every time', () => {
    const edges = graphOf({ kind: 'zipf', vertices: 200, edges: 1400, weights: 5 });

    const [one, other] = [createPairing(edges), createPairing(edges)];

    assert.deepEqual(matchedIn(edges, one), matchedIn(edges, other));
    assert.deepEqual(one.duals(), other.duals());
  });

  for (const kind of KINDS) {
    it(`of 2,000 looks at each end of an edge of a ${kind} graph fewer than eight times, and proves what it found`, () => {
      const edges = graphOf({ kind, vertices: 2000, edges: 14_000, weights: 2 ** 28 });

      const pairing = createPairing(edges);

      provenWeight(edges, pairing);
      assert.ok(pairing.work.scans < 8 * 2 * edges.length, `${pairing.work.scans} scans`);
    });
  }

  it('refuses what it cannot take in, and is unchanged then', () => {
    const edges = [{ a: 0, b: 1, weight: 8 }];
    const pairing = createPairing(edges);

    assert.throws(() => createPairing([{ a: 1, b: 1, weight: 4 }]), /^RangeError: edges:/);
    assert.throws(() => createPairing([{ a: 0, b: 1, weight: 2 }]), /^RangeError: edges:/);
    assert.throws(() => pairing.arrive(1, []), /^RangeError: vertex:/);
    assert.throws(() => pairing.arrive(2, [{ b: 7, weight: 4 }]), /^RangeError: edges:/);
    assert.throws(() => pairing.arrive(2, [{ b: 0, weight: Number.NaN }]), /^RangeError: edges:/);
    assert.throws(() => pairing.leave(2), /^RangeError: vertex:/);
    assert.equal(provenWeight(edges, pairing), 8);
    assert.equal(pairing.duals().vertices.size, 2);
  });
});

describe('a pairing, while vertices come and go,', () => {
  /** Plays comings and goings in a graph; calls after each with who is here. */
  function play(
    edges: readonly Edge[],
    turns: number,
    check: (here: Edge[], pairing: Pairing) => void,
  ): void {
    const away = new Set<number>();
    const vertices = [...new Set(edges.flatMap(({ a, b }) => [a, b]))];
    const hereOf = () => edges.filter(({ a, b }) => !away.has(a) && !away.has(b));
    const pairing = createPairing(edges);
    for (let turn = 0; turn < turns; turn++) {
      const one = vertices[Math.floor(chance(`${turn}|who`) * vertices.length)] ?? 0;
      if (away.delete(one)) {
        const own = hereOf().filter(({ a, b }) => a === one || b === one);
        pairing.arrive(
          one,
          own.map(({ a, b, weight }) => ({ b: a === one ? b : a, weight })),
        );
      } else {
        away.add(one);
        pairing.leave(one);
      }
      check(hereOf(), pairing);
    }
  }

  for (const kind of KINDS) {
    it(`weighs what it would from scratch after each of 2,000 turns of a ${kind} graph`, () => {
      for (const weights of WEIGHTS) {
        const edges = graphOf({ kind, vertices: 40, edges: 160, weights });

        play(edges, 500, (here, pairing) => {
          assert.equal(provenWeight(here, pairing), weightOf(matchedIn(here, createPairing(here))));
        });
      }
    });
  }

  it('looks at less than a tenth of what it looks at from scratch', () => {
    const edges = graphOf({ kind: 'uniform', vertices: 2000, edges: 14_000, weights: 2 ** 28 });
    const scratch = createPairing(edges).work.scans;
    let scans = 0;

    play(edges, 100, (_, { work }) => {
      scans = work.scans - scratch;
    });

    assert.ok(scans / 100 < scratch / 10, `${scans / 100} scans a turn, ${scratch} from scratch`);
  });
});

describe('the proof of a pairing', () => {
  const edges = graphOf({ kind: 'uniform', vertices: 30, edges: 120, weights: 5 });
  const pairing = createPairing(edges);
  const matched = matchedIn(edges, pairing);
  const { vertices, sets } = pairing.duals();

  it('stands, and rests on odd sets here', () => {
    assert.ok(isOptimal(edges, matched, { vertices, sets }));
    assert.ok(sets.some(({ dual }) => dual > 0));
  });

  it('fails for a matching of less weight, or for none', () => {
    assert.ok(!isOptimal(edges, matched.slice(1), { vertices, sets }));
    assert.ok(!isOptimal(edges, [...matched, ...matched.slice(0, 1)], { vertices, sets }));
  });

  it('fails for duals that are too low, too high, negative, or of an even set', () => {
    const [first = 0] = matched.map(({ a }) => a);
    const moved = (by: number) =>
      new Map([...vertices].map(([vertex, u]) => [vertex, vertex === first ? u + by : u]));

    assert.ok(!isOptimal(edges, matched, { vertices: moved(-4), sets }));
    assert.ok(!isOptimal(edges, matched, { vertices: moved(4), sets }));
    assert.ok(!isOptimal(edges, matched, { vertices, sets: [...sets, { members: new Set([0]), dual: -4 }] }));
    assert.ok(
      !isOptimal(edges, matched, { vertices, sets: [...sets, { members: new Set([0, 1]), dual: 0 }] }),
    );
  });
});
