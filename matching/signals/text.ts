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

/** The share of the names of the need's skills that a document speaks of, each in the language in which it says most. */
function namesCovered(need: Need, id: PersonId, state: State): number {
  let said = 0;
  let all = 0;
  for (const { weight, names } of need.skills.values()) {
    const shares = names.map((name) => {
      const spoken = [...name.keys()].filter((word) => speaksOf(word, id, state));
      return spoken.length / name.size;
    });
    said += weight * Math.max(0, ...shares);
    all += weight;
  }
  return all === 0 ? 0 : said / all;
}

/** The share of what was typed, by rarity, or of the names of the skills, that a person's document speaks of, 0…1. */
export function textCovered(need: Need, id: PersonId, state: State): number {
  if (state.documents.bag(id) === undefined) return 0;
  let said = 0;
  let all = 0;
  for (const { word, weight } of yardstickOf(need, state).words) {
    if (!need.spoken.has(word)) continue;
    all += weight;
    if (speaksOf(word, id, state)) said += weight;
  }
  return Math.max(all === 0 ? 0 : said / all, namesCovered(need, id, state));
}
