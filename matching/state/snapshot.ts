import { isSkill, type Lexicon } from '../vocabulary/lexicon.ts';
import { marked } from '../vocabulary/need.ts';
import type { Corpus } from './bm25.ts';
import type { State } from './state.ts';

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]) => (a[0] < b[0] ? -1 : 1);
const entries = <V>(map: ReadonlyMap<string, V> | undefined) => [...(map ?? [])].sort(byKey);

/** A document with its words as they are. */
function wordsOf(corpus: Corpus, id: string, lexicon: Lexicon): [term: string, count: number][] {
  const written = (number: number) => (isSkill(number) ? marked(lexicon.term(number)) : lexicon.term(number));
  return [...corpus.counts(id)]
    .map(([number, count]): [string, number] => [written(number), count])
    .sort(byKey);
}

/** All that was derived from the events, as plain values in canonical order; work counters are left out. */
export function snapshotOf(state: State): unknown {
  const people = entries(state.people).map(([id, person]) => ({
    id,
    facts: person.facts,
    presence: person.presence ?? null,
    offered: person.offered,
    accepted: person.accepted,
    offeredAt: [...person.offeredAt],
    load: person.load ?? null,
    exposure: person.exposure ?? null,
    pairs: entries(person.pairs),
    shown: entries(person.shown),
    helpedWith: [...person.helpedWith],
    lastHelped: person.lastHelped ?? null,
    asked: [...person.asked].sort(),
    named: person.named,
    document: wordsOf(state.documents, id, state.lexicon),
  }));
  const nodes = state.graph.view.nodes().sort();
  const edges = state.graph.view
    .edges()
    .map((edge) => ({
      ends: state.graph.view.extremities(edge).sort(),
      ...state.graph.view.getEdgeAttributes(edge),
    }))
    .sort((a, b) => (a.ends.join() < b.ends.join() ? -1 : 1));
  return {
    people,
    rooms: entries(state.rooms).map(([space, room]) => [space, [...room].sort()]),
    needs: entries(state.needs).map(([key, need]) => ({
      key,
      words: wordsOf(state.needWords, key, state.lexicon),
      helpers: entries(need.helpers).map(([id, { weight, at }]) => [id, weight, at]),
    })),
    holders: [...state.holders.entries(state.lexicon)].sort(byKey),
    associations: state.associations.snapshot(),
    house: { ...state.house },
    learned: { ...state.learned, told: { ...state.learned.told } },
    graph: { nodes, edges },
    lastEvent: state.lastEvent,
  };
}
