import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assign } from '../../matching/assign.ts';
import type { Edge } from '../../matching/blossom/certificate.ts';
import { mostWeight } from './graphs.ts';

const weightOf = (edges: readonly Edge[]) => edges.reduce((sum, { weight }) => sum + weight, 0);

/** Rooms of at most nine people; equal weights come up, because ties are where blossoms go wrong. */
const rooms = fc
  .uniqueArray(
    fc.record({
      a: fc.nat({ max: 7 }),
      b: fc.integer({ min: 1, max: 8 }),
      weight: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0.01, max: 1, noNaN: true })),
    }),
    { maxLength: 14, size: 'max', selector: ({ a, b }) => `${a}-${b}` },
  )
  .map((edges) => edges.filter(({ a, b }) => a < b));

describe('the assignment of a room', () => {
  it('is as good as the best of all matchings, for up to nine people', () => {
    fc.assert(
      fc.property(rooms, (edges) => {
        const matched = assign(edges);

        const ends = matched.flatMap(({ a, b }) => [a, b]);
        assert.equal(new Set(ends).size, ends.length, 'nobody twice');
        const most = mostWeight(edges);
        assert.ok(Math.abs(weightOf(matched) - most) < 1e-6, `${weightOf(matched)} of ${most}`);
      }),
      { seed: 1965, numRuns: 1500 },
    );
  });

  it('names the best pair first, and what came with it', () => {
    const edges = [
      { a: 0, b: 1, weight: 1, topic: 'tax' },
      { a: 2, b: 3, weight: 2, topic: 'logo' },
    ];

    const matched = assign(edges);

    assert.deepEqual(
      matched.map(({ topic }) => topic),
      ['logo', 'tax'],
    );
  });

  it('counts every edge, however much heavier another is', () => {
    const edges = [
      { a: 0, b: 1, weight: 1e300 },
      { a: 2, b: 3, weight: 1e-300 },
    ];

    const matched = assign(edges);

    assert.deepEqual(matched, edges);
  });

  it('refuses what joins no two people', () => {
    assert.throws(() => assign([{ a: 1, b: 1, weight: 1 }]), /^RangeError: edges:/);
    assert.throws(() => assign([{ a: 1, b: 2, weight: Number.NaN }]), /^RangeError: edges:/);
    assert.deepEqual(assign([]), []);
  });
});
