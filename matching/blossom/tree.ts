import { type Ring, rebase, type Step } from './contraction.ts';
import type { Blossom, Half, Vertex } from './parts.ts';

/**
 * The two edges that lead from an outer blossom towards the root: the matched one to the inner blossom above it, and from
 * there the one, against its direction, by which the tree came. None at the root, which is not matched.
 */
function stemOf(outer: Blossom): { matched: Half; entry: Half } | undefined {
  const matched = outer.base.match;
  const entry = matched?.to.top.entry;
  return matched === undefined || entry === undefined ? undefined : { matched, entry };
}

const above = (outer: Blossom) => stemOf(outer)?.entry.from.top;

/** The lowest outer blossom that is above two of them, or is one of them. */
function meetingOf(one: Blossom, other: Blossom): Blossom {
  const walk = {};
  let [near, far]: [Blossom | undefined, Blossom | undefined] = [one, other];
  // In turn, so that the work follows the size of the ring and not the height of the tree.
  while (near !== undefined && near.walk !== walk) {
    near.walk = walk;
    near = above(near);
    if (far !== undefined) [near, far] = [far, near];
  }
  return near ?? other;
}

function wayUp(from: Blossom, to: Blossom): Step[] {
  const way: Step[] = [];
  for (let outer = from; outer !== to; ) {
    const stem = stemOf(outer);
    if (stem === undefined) break;
    const { matched, entry } = stem;
    way.push({ blossom: outer, edge: matched }, { blossom: matched.to.top, edge: entry.back });
    outer = entry.from.top;
  }
  return way;
}

/** The ring that an edge between two outer blossoms of one tree closes, from where the ways to the root part. */
export function ringOver(edge: Half): Ring {
  const [left, right] = [edge.from.top, edge.to.top];
  const meeting = meetingOf(left, right);
  const [first, ...others] = wayUp(left, meeting)
    .map((step, i, way) => ({ blossom: way[i + 1]?.blossom ?? meeting, edge: step.edge.back }))
    .reverse();
  const closing = { blossom: left, edge };
  const up = wayUp(right, meeting);
  return first === undefined ? [closing, ...up] : [first, ...others, closing, ...up];
}

/**
 * Matches a vertex of an outer blossom by an edge, or by none, and along the way to the root takes each edge that was
 * not matched for one that was.
 */
export function shift(vertex: Vertex, edge: Half | undefined): void {
  let [base, match] = [vertex, edge];
  for (;;) {
    const stem = stemOf(base.top);
    rebase(base.top, base);
    base.match = match;
    if (stem === undefined) return;
    const { from, to, back } = stem.entry;
    rebase(to.top, to);
    to.match = back;
    [base, match] = [from, stem.entry];
  }
}
