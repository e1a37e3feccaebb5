import { DAY } from '../evidence.ts';
import { type Need, SKILL_MARK } from '../need.ts';
import type { State } from '../state.ts';
import type { PersonId } from '../types.ts';

/** How many past needs may vote, and the share of needs above which a word says nothing. */
const VOTERS = 100;
const FREQUENT = 0.12;

interface Similar {
  key: string;
  similarity: number;
}

/** The past needs that candidates helped with, most similar to this one first, at most a hundred. */
export function similarNeeds(need: Need, candidates: readonly PersonId[], state: State): Similar[] {
  const { people, needWords, counters } = state;
  const keys = new Set<string>();
  for (const id of candidates) for (const key of people.get(id)?.helpedWith ?? []) keys.add(key);
  if (keys.size === 0) return [];
  const terms = termsOf(need).filter(
    ({ term }) => needWords.frequency(term) <= Math.max(3, FREQUENT * needWords.size),
  );
  const weighed = terms.map(({ term, weight }) => ({ term, weight: weight * needWords.idf(term) }));
  const similar: Similar[] = [];
  for (const key of keys) {
    const bag = needWords.bag(key);
    if (bag === undefined) continue;
    counters.needsRead += weighed.length;
    const length = needWords.length(key);
    let similarity = 0;
    for (const { term, weight } of weighed) {
      const count = bag.get(term);
      if (count !== undefined) similarity += weight * needWords.saturated(count, length);
    }
    if (similarity > 0) similar.push({ key, similarity });
  }
  return similar.sort((a, b) => b.similarity - a.similarity || (a.key < b.key ? -1 : 1)).slice(0, VOTERS);
}

function termsOf(need: Need): { term: string; weight: number }[] {
  const words = [...need.words].map(([term, weight]) => ({ term, weight }));
  return words.concat([...need.skills].map(([skill, weight]) => ({ term: SKILL_MARK + skill, weight })));
}

/** The similarity of a past need of mean length that repeats every word and skill of this one. */
export function memoryIdeal(need: Need, state: State): number {
  return termsOf(need).reduce((sum, { term, weight }) => sum + weight * state.needWords.idf(term), 0);
}

/**
 * Past needs vote for those who helped with them: `m_y = Σ_k (s_k/s_1)²·2^(−age_k/h)·o_ky / (1+n_y)^¼`, where s is
 * the need's similarity (BM25), o the outcome and n_y how often y helped. Scores are ≥ 0.
 */
export function memoryScores(
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  { at, halfLifeDays }: { at: number; halfLifeDays: number },
): Map<PersonId, number> {
  const here = new Set(candidates);
  const similar = similarNeeds(need, candidates, state);
  const top = similar[0]?.similarity ?? 1;
  const votes = new Map<PersonId, number>();
  for (const { key, similarity } of similar) {
    for (const [helper, { weight, at: then }] of state.needs.get(key)?.helpers ?? []) {
      if (weight === 0 || !here.has(helper)) continue;
      const fresh = 2 ** (-Math.max(0, at - then) / (halfLifeDays * DAY));
      votes.set(helper, (votes.get(helper) ?? 0) + (similarity / top) ** 2 * fresh * weight);
    }
  }
  for (const [helper, vote] of votes) {
    votes.set(helper, vote / (1 + (state.people.get(helper)?.helpedWith.size ?? 0)) ** 0.25);
  }
  return votes;
}
