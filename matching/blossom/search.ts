import { contract, crown, evenWay, ringOf } from './contraction.ts';
import { createEventHeap } from './event-heap.ts';
import {
  type Blossom,
  eachVertex,
  type Half,
  INNER,
  type Label,
  OUTER,
  OUTSIDE,
  type Tree,
  type Vertex,
} from './parts.ts';
import { ringOver, shift } from './tree.ts';

/** What was done, for bounds that need no clock. */
export interface Work {
  /** Trees grown. */
  trees: number;
  /** Edges looked at from one of their ends. */
  scans: number;
}

/** When the tree of a blossom falls at the latest; never where there is none. */
const endOf = ({ tree }: Blossom) => tree?.end ?? Number.POSITIVE_INFINITY;

/** When an edge from an outer vertex is tight, if both its ends stay on the sides where they are. */
const tightAt = ({ from, to, weight }: Half) =>
  (from.dual + to.dual - weight) / (to.top.label === OUTER ? 2 : 1);

/**
 * Grows a tree from each of some unmatched vertices until the vertex is matched, or is given up for one whose dual is 0.
 * All along the duals stay feasible and matched edges tight, so that when every unmatched vertex has the dual 0 the matching
 * is a best one. Time is `delta`, by which outer vertices have lost; what comes next, and when, is read from three heaps.
 *
 * Everything stays in whole numbers if weights are multiples of four and the roots' duals all even or all odd: vertices of
 * trees are joined to roots by tight edges, so their duals are all even or all odd at any time, and so half the slack
 * between two of them is whole.
 */
