import type { Need } from '../need.ts';
import type { State } from '../state.ts';
import type { PersonId } from '../types.ts';

/**
 * BM25 of the need's words against each candidate's document: offers, own focuses, help given.
 * Scores are ≥ 0, in units of word rarity; candidates that share no word are left out. O(words × candidates).
 * Source: Robertson & Zaragoza (2009).
 */
export function textScores(need: Need, candidates: readonly PersonId[], state: State): Map<PersonId, number> {
  const { documents, counters } = state;
  const weighed = [...need.words].map(([word, weight]) => ({ word, weight: weight * documents.idf(word) }));
  const scores = new Map<PersonId, number>();
  for (const candidate of candidates) {
    const bag = documents.bag(candidate);
    if (bag === undefined) continue;
    counters.documentsRead += weighed.length;
    const length = documents.length(candidate);
    let score = 0;
    for (const { word, weight } of weighed) {
      const count = bag.get(word);
      if (count !== undefined) score += weight * documents.saturated(count, length);
    }
    if (score > 0) scores.set(candidate, score);
  }
  return scores;
}

/** The share of the need's words, by rarity, that a person's document says at all, 0…1. */
export function textCovered(need: Need, id: PersonId, state: State): number {
  const bag = state.documents.bag(id);
  const ideal = textIdeal(need, state);
  if (bag === undefined || ideal === 0) return 0;
  let said = 0;
  for (const [word, weight] of need.words) if (bag.has(word)) said += weight * state.documents.idf(word);
  return Math.min(1, said / ideal);
}

/**
 * What one document of mean length that says every word of the need once would score. The names of skills stand in
 * the need in four languages, of which nobody writes more than one at a time.
 */
export function textIdeal(need: Need, { documents }: State): number {
  let typed = 0;
  let named = 0;
  for (const [word, weight] of need.words) {
    if (need.spoken.has(word)) typed += weight * documents.idf(word);
    else named += weight * documents.idf(word);
  }
  return Math.max(typed, named / 4);
}
