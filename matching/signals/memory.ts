import { DAY } from '../evidence.ts';
import type { Need } from '../need.ts';
import type { State } from '../state.ts';
import type { PersonId } from '../types.ts';
import { yardstickOf } from '../yardstick.ts';

/** How many past needs may vote. */
const VOTERS = 100;

/** Past needs that resemble one, most similar first; `ideal` is what a word-for-word repetition would score. */
export interface Recalled {
  /** `covered`: the share of the need's words and skills, by rarity, that the past need names, 0…1. */
  similar: { key: string; similarity: number; covered: number }[];
  ideal: number;
}

/**
 * The past needs that candidates helped with, most similar to this one by BM25, at most a hundred. Needs that nobody
 * here helped with are not read, so the cost is that of the room and not that of the network.
 */
export function recall(need: Need, candidates: readonly PersonId[], state: State): Recalled {
  const { people, needWords, counters } = state;
  const keys = new Set<string>();
  for (const id of candidates) for (const key of people.get(id)?.helpedWith ?? []) keys.add(key);
  if (keys.size === 0) return { similar: [], ideal: 0 };
  const { terms, memory: ideal } = yardstickOf(need, state);
  const similar: Recalled['similar'] = [];
  for (const key of needWords.holding(terms, keys)) {
    const bag = needWords.bag(key);
    if (bag === undefined) continue;
    counters.needsRead += terms.length;
    const length = needWords.length(key);
    let similarity = 0;
    let named = 0;
    for (const { term, weight } of terms) {
      const count = bag.get(term);
      if (count === undefined) continue;
      similarity += weight * needWords.saturated(count, length);
      named += weight;
    }
    if (similarity > 0) similar.push({ key, similarity, covered: named / ideal });
  }
  similar.sort((a, b) => b.similarity - a.similarity || (a.key < b.key ? -1 : 1));
  return { similar: similar.slice(0, VOTERS), ideal };
}

/** How past needs vote: similarity is divided by `scale` and raised to `sharpness`. */
export interface Ballot {
  at: number;
  halfLifeDays: number;
  scale: number;
  sharpness: 1 | 2;
}

/**
 * Past needs vote for those who helped with them: `m_y = Σ_k (s_k/scale)^sharpness·2^(−age_k/h)·o_ky / (1+n_y)^¼`, where
 * s is the need's similarity, o the outcome and n_y how often y helped. Scores are ≥ 0.
 */
export function votes(
  { similar }: Recalled,
  candidates: readonly PersonId[],
  state: State,
  { at, halfLifeDays, scale, sharpness }: Ballot,
): Map<PersonId, number> {
  const here = new Set(candidates);
  const sums = new Map<PersonId, number>();
  for (const { key, similarity } of similar) {
    const say = (similarity / scale) ** sharpness;
    for (const [helper, { weight, at: then }] of state.needs.get(key)?.helpers ?? []) {
      if (weight === 0 || !here.has(helper)) continue;
      const fresh = 2 ** (-Math.max(0, at - then) / (halfLifeDays * DAY));
      sums.set(helper, (sums.get(helper) ?? 0) + say * fresh * weight);
    }
  }
  for (const [helper, sum] of sums) {
    sums.set(helper, sum / (1 + (state.people.get(helper)?.helpedWith.size ?? 0)) ** 0.25);
  }
  return sums;
}

/** The memory channel within a room: votes relative to the most similar need. */
export function memoryScores(
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  { at, halfLifeDays }: { at: number; halfLifeDays: number },
): Map<PersonId, number> {
  const recalled = recall(need, candidates, state);
  const scale = recalled.similar[0]?.similarity ?? 1;
  return votes(recalled, candidates, state, { at, halfLifeDays, scale, sharpness: 2 });
}
