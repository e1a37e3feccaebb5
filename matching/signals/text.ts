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

/** What one document of mean length that says every word of the need once would score. */
export function textIdeal(need: Need, state: State): number {
  let ideal = 0;
  for (const [word, weight] of need.words) ideal += weight * state.documents.idf(word);
  return ideal;
}
