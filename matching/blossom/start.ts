import type { Half, Vertex } from './parts.ts';

const isTight = ({ from, to, weight }: Half) => from.dual + to.dual === weight;

/** Matches a vertex with one that is free as well, where a tight edge allows it. */
function matchTight(vertex: Vertex): void {
  const edge = vertex.edges.find((one) => one.to.match === undefined && isTight(one));
  if (edge === undefined) return;
  vertex.match = edge;
  edge.to.match = edge.back;
}

/** The least dual that leaves no edge of a vertex with a slack under 0. It stands in no blossom. */
export function leastDual({ edges }: Vertex): number {
  return edges.reduce((most, { to, weight }) => Math.max(most, weight - to.dual), 0);
}

/**
 * Gives unmatched vertices feasible duals, each as low as those before it allow, and matches along tight edges. On
 * sparse graphs about half of the vertices are then matched, without a search (Kolmogorov 2009).
 */
export function startFrom(vertices: readonly Vertex[]): void {
  for (const vertex of vertices) {
    vertex.dual = vertex.edges.reduce((most, { weight }) => Math.max(most, weight / 2), 0);
  }
  for (const vertex of vertices) {
    if (vertex.match !== undefined) continue;
    vertex.dual = leastDual(vertex);
    matchTight(vertex);
  }
}
