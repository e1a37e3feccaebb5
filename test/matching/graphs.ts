import type { Edge } from '../../matching/blossom/certificate.ts';
import { chance } from '../../matching/chance.ts';

/** A graph that looks the same every time it is asked for. */
interface GraphShape {
  kind: 'uniform' | 'zipf' | 'geometric';
  vertices: number;
  edges: number;
  /** How many different weights there are: few make ties. */
  weights: number;
  seed?: number;
}

/** How a kind of graph joins vertices: a pair of numbers in [0, 1), given two lots. */
const ENDS: Readonly<Record<GraphShape['kind'], (x: number, y: number) => [number, number]>> = {
  uniform: (x, y) => [x, y],
  // A few know nearly everybody.
  zipf: (x, y) => [x ** 4, y],
  // Each knows whose number is near its own.
  geometric: (x, y) => [x, (x + y ** 4 / 4) % 1],
};

/** At most so many edges, a pair at most once, with weights that are multiples of four. */
export function graphOf({ kind, vertices, edges, weights, seed = 1 }: GraphShape): Edge[] {
  const found = new Map<string, Edge>();
  for (let i = 0; i < edges; i++) {
    const lot = (name: string) => chance(`${seed}|${kind}|${i}|${name}`);
    const [x, y] = ENDS[kind](lot('x'), lot('y'));
    const [left, right] = [Math.floor(x * vertices), Math.floor(y * vertices)];
    if (left === right) continue;
    const [a, b] = [Math.min(left, right), Math.max(left, right)];
    found.set(`${a}-${b}`, { a, b, weight: 4 * (1 + Math.floor(lot('weight') * weights)) });
  }
  return [...found.values()];
}

/** The most weight that any matching of some edges has, by trying all. */
export function mostWeight([edge, ...rest]: readonly Edge[]): number {
  if (edge === undefined) return 0;
  const apart = rest.filter(({ a, b }) => ![a, b].some((end) => end === edge.a || end === edge.b));
  return Math.max(mostWeight(rest), edge.weight + mostWeight(apart));
}
