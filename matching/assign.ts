import type { Edge } from './blossom/certificate.ts';
import { createPairing, STEP } from './blossom/pairing.ts';

/** Weights are rounded to so many parts of the heaviest: whole numbers make the matching exact. */
const PARTS = 2 ** 28;

/** @throws RangeError when an edge joins no two people, or its weight is no positive number. */
function checkEdges(edges: readonly Edge[]): void {
  for (const { a, b, weight } of edges) {
    if (!(Number.isInteger(a) && Number.isInteger(b) && a >= 0 && b >= 0 && a !== b))
      throw new RangeError(`edges: ${a}–${b} joins no two people`);
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`edges: a weight of ${weight}`);
  }
}

/** The same edges with weights in whole steps, none of them 0. */
function inSteps(edges: readonly Edge[]): Edge[] {
  const most = edges.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 0);
  return edges.map(({ a, b, weight }) => ({
    a,
    b,
    weight: STEP * Math.max(1, Math.round((weight / most) * PARTS)),
  }));
}

/**
 * Who should meet whom, nobody twice, so that the weights sum to the most; heaviest first. At most one edge a pair.
 * @throws RangeError naming the edges when one cannot be.
 */
export function assign<E extends Edge>(edges: readonly E[]): E[] {
  checkEdges(edges);
  const { mateOf } = createPairing(inSteps(edges));
  return edges
    .filter(({ a, b }) => mateOf(a) === b)
    .sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
}
