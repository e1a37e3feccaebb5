import type { Need } from '../need.ts';
import type { State } from '../state.ts';
import { NONE } from '../term-numbers.ts';
import type { PersonId } from '../types.ts';
import { yardstickOf } from '../yardstick.ts';

/** What a document says of a need: its BM25, and the share of the need's words, by rarity, that it says at all. */
export interface Spoken {
  score: number;
  covered: number;
}

const SILENT: Spoken = { score: 0, covered: 0 };

/**
 * BM25 of the need's words against each person's document: free text, free skills offered, help given. Scores are ≥ 0, in
 * units of word rarity. O(words of the documents). Source: Robertson & Zaragoza (2009).
 */
export function spokenAmong(need: Need, people: readonly PersonId[], state: State): Spoken[] {
  const { documents, counters } = state;
  const { words, text: ideal } = yardstickOf(need, state);
  if (ideal === 0) return people.map(() => SILENT);
  const [asked] = state.sheets;
  asked.lay(words.numbers, words.weights);
  const { values } = asked;
  const spoken = people.map((id) => {
    const document = documents.numbered(id);
    if (document === undefined) return SILENT;
    const { terms, counts, length } = document;
    counters.documentsRead += terms.length;
    let [score, said] = [0, 0];
    for (let i = 0; i < terms.length; i++) {
      const weight = values[terms[i] ?? 0] ?? 0;
      if (weight === 0) continue;
      score += weight * documents.saturated(counts[i] ?? 0, length);
      said += weight;
    }
    return { score, covered: Math.min(1, said / ideal) };
  });
  asked.wipe();
  return spoken;
}

/** `spokenAmong` the other way: one person's document against each of some needs. O(words of the needs). */
export function spokenFor(person: PersonId, needs: readonly Need[], state: State): Spoken[] {
  const { documents, counters } = state;
  const document = documents.numbered(person);
  if (document === undefined) return needs.map(() => SILENT);
  const [counts] = state.sheets;
  counts.lay(document.terms, document.counts);
  const { values } = counts;
  const spoken = needs.map((need) => {
    const { words, text: ideal } = yardstickOf(need, state);
    if (ideal === 0) return SILENT;
    counters.documentsRead += words.numbers.length;
    let [score, said] = [0, 0];
    for (let i = 0; i < words.numbers.length; i++) {
      const number = words.numbers[i] ?? NONE;
      const count = number < 0 ? 0 : (values[number] ?? 0);
      if (count === 0) continue;
      const weight = words.weights[i] ?? 0;
      score += weight * documents.saturated(count, document.length);
      said += weight;
    }
    return { score, covered: Math.min(1, said / ideal) };
  });
  counts.wipe();
  return spoken;
}
