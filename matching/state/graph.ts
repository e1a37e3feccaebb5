import Graph from 'graphology';
import type { PersonId, SkillId, SpaceId } from '../types.ts';
import { type Strength, strengthened } from './evidence.ts';

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

/** The graph of record: who offers, showed, met and visited what, with strengths that decay. */
export interface GraphOfRecord {
  readonly view: GraphView;
  person(id: PersonId): void;
  /** Declares the skills a person offers today, in place of those declared before. */
  offers(id: PersonId, before: readonly SkillId[], skills: readonly SkillId[]): void;
  /** A person has shown a skill this strongly by now, or, as far as is remembered, not at all. */
  showed(id: PersonId, skill: SkillId, strength: Strength | undefined): void;
  /** Two people are tied this strongly now. */
  met(a: PersonId, b: PersonId, tie: Strength): void;
  visited(id: PersonId, space: SpaceId, at: number): void;
  erase(id: PersonId): void;
}

type RecordGraph = Graph<NodeAttributes, EdgeAttributes>;

function nodeOf(graph: RecordGraph, kind: NodeAttributes['kind'], id: string): string {
  const key = `${kind}:${id}`;
  if (!graph.hasNode(key)) graph.addNode(key, { kind, id });
  return key;
}

function dropIfAlone(graph: RecordGraph, key: string): void {
  if (graph.degree(key) === 0 && graph.getNodeAttribute(key, 'kind') !== 'person') graph.dropNode(key);
}

/** Takes back a skill that a person declared; one they also showed keeps its strength. */
function withdrawOffer(graph: RecordGraph, person: string, skill: string): void {
  if (graph.getEdgeAttribute(person, skill, 's') > 0) graph.setEdgeAttribute(person, skill, 'offered', false);
  else graph.dropEdge(person, skill);
  dropIfAlone(graph, skill);
}

function declareOffer(graph: RecordGraph, person: string, skill: string): void {
  const edge = graph.edge(person, skill);
  if (edge === undefined) graph.addEdge(person, skill, { s: 0, t: 0, kind: 'helped', offered: true });
  else graph.setEdgeAttribute(edge, 'offered', true);
}

/** An empty graph whose strengths halve in `halfLifeDays`. A change is O(1); offers and erasure are O(degree). */
export function createGraphOfRecord(halfLifeDays: number): GraphOfRecord {
  const graph: RecordGraph = new Graph<NodeAttributes, EdgeAttributes>({ type: 'undirected', multi: false });
  const node = (kind: NodeAttributes['kind'], id: string) => nodeOf(graph, kind, id);

  function strengthen(
    ends: [string, string],
    kind: EdgeAttributes['kind'],
    weight: number,
    at: number,
  ): void {
    const edge = graph.edge(...ends);
    if (edge === undefined) {
      graph.addEdge(...ends, { kind, offered: false, s: weight, t: at });
      return;
    }
    const old = graph.getEdgeAttributes(edge);
    graph.mergeEdgeAttributes(edge, strengthened(old.s === 0 ? undefined : old, weight, at, halfLifeDays));
  }

  return {
    view: graph,
    person: (id) => void node('person', id),
    offers(id, before, skills) {
      const person = node('person', id);
      const [old, now] = [new Set(before), new Set(skills)];
      for (const skill of old) if (!now.has(skill)) withdrawOffer(graph, person, node('skill', skill));
      for (const skill of now) if (!old.has(skill)) declareOffer(graph, person, node('skill', skill));
    },
    showed(id, skill, strength) {
      const ends = [node('person', id), node('skill', skill)] as const;
      const offered = graph.hasEdge(...ends) && graph.getEdgeAttribute(...ends, 'offered');
      const { s, t } = strength ?? { s: 0, t: 0 };
      if (strength !== undefined || offered) graph.mergeEdge(...ends, { kind: 'helped', offered, s, t });
      else if (graph.hasEdge(...ends)) graph.dropEdge(...ends);
      dropIfAlone(graph, ends[1]);
    },
    met(a, b, { s, t }) {
      const ends = [node('person', a), node('person', b)] as const;
      graph.mergeEdge(...ends, { kind: 'met', offered: false, s, t });
    },
    visited: (id, space, at) => strengthen([node('person', id), node('space', space)], 'visited', 1, at),
    erase(id) {
      const key = `person:${id}`;
      if (!graph.hasNode(key)) return;
      const beside = graph.neighbors(key);
      graph.dropNode(key);
      for (const other of beside) dropIfAlone(graph, other);
    },
  };
}
