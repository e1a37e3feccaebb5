/**
 * The side of an alternating tree on which a blossom stands. As a number it is how fast its vertices lose and its own dual
 * gains, the latter twice over, while a search goes on.
 */
export const OUTER = 1;
/** Reached by an edge that is not matched; its own matched edge leads on to an outer blossom. */
export const INNER = -1;
/** In no tree. */
export const OUTSIDE = 0;
export type Label = typeof OUTER | typeof INNER | typeof OUTSIDE;

/** What is to be matched. */
export class Vertex {
  readonly number: number;
  /** The edges of this vertex, each as seen from here. */
  readonly edges: Half[] = [];
  /** u ≥ 0. In a tree, what it would be had the search not begun: `label · delta` is still to be taken off. */
  dual = 0;
  /** The matched edge, as seen from here. */
  match: Half | undefined;
  /** The blossom of this vertex alone. */
  readonly bud: Blossom;
  /** The outermost blossom that holds this vertex. */
  top: Blossom;
  /** The next vertex of the same blossom; means nothing after the last. */
  after: Vertex;
  /** When the search will come here by the best edge it has seen. */
  reachedAt = Number.POSITIVE_INFINITY;

  constructor(number: number) {
    this.number = number;
    this.after = this;
    this.bud = new Blossom(this);
    this.top = this.bud;
  }
}

/** An edge, as seen from one of its ends. */
export class Half {
  readonly from: Vertex;
  readonly to: Vertex;
  readonly weight: number;
  readonly back: Half;

  constructor(from: Vertex, to: Vertex, weight: number, back?: Half) {
    this.from = from;
    this.to = to;
    this.weight = weight;
    this.back = back ?? new Half(to, from, weight, this);
  }
}

/**
 * A single vertex, or a ring of an odd number of smaller blossoms: tight edges join them, matched and not in turn, so that
 * one vertex, the base, is left to be matched outside. The vertices from `first` to `last` are its own, so a ring is made
 * and unmade without copying.
 */
export class Blossom {
  base: Vertex;
  first: Vertex;
  last: Vertex;
  /** z ≥ 0. In a tree, what it would be had the search not begun: `2 · label · delta` is still to be added. */
  dual = 0;
  label: Label = OUTSIDE;
  /** The tree that it stands in. */
  tree: Tree | undefined;
  /** Of an inner blossom, the edge by which the tree came to it. */
  entry: Half | undefined;
  /** The blossom directly around this one, and its neighbours on that ring. */
  parent: Blossom | undefined;
  next: Blossom;
  previous: Blossom;
  /** The edge of the ring from here to `next`. */
  link: Half | undefined;
  /** The blossom of the own ring that holds the base; none in a single vertex. */
  heart: Blossom | undefined;
  /** The last walk up a tree that came by. */
  walk: object | undefined;

  constructor(base: Vertex) {
    this.base = base;
    this.first = base;
    this.last = base;
    this.next = this;
    this.previous = this;
  }
}

/** An alternating tree: outer and inner blossoms in turn, joined by tight edges, over a root that is not matched. */
export interface Tree {
  /** Blossoms that came in; some have since gone into others. */
  readonly blossoms: Blossom[];
  /** When the first of its outer vertices has the dual 0, and the tree falls at the latest. */
  end: number;
}

/** Calls for every vertex of a blossom. */
export function eachVertex({ first, last }: Blossom, call: (vertex: Vertex) => void): void {
  for (let vertex = first; ; vertex = vertex.after) {
    call(vertex);
    if (vertex === last) return;
  }
}
