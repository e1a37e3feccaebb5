import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assign, type Edge, exact, greedy, searched } from '../../matching/assign.ts';

const weightOf = (edges: readonly Edge[]) => edges.reduce((sum, { weight }) => sum + weight, 0);

/** The most weight any matching has, by trying all. */
function best([edge, ...rest]: readonly Edge[]): number {
  if (edge === undefined) return 0;
  const apart = rest.filter(({ a, b }) => ![a, b].some((end) => end === edge.a || end === edge.b));
  return Math.max(best(rest), edge.weight + best(apart));
}

function isMatching(edges: readonly Edge[]): boolean {
  return new Set(edges.flatMap(({ a, b }) => [a, b])).size === 2 * edges.length;
}

/** Rooms of at most nine people; equal weights come up, because ties are where blossoms go wrong. */
const rooms = fc
  .array(
    fc.tuple(
      fc.nat({ max: 8 }),
      fc.nat({ max: 8 }),
      fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0.01, max: 1, noNaN: true })),
    ),
    { maxLength: 14, size: 'max' },
  )
  .map((triples) => {
    const edges = new Map<string, Edge>();
    for (const [x, y, weight] of triples) {
      const [a, b] = [Math.min(x, y), Math.max(x, y)];
      if (a !== b) edges.set(`${a}-${b}`, { a, b, weight });
    }
    return [...edges.values()];
  });

describe('the assignment of a room', () => {
  it('is as good as the best of all matchings, for up to nine people', () => {
    fc.assert(
      fc.property(rooms, (edges) => {
        const matched = exact(edges);

        assert.ok(isMatching(matched));
        assert.ok(Math.abs(weightOf(matched) - best(edges)) < 1e-6, `${weightOf(matched)} of ${best(edges)}`);
      }),
      { seed: 1965, numRuns: 1500 },
    );
  });

  it('searches to at least what greedy finds, and greedy to at least half of the best', () => {
    fc.assert(
      fc.property(rooms, (edges) => {
        const [plain, better] = [greedy(edges), searched(edges)];

        assert.ok(isMatching(plain) && isMatching(better));
        assert.ok(weightOf(better) >= weightOf(plain) - 1e-12);
        assert.ok(2 * weightOf(plain) >= best(edges) - 1e-12);
      }),
      { seed: 1999, numRuns: 500 },
    );
  });

  it('refuses what joins no two people', () => {
    assert.throws(() => assign([{ a: 1, b: 1, weight: 1 }]), /^RangeError: edges:/);
    assert.throws(() => assign([{ a: 1, b: 2, weight: Number.NaN }]), /^RangeError: edges:/);
    assert.deepEqual(assign([]), []);
  });
});
