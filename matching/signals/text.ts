import type { Need } from '../need.ts';
import type { State } from '../state.ts';
import { isSpokenOf } from '../telling.ts';
import { NONE } from '../term-numbers.ts';
import type { PersonId } from '../types.ts';
import { type Yardstick, yardstickOf } from '../yardstick.ts';

/**
 * What a document says of a need: its BM25, and the share of what was typed, by rarity, or of the names of the skills, that
 * it speaks of, 0…1.
 */
export interface Spoken {
  score: number;
  covered: number;
}

const SILENT: Spoken = { score: 0, covered: 0 };

/** The share of the names of the need's skills that stands at these places, each in the language in which most does. */
function namesCovered(spoken: readonly number[], { named }: Yardstick): number {
  let [said, all] = [0, 0];
  for (const { weight, names } of named) {
    let most = 0;
    for (const { places, size } of names) {
      most = Math.max(most, places.filter((place) => spoken.includes(place)).length / size);
    }
    said += weight * most;
    all += weight;
  }
  return all === 0 ? 0 : said / all;
}

/** What is covered of a need by a document that speaks of the words at these places. */
function covered(spoken: readonly number[], yardstick: Yardstick): number {
  if (spoken.length === 0) return 0;
  const { words, typed } = yardstick;
  let said = 0;
  for (const place of spoken) if (words.typed[place] === 1) said += words.weights[place] ?? 0;
  return Math.max(typed === 0 ? 0 : Math.min(1, said / typed), namesCovered(spoken, yardstick));
}

/**
 * BM25 of the need's words against each person's document: free text, free skills offered, help given. Scores are ≥ 0, in
 * units of word rarity. O(words of the documents). Source: Robertson & Zaragoza (2009).
 */
export function spokenAmong(need: Need, people: readonly PersonId[], state: State): Spoken[] {
  const { documents, counters } = state;
  const yardstick = yardstickOf(need, state);
  const { numbers, weights, others } = yardstick.words;
  const [asked] = state.sheets;
  asked.lay(
    numbers,
    Int32Array.from(numbers, (_, place) => place + 1),
  );
  const { values } = asked;
  const found = people.map((id) => {
    const document = documents.numbered(id);
    if (document === undefined) return SILENT;
    const { terms, counts, length } = document;
    counters.documentsRead += terms.length;
    let score = 0;
    const spoken: number[] = [];
    for (let i = 0; i < terms.length; i++) {
      const place = (values[terms[i] ?? 0] ?? 0) - 1;
      if (place < 0) continue;
      const count = counts[i] ?? 0;
      score += (weights[place] ?? 0) * documents.saturated(count, length);
      if (isSpokenOf(count, length, others[place] ?? 0)) spoken.push(place);
    }
    return { score, covered: covered(spoken, yardstick) };
  });
  asked.wipe();
  return found;
}

/** `spokenAmong` the other way: one person's document against each of some needs. O(words of the needs). */
export function spokenFor(person: PersonId, needs: readonly Need[], state: State): Spoken[] {
  const { documents, counters } = state;
  const document = documents.numbered(person);
  if (document === undefined) return needs.map(() => SILENT);
  const { length } = document;
  const [sheet] = state.sheets;
  sheet.lay(document.terms, document.counts);
  const { values } = sheet;
  const found = needs.map((need) => {
    const yardstick = yardstickOf(need, state);
    const { numbers, weights, others } = yardstick.words;
    counters.documentsRead += numbers.length;
    let score = 0;
    const spoken: number[] = [];
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place] ?? NONE;
      const count = number < 0 ? 0 : (values[number] ?? 0);
      if (count === 0) continue;
      score += (weights[place] ?? 0) * documents.saturated(count, length);
      if (isSpokenOf(count, length, others[place] ?? 0)) spoken.push(place);
    }
    return { score, covered: covered(spoken, yardstick) };
  });
  sheet.wipe();
  return found;
}
