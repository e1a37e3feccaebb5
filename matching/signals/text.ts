import type { Need } from '../need.ts';
import type { State } from '../state.ts';
import type { PersonId } from '../types.ts';
import { type Yardstick, yardstickOf } from '../yardstick.ts';

/** What a document says of a need: its BM25, and the share of the need's words, by rarity, that it says at all. */
export interface Spoken {
  score: number;
  covered: number;
}

/** BM25 of the need's words against a person's document. Source: Robertson & Zaragoza (2009). O(words). */
export function spokenBy(id: PersonId, { words, text: ideal }: Yardstick, state: State): Spoken {
  const { documents, counters } = state;
  const bag = documents.bag(id);
  if (bag === undefined || ideal === 0) return { score: 0, covered: 0 };
  counters.documentsRead += words.length;
  const length = documents.length(id);
  let score = 0;
  let said = 0;
  for (const { word, weight } of words) {
    const count = bag.get(word);
    if (count === undefined) continue;
    score += weight * documents.saturated(count, length);
    said += weight;
  }
  return { score, covered: Math.min(1, said / ideal) };
}

/**
 * BM25 of the need's words against each candidate's document: offers, own focuses, help given.
 * Scores are ≥ 0, in units of word rarity; candidates that share no word are left out. O(words × candidates).
 */
export function textScores(need: Need, candidates: readonly PersonId[], state: State): Map<PersonId, number> {
  const yardstick = yardstickOf(need, state);
  const scores = new Map<PersonId, number>();
  for (const id of candidates) {
    const { score } = spokenBy(id, yardstick, state);
    if (score > 0) scores.set(id, score);
  }
  return scores;
}
