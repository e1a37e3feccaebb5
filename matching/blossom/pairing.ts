import type { Duals, Edge } from './certificate.ts';
import { childWith, crown, ringOf } from './contraction.ts';
import { type Blossom, eachVertex, Half, Vertex } from './parts.ts';
import { search, type Work } from './search.ts';
import { leastDual, startFrom } from './start.ts';

/** Weights are multiples of this, so that duals and slacks are whole numbers. */
export const STEP = 4;

/**
 * A matching of the most weight, kept so while vertices come and go. Each arrival or departure costs a few searches of
 * what is near, not a matching of all.
 */
export interface Pairing {
  /** Takes in a vertex with its edges to others that are here. @throws RangeError naming the vertex or the edges. */
  arrive(vertex: number, edges: readonly Omit<Edge, 'a'>[]): void;
  /** Takes a vertex out, with its edges. @throws RangeError when it is not here. */
  leave(vertex: number): void;
  /** Whom a vertex is matched with, if with anybody. */
  mateOf(vertex: number): number | undefined;
  /** The proof that no matching weighs more, for `isOptimal`. */
  duals(): Duals;
  readonly work: Readonly<Work>;
}

/** @throws RangeError when an edge joins a vertex to itself, or its weight is no positive multiple of the step. */
function checkEdges(edges: readonly Edge[]): void {
  for (const { a, b, weight } of edges) {
    if (a === b || !(weight > 0 && Number.isSafeInteger(weight / STEP)))
      throw new RangeError(`edges: ${a}–${b} of weight ${weight}`);
  }
}

/** Unmatches a vertex and its mate, and returns them. */
function part(vertex: Vertex): Vertex[] {
  const { match } = vertex;
  if (match === undefined) return [];
  match.from.match = undefined;
  match.to.match = undefined;
  return [match.from, match.to];
}

/**
 * Takes the blossoms around a vertex apart and unmatches it; returns who else is unmatched by that. Half of a blossom's
 * dual goes to each of its vertices: the edges inside stay as tight as they were, only those that lead out gain slack.
 */
function isolate(vertex: Vertex): Vertex[] {
  const alone: Vertex[] = [];
  let gain = 0;
  for (let whole = vertex.top; whole !== vertex.bud; ) {
    const inside = childWith(vertex, whole);
    gain += whole.dual / 2;
    alone.push(...part(whole.base));
    for (const child of ringOf(whole)) {
      if (child === inside) continue;
      crown(child);
      eachVertex(child, (one) => {
        one.dual += gain;
      });
    }
    whole = inside;
  }
  crown(vertex.bud);
  return [...alone, ...part(vertex)].filter((one) => one !== vertex);
}

/** Every blossom of more than one vertex that some vertices stand in. */
function blossomsAround(vertices: Iterable<Vertex>): Set<Blossom> {
  const blossoms = new Set<Blossom>();
  for (const { bud } of vertices) {
    for (let around = bud.parent; around !== undefined; around = around.parent) blossoms.add(around);
  }
  return blossoms;
}

function membersOf(blossom: Blossom): Set<number> {
  const members = new Set<number>();
  eachVertex(blossom, ({ number }) => members.add(number));
  return members;
}

/**
 * The matching of the most weight in a graph (Edmonds 1965, with the heaps of Galil, Micali & Gabow 1986).
 * @throws RangeError when an edge joins a vertex to itself, or its weight is no positive multiple of four.
 */
export function createPairing(edges: readonly Edge[] = []): Pairing {
  const vertices = new Map<number, Vertex>();
  const work: Work = { trees: 0, scans: 0 };

  function vertexOf(number: number): Vertex {
    const vertex = vertices.get(number) ?? new Vertex(number);
    vertices.set(number, vertex);
    return vertex;
  }

  function join({ a, b, weight }: Edge): void {
    const edge = new Half(vertexOf(a), vertexOf(b), weight);
    edge.from.edges.push(edge);
    edge.to.edges.push(edge.back);
  }

  const isWanting = ({ match, dual }: Vertex) => match === undefined && dual > 0;

  /** One at a time, because their duals may be even and odd. */
  function matchEach(alone: readonly Vertex[]): void {
    for (const vertex of alone) if (isWanting(vertex)) search([vertex], work);
  }

  function arrive(number: number, others: readonly Omit<Edge, 'a'>[]): void {
    if (vertices.has(number)) throw new RangeError(`vertex: ${number} is here`);
    const own = others.map(({ b, weight }) => ({ a: number, b, weight }));
    checkEdges(own);
    const stranger = own.find(({ b }) => !vertices.has(b));
    if (stranger !== undefined) throw new RangeError(`edges: ${stranger.b} is not here`);
    const vertex = vertexOf(number);
    for (const edge of own) join(edge);
    vertex.dual = leastDual(vertex);
    matchEach([vertex]);
  }

  function leave(number: number): void {
    const vertex = vertices.get(number);
    if (vertex === undefined) throw new RangeError(`vertex: ${number} is not here`);
    const alone = isolate(vertex);
    for (const { to, back } of vertex.edges) to.edges.splice(to.edges.indexOf(back), 1);
    vertices.delete(number);
    matchEach(alone);
  }

  checkEdges(edges);
  for (const edge of edges) join(edge);
  const all = [...vertices.values()];
  startFrom(all);
  search(all.filter(isWanting), work);

  return {
    arrive,
    leave,
    mateOf: (number) => vertices.get(number)?.match?.to.number,
    duals: () => ({
      vertices: new Map([...vertices.values()].map(({ number, dual }) => [number, dual])),
      sets: [...blossomsAround(vertices.values())].map((one) => ({
        members: membersOf(one),
        dual: one.dual,
      })),
    }),
    work,
  };
}
