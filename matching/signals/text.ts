import type { Need } from '../need.ts';
import type { State } from '../state.ts';
import { LIFT } from '../telling.ts';
import { NONE } from '../term-numbers.ts';
import type { PersonId } from '../types.ts';
import { type Yardstick, yardstickOf } from '../yardstick.ts';

/** What a document says of a need: its BM25, and the share of the need that it speaks of. */
export interface Spoken {
  score: number;
  covered: number;
}

const SILENT: Spoken = { score: 0, covered: 0 };

/**
 * The share of what was typed, by rarity, or of the names of the skills, each in the language in which most of it is said,
 * that a document speaks of, 0…1; `isSpoken` by the place of each word among the need's.
 */
function coverage({ typed, typedWeight, names }: Yardstick['parts'], isSpoken: Uint8Array): number {
  let said = 0;
  for (let i = 0; i < typed.length; i++) if (isSpoken[i] === 1) said += typed[i] ?? 0;
  let [named, all] = [0, 0];
  for (const { weight, languages } of names) {
    let most = 0;
    for (const places of languages) {
      let spoken = 0;
      for (const place of places) if (isSpoken[place] === 1) spoken++;
      most = Math.max(most, spoken / places.length);
    }
    named += weight * most;
    all += weight;
  }
  return Math.max(typedWeight === 0 ? 0 : said / typedWeight, all === 0 ? 0 : named / all);
}

/** Reads one document against one need, word by word, and wipes what it noted. */
function createReader(most: number, { documents }: State) {
  const isSpoken = new Uint8Array(most);
  let [score, isHeard] = [0, false];
  return {
    /** A word of the need, by its place and number there, which the document says so often. */
    hear(place: number, number: number, weight: number, count: number, length: number): void {
      score += weight * documents.saturated(count, length);
      // As in `speaksOf`.
      const others = (documents.frequencyOf(number) - 1) / documents.postings;
      if (count < LIFT * length * others) return;
      isSpoken[place] = 1;
      isHeard = true;
    },
    end(parts: Yardstick['parts']): Spoken {
      const spoken = { score, covered: isHeard ? coverage(parts, isSpoken) : 0 };
      if (isHeard) isSpoken.fill(0);
      [score, isHeard] = [0, false];
      return spoken;
    },
  };
}

/**
 * BM25 of the need's words against each person's document: free text, free skills offered, help given. Scores are ≥ 0, in
 * units of word rarity. O(words of the documents). Source: Robertson & Zaragoza (2009).
 */
export function spokenAmong(need: Need, people: readonly PersonId[], state: State): Spoken[] {
  const { documents, counters } = state;
  const { words, parts } = yardstickOf(need, state);
  const [places] = state.sheets;
  for (let i = 0; i < words.numbers.length; i++) places.set(words.numbers[i] ?? NONE, i + 1);
  const { values } = places;
  const reader = createReader(words.numbers.length, state);
  const spoken = people.map((id) => {
    const document = documents.numbered(id);
    if (document === undefined) return SILENT;
    const { terms, counts, length } = document;
    counters.documentsRead += terms.length;
    for (let i = 0; i < terms.length; i++) {
      const number = terms[i] ?? 0;
      const place = (values[number] ?? 0) - 1;
      if (place >= 0) reader.hear(place, number, words.weights[place] ?? 0, counts[i] ?? 0, length);
    }
    return reader.end(parts);
  });
  places.wipe();
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
  const most = Math.max(0, ...needs.map(({ words }) => words.size));
  const reader = createReader(most, state);
  const spoken = needs.map((need) => {
    const { words, parts } = yardstickOf(need, state);
    counters.documentsRead += words.numbers.length;
    for (let i = 0; i < words.numbers.length; i++) {
      const number = words.numbers[i] ?? NONE;
      const count = number < 0 ? 0 : (values[number] ?? 0);
      if (count > 0) reader.hear(i, number, words.weights[i] ?? 0, count, document.length);
    }
    return reader.end(parts);
  });
  counts.wipe();
  return spoken;
}
