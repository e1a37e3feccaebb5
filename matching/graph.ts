import Graph from 'graphology';
import { type Strength, strengthAt, strengthened } from './evidence.ts';
import type { PersonId, SkillId, SpaceId } from './types.ts';

/** `person`, `skill` and `space` nodes; `id` is the bare id. */
export interface NodeAttributes {
  kind: 'person' | 'skill' | 'space';
  id: string;
}

/** Strength `s` ≥ 0 as it stood at instant `t`; `offered` marks a skill its person declares today. */
export interface EdgeAttributes extends Strength {
  kind: 'met' | 'helped' | 'visited';
  offered: boolean;
}

/** The graph as others may see it: every reading method of graphology, none that writes. */
export type GraphView = Pick<
  Graph<NodeAttributes, EdgeAttributes>,
  | 'order'
  | 'size'
  | 'hasNode'
  | 'hasEdge'
  | 'degree'
  | 'neighbors'
  | 'nodes'
  | 'edges'
  | 'forEachNode'
  | 'forEachEdge'
  | 'forEachNeighbor'
  | 'getNodeAttributes'
  | 'getEdgeAttributes'
  | 'extremities'
  | 'export'
>;

const NEUTRAL = { s: 0, t: 0, offered: false };

/** The graph of record: who offers, showed, met and visited what, with strengths that decay. */
export interface GraphOfRecord {
  readonly view: GraphView;
  person(id: PersonId): void;
  /** Declares the skills a person offers today, in place of what was declared before. */
  offers(id: PersonId, skills: readonly SkillId[]): void;
  helped(id: PersonId, skill: SkillId, weight: number, at: number): void;
  met(a: PersonId, b: PersonId, weight: number, at: number): void;
  visited(id: PersonId, space: SpaceId, at: number): void;
  /** Strength of the tie of two people at an instant, ≥ 0. */
  tie(a: PersonId, b: PersonId, at: number): number;
  /** Evidence that a person helped with a skill, ≥ 0. */
  shown(id: PersonId, skill: SkillId, at: number): number;
  erase(id: PersonId): void;
}

/** An empty graph whose every strength halves in `halfLifeDays`. Each change is O(1), or O(degree) for offers and erasure. */
export function createGraphOfRecord(halfLifeDays: number): GraphOfRecord {
  const graph = new Graph<NodeAttributes, EdgeAttributes>({ type: 'undirected', multi: false });

  function node(kind: NodeAttributes['kind'], id: string): string {
    const key = `${kind}:${id}`;
    if (!graph.hasNode(key)) graph.addNode(key, { kind, id });
    return key;
  }

  function strengthen(a: string, b: string, kind: EdgeAttributes['kind'], weight: number, at: number): void {
    const edge = graph.edge(a, b);
    if (edge === undefined) {
      graph.addEdge(a, b, { kind, offered: false, s: weight, t: at });
      return;
    }
    const old = graph.getEdgeAttributes(edge);
    graph.mergeEdgeAttributes(edge, strengthened(old.s === 0 ? undefined : old, weight, at, halfLifeDays));
  }

  function strengthOf(a: string, b: string, at: number): number {
    const edge = graph.hasNode(a) && graph.hasNode(b) ? graph.edge(a, b) : undefined;
    return edge === undefined ? 0 : strengthAt(graph.getEdgeAttributes(edge), at, halfLifeDays);
  }

  function dropIfAlone(key: string): void {
    if (graph.degree(key) === 0 && graph.getNodeAttribute(key, 'kind') !== 'person') graph.dropNode(key);
  }

  function offers(id: PersonId, skills: readonly SkillId[]): void {
    const key = node('person', id);
    for (const edge of graph.edges(key)) {
      const { kind, offered, s } = graph.getEdgeAttributes(edge);
      if (kind !== 'helped' || !offered) continue;
      const skill = graph.opposite(key, edge);
      if (s > 0) graph.setEdgeAttribute(edge, 'offered', false);
      else graph.dropEdge(edge);
      dropIfAlone(skill);
    }
    for (const skill of skills) {
      const other = node('skill', skill);
      const edge = graph.edge(key, other);
      if (edge === undefined) graph.addEdge(key, other, { ...NEUTRAL, kind: 'helped', offered: true });
      else graph.setEdgeAttribute(edge, 'offered', true);
    }
  }

  return {
    view: graph,
    person: (id) => void node('person', id),
    offers,
    helped: (id, skill, weight, at) =>
      strengthen(node('person', id), node('skill', skill), 'helped', weight, at),
    met: (a, b, weight, at) => strengthen(node('person', a), node('person', b), 'met', weight, at),
    visited: (id, space, at) => strengthen(node('person', id), node('space', space), 'visited', 1, at),
    tie: (a, b, at) => strengthOf(`person:${a}`, `person:${b}`, at),
    shown: (id, skill, at) => strengthOf(`person:${id}`, `skill:${skill}`, at),
    erase(id) {
      const key = `person:${id}`;
      if (!graph.hasNode(key)) return;
      const beside = graph.neighbors(key);
      graph.dropNode(key);
      for (const other of beside) dropIfAlone(other);
    },
  };
}
