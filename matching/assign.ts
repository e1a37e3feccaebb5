import blossom from 'edmonds-blossom-fixed';

/** An edge between two people, by their numbers 0…n−1; `weight` > 0. */
export interface Edge {
  a: number;
  b: number;
  weight: number;
}

/** Up to so many people the matching is exact. */
export const MOST_EXACT = 200;
/** Weights are rounded to this many steps: the blossom's slacks are exact in whole numbers only. */
const STEPS = 2 ** 30;

/** @throws RangeError when an edge joins a vertex to itself, or its weight is no positive number. */
function checkEdges(edges: readonly Edge[]): void {
  for (const { a, b, weight } of edges) {
    if (!(Number.isInteger(a) && Number.isInteger(b) && a >= 0 && b >= 0 && a !== b))
      throw new RangeError(`edges: ${a}–${b} joins no two people`);
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`edges: a weight of ${weight}`);
  }
}

const heaviestFirst = (edges: readonly Edge[]) =>
  [...edges].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);

/** Heaviest edge first: at least half the weight of the best matching (Preis 1999). O(m log m). */
export function greedy(edges: readonly Edge[]): Edge[] {
  const taken = new Set<number>();
  return heaviestFirst(edges).filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
}

/**
 * Greedy, then one edge at a time takes the place of the at most two it touches wherever that gains; never worse than
 * greedy, so at least half of the best. Bounded by `rounds` passes over the edges.
 */
export function searched(edges: readonly Edge[], rounds = 8): Edge[] {
  const mate = new Map<number, Edge>();
  const put = (edge: Edge) => mate.set(edge.a, edge).set(edge.b, edge);
  const drop = (edge: Edge | undefined) => {
    if (edge === undefined) return;
    mate.delete(edge.a);
    mate.delete(edge.b);
  };
  for (const edge of greedy(edges)) put(edge);
  const ordered = heaviestFirst(edges);
  for (let round = 0, moved = true; moved && round < rounds; round++) {
    moved = false;
    for (const edge of ordered) {
      const [left, right] = [mate.get(edge.a), mate.get(edge.b)];
      const lost = (left?.weight ?? 0) + (right === left ? 0 : (right?.weight ?? 0));
      if (edge.weight <= lost) continue;
      drop(left);
      drop(right);
      put(edge);
      moved = true;
    }
    // Ends that a swap left alone may find one another.
    for (const edge of ordered) if (!mate.has(edge.a) && !mate.has(edge.b)) put(edge);
  }
  return heaviestFirst([...new Set(mate.values())]);
}

/** The matching of most weight (Edmonds 1965, in the O(n³) form of Galil 1986), to one part in 2^30. */
export function exact(edges: readonly Edge[]): Edge[] {
  if (edges.length === 0) return [];
  const most = Math.max(...edges.map(({ weight }) => weight));
  const whole = (weight: number) => 2 * Math.max(1, Math.round((weight / most) * STEPS));
  const mates = blossom(edges.map(({ a, b, weight }) => [a, b, whole(weight)]));
  return heaviestFirst(edges.filter(({ a, b }) => mates[a] === b));
}

/**
 * Who should meet whom, nobody twice, so that the weights sum to the most: exact up to 200 people, above that greedy
 * with local search. At most one edge a pair. @throws RangeError naming the edges when one cannot be.
 */
export function assign(edges: readonly Edge[]): Edge[] {
  checkEdges(edges);
  const people = new Set(edges.flatMap(({ a, b }) => [a, b]));
  return people.size <= MOST_EXACT ? exact(edges) : searched(edges);
}
