import { Blossom, eachVertex, type Half, type Vertex } from './parts.ts';

/** A step from a blossom to a neighbour, by an edge. */
export interface Step {
  blossom: Blossom;
  edge: Half;
}

/** A way that comes back to where it began. */
export type Ring = readonly [Step, ...Step[]];

/** Joins the blossoms of a ring into one that has the base of the first. */
export function contract(ring: Ring): Blossom {
  const heart = ring[0].blossom;
  const whole = new Blossom(heart.base);
  whole.heart = heart;
  whole.first = heart.first;
  let previous = ring.at(-1)?.blossom ?? heart;
  whole.last = previous.last;
  for (const { blossom, edge } of ring) {
    previous.next = blossom;
    blossom.previous = previous;
    previous.last.after = blossom.first;
    blossom.link = edge;
    blossom.parent = whole;
    previous = blossom;
  }
  crown(whole);
  return whole;
}

/** Makes a blossom the outermost around its vertices. */
export function crown(blossom: Blossom): void {
  blossom.parent = undefined;
  eachVertex(blossom, (vertex) => {
    vertex.top = blossom;
  });
}

/** The blossoms of a ring, from the heart onwards; none in a single vertex. */
export function ringOf({ heart }: Blossom): Blossom[] {
  const ring: Blossom[] = [];
  for (let blossom = heart; blossom !== undefined; ) {
    ring.push(blossom);
    blossom = blossom.next === heart ? undefined : blossom.next;
  }
  return ring;
}

/**
 * The way around a ring from one of its blossoms to the heart that begins with a matched edge. Matched edges and others
 * take turns on it and the last is not matched, so its steps are even in number; there are none from the heart itself.
 */
export function evenWay(from: Blossom, heart: Blossom): Step[] {
  const way: Step[] = [];
  const isForward = from.base.match === from.link;
  for (let blossom = from; blossom !== heart; ) {
    const neighbour: Blossom = isForward ? blossom.next : blossom.previous;
    const edge = isForward ? blossom.link : neighbour.link?.back;
    if (edge !== undefined) way.push({ blossom, edge });
    blossom = neighbour;
  }
  return way;
}

/** The blossom directly inside `whole` that holds a vertex. */
export function childWith(vertex: Vertex, whole: Blossom): Blossom {
  let child = vertex.bud;
  while (child.parent !== undefined && child.parent !== whole) child = child.parent;
  return child;
}

/** Matches the vertices inside a blossom anew, so that another becomes the base, which is left to be matched outside. */
export function rebase(blossom: Blossom, base: Vertex): void {
  const { heart } = blossom;
  if (heart === undefined || blossom.base === base) return;
  const child = childWith(base, blossom);
  const way = evenWay(child, heart);
  for (const [i, { blossom: one, edge }] of way.entries()) {
    if (i % 2 === 0) continue;
    rebase(one, edge.from);
    rebase(way[i + 1]?.blossom ?? heart, edge.to);
    edge.from.match = edge;
    edge.to.match = edge.back;
  }
  rebase(child, base);
  blossom.heart = child;
  blossom.base = base;
}
