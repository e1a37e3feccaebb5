import type { Need } from '../need.ts';
import type { State } from '../state.ts';
import { speaksOf } from '../telling.ts';
import type { PersonId } from '../types.ts';
import { yardstickOf } from '../yardstick.ts';

/**
 * BM25 of the need's words against each candidate's document: offers, own focuses, help given.
 * Scores are ≥ 0, in units of word rarity; candidates that share no word are left out. O(words × candidates).
 * Source: Robertson & Zaragoza (2009).
 */
export function textScores(need: Need, candidates: readonly PersonId[], state: State): Map<PersonId, number> {
  const { documents, counters } = state;
  const { words: weighed } = yardstickOf(need, state);
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

/** The share of the need's words, by rarity, that a person's document speaks of, 0…1. */
export function textCovered(need: Need, id: PersonId, state: State): number {
  const { words, text: ideal } = yardstickOf(need, state);
  if (ideal === 0) return 0;
  let said = 0;
  for (const { word, weight } of words) if (speaksOf(word, id, state)) said += weight;
  return Math.min(1, said / ideal);
}
