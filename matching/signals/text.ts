import { NONE } from '../room/term-numbers.ts';
import type { State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import type { Need } from '../vocabulary/need.ts';
import { isEnough, isSpokenOf } from './telling.ts';
import { type Yardstick, yardstickOf } from './yardstick.ts';

/**
 * What a document says of a need: its BM25; the share of what was typed, by rarity, or of the names of the skills, that
 * it speaks of, 0…1; and whether its words are a reason, as `tellingWords` would find.
 */
export interface Spoken {
  score: number;
  covered: number;
  tells: boolean;
}

const SILENT: Spoken = { score: 0, covered: 0, tells: false };

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

/** Whether these places hold words enough, of those that say something, or the whole name of a skill. */
function isTelling(spoken: readonly number[], { words, named, typedInAll }: Yardstick): boolean {
  const rare = spoken.filter((place) => words.rare[place] === 1);
  const typed = rare.filter((place) => words.typed[place] === 1);
  const shared = typed.reduce((sum, place) => sum + (words.weights[place] ?? 0), 0);
  if (isEnough(typed.length, shared, typedInAll)) return true;
  const isSaid = (place: number) => rare.includes(place);
  return named.some(({ names }) =>
    names.some(({ places, size }) => places.length === size && places.every(isSaid)),
  );
}

/** What is said of a need by a document that speaks of the words at these places. */
function summedUp(score: number, spoken: number[], yardstick: Yardstick): Spoken {
  if (spoken.length === 0) return { score, covered: 0, tells: false };
  // In the order of the need, so that sums do not depend on that of the document.
  spoken.sort((a, b) => a - b);
  const { words, typed } = yardstick;
  let said = 0;
  for (const place of spoken) if (words.typed[place] === 1) said += words.weights[place] ?? 0;
  const covered = Math.max(typed === 0 ? 0 : said / typed, namesCovered(spoken, yardstick));
  return { score, covered, tells: isTelling(spoken, yardstick) };
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
    return summedUp(score, spoken, yardstick);
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
    return summedUp(score, spoken, yardstick);
  });
  sheet.wipe();
  return found;
}
