/** An edge between two vertices, by their numbers; `weight` > 0. */
export interface Edge {
  a: number;
  b: number;
  weight: number;
}

/** What bounds the weight of every matching: a dual for each vertex, and for some sets of an odd number of vertices. */
export interface Duals {
  vertices: ReadonlyMap<number, number>;
  sets: readonly { members: ReadonlySet<number>; dual: number }[];
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);

/** Whether no dual is negative, every set is odd, and the duals over each edge sum to its weight at least. */
function isFeasible(edges: readonly Edge[], { vertices, sets }: Duals): boolean {
  const over = ({ a, b }: Edge) =>
    (vertices.get(a) ?? 0) +
    (vertices.get(b) ?? 0) +
    sum(sets.filter(({ members }) => members.has(a) && members.has(b)).map(({ dual }) => dual));
  return (
    [...vertices.values(), ...sets.map(({ dual }) => dual)].every((dual) => dual >= 0) &&
    sets.every(({ members }) => members.size % 2 === 1) &&
    edges.every((edge) => over(edge) >= edge.weight)
  );
}

/**
 * Whether a matching weighs the most, by weak duality (Edmonds 1965): with feasible duals none weighs more than
 * `Σu + Σz·(|B|−1)/2`, because each vertex is matched once and of an odd set B at most (|B|−1)/2 edges lie inside. So one
 * that weighs as much is a best one, however it was found. Exact where the numbers are whole.
 */
export function isOptimal(edges: readonly Edge[], matched: readonly Edge[], duals: Duals): boolean {
  const ends = matched.flatMap(({ a, b }) => [a, b]);
  const known = new Set(edges);
  const isMatching = new Set(ends).size === ends.length && matched.every((edge) => known.has(edge));
  const bound =
    sum(duals.vertices.values()) +
    sum(duals.sets.map(({ members, dual }) => (dual * (members.size - 1)) / 2));
  return isMatching && isFeasible(edges, duals) && sum(matched.map(({ weight }) => weight)) === bound;
}