export function search(roots: readonly Vertex[], work: Work): void {
  /** Edges from outer blossoms to others or to one another, for when they become tight. */
  const edges = createEventHeap<Half>();
  /** Inner blossoms, for when they have the dual 0. */
  const fading = createEventHeap<Blossom>();
  /** Outer vertices, for when they have the dual 0. */
  const ends = createEventHeap<Vertex>();
  const reached: Vertex[] = [];
  let delta = 0;
  let standing = 0;

  /** Labels a blossom whose vertices lose, or gain, as its label says already. */
  function mark(blossom: Blossom, label: Label, tree?: Tree): void {
    if (blossom.heart !== undefined) blossom.dual -= 2 * (label - blossom.label) * delta;
    blossom.label = label;
    blossom.tree = tree;
    blossom.entry = undefined;
    tree?.blossoms.push(blossom);
  }

  /** Puts a blossom on a side: no dual changes by that, but all of them do from now on. */
  function place(blossom: Blossom, label: Label, tree?: Tree): void {
    const change = (label - blossom.label) * delta;
    eachVertex(blossom, (vertex) => {
      vertex.dual += change;
    });
    mark(blossom, label, tree);
  }

  /** Notes when an edge from an outer vertex becomes tight, unless something else is sure to come first. */
  function watch(edge: Half): void {
    const { from, to } = edge;
    if (to.top === from.top || to.top.label === INNER) return;
    const at = tightAt(edge);
    if (at >= endOf(from.top) || at >= endOf(to.top)) return;
    if (to.top.label === OUTSIDE) {
      if (at >= to.reachedAt) return;
      to.reachedAt = at;
      reached.push(to);
    }
    edges.push(at, edge);
  }

  /** Looks around from a vertex that has become outer. */
  function lookOut(vertex: Vertex): void {
    const { tree } = vertex.top;
    if (tree !== undefined && vertex.dual < tree.end) {
      tree.end = vertex.dual;
      ends.push(vertex.dual, vertex);
    }
    work.scans += vertex.edges.length;
    for (const edge of vertex.edges) watch(edge);
  }

  /** Looks for outer vertices from one that is outside. */
  function lookIn(vertex: Vertex): void {
    vertex.reachedAt = Number.POSITIVE_INFINITY;
    work.scans += vertex.edges.length;
    for (const { to, back } of vertex.edges) if (to.top.label === OUTER) watch(back);
  }

  function takeInner(blossom: Blossom, entry: Half): void {
    place(blossom, INNER, entry.from.top.tree);
    blossom.entry = entry;
    const fadesAt = blossom.dual / 2;
    if (blossom.heart !== undefined && fadesAt < endOf(blossom)) fading.push(fadesAt, blossom);
  }

  /** Takes in the blossom that an edge leads to, and the one that it is matched with. */
  function grow(edge: Half): void {
    const { top } = edge.to;
    takeInner(top, edge);
    const outer = top.base.match?.to.top;
    if (outer === undefined) return;
    place(outer, OUTER, top.tree);
    eachVertex(outer, lookOut);
  }

  /** Makes one outer blossom of the ring that an edge closes. */
  function close(edge: Half): void {
    const { tree } = edge.from.top;
    const ring = ringOver(edge);
    const inner = ring.map(({ blossom }) => blossom).filter(({ label }) => label === INNER);
    for (const blossom of inner) place(blossom, OUTER, tree);
    for (const { blossom } of ring) mark(blossom, OUTSIDE);
    mark(contract(ring), OUTER, tree);
    for (const blossom of inner) eachVertex(blossom, lookOut);
  }

  /** Takes an inner blossom apart: the even way through it stays in the tree. */
  function open(blossom: Blossom): void {
    const { entry, heart } = blossom;
    if (entry === undefined || heart === undefined || blossom.dual !== 2 * delta) return;
    place(blossom, OUTSIDE);
    const ring = ringOf(blossom);
    for (const child of ring) crown(child);
    let edge = entry;
    for (const [i, step] of evenWay(entry.to.top, heart).entries()) {
      if (i % 2 === 0) grow(edge);
      edge = step.edge;
    }
    takeInner(heart, edge);
    for (const child of ring) if (child.label === OUTSIDE) eachVertex(child, lookIn);
  }

  /** Takes trees down. What stood in them can now be reached by others. */
  function fell(...trees: (Tree | undefined)[]): void {
    standing -= trees.length;
    const left = trees.flatMap((tree) => tree?.blossoms.filter((blossom) => blossom.tree === tree) ?? []);
    for (const blossom of left) place(blossom, OUTSIDE);
    if (standing > 0) for (const blossom of left) eachVertex(blossom, lookIn);
  }

  /** Matches two trees, or a tree and a vertex that was given up before, by an edge between them. */
  function meet(edge: Half): void {
    const { from, to, back } = edge;
    const trees = [from.top.tree, to.top.tree].filter((tree) => tree !== undefined);
    shift(from, edge);
    shift(to, back);
    fell(...trees);
    // One that was given up stood in no tree, so nobody has looked in from there yet.
    if (trees.length === 1) lookIn(to);
  }

  function giveUp(vertex: Vertex): void {
    const { top } = vertex;
    if (top.label !== OUTER || vertex.dual !== delta) return;
    shift(vertex, undefined);
    fell(top.tree);
  }

  function follow(edge: Half): void {
    const { from, to } = edge;
    if (from.top.label !== OUTER || tightAt(edge) !== delta) {
      // The way by which this vertex would have been reached is gone; there may be another.
      if (to.top.label === OUTSIDE && to.reachedAt === delta) lookIn(to);
    } else if (to.top.label === OUTSIDE) {
      if (to.top.base.match === undefined) meet(edge);
      else grow(edge);
    } else if (to.top.label === OUTER && to.top !== from.top) {
      if (to.top.tree === from.top.tree) close(edge);
      else meet(edge);
    }
  }

  for (const { top } of roots) place(top, OUTER, { blossoms: [], end: Number.POSITIVE_INFINITY });
  for (const { top } of roots) eachVertex(top, lookOut);
  standing = roots.length;
  work.trees += standing;
  while (standing > 0) {
    delta = Math.min(edges.soonest, fading.soonest, ends.soonest);
    if (ends.soonest === delta) ends.take(giveUp);
    else if (fading.soonest === delta) fading.take(open);
    else edges.take(follow);
  }
  for (const vertex of reached) vertex.reachedAt = Number.POSITIVE_INFINITY;
}
