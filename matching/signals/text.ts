import { type Numbered, saturation } from '../state/bm25.ts';
import { isWritten } from '../state/column.ts';
import type { State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { Yardstick } from './sheet.ts';
import { isEnough, isSpokenOf } from './telling.ts';

/**
 * What a document says of a need: its BM25; the share of what was typed, by rarity, or of the names of the skills, that
 * it speaks of, 0…1; and whether its words are a reason, as `tellingWords` would find.
 */
export interface Spoken {
  score: number;
  covered: number;
  tells: boolean;
}

export const SILENT: Spoken = { score: 0, covered: 0, tells: false };

/** Which words of a need a document speaks of, by place; one sheet for all documents. */
interface Marks {
  spoken: Uint8Array;
  count: number;
}

const SHEET = 256;

function noMarks(words = SHEET): Marks {
  return { spoken: new Uint8Array(words), count: 0 };
}

function mark(marks: Marks, place: number): void {
  marks.spoken[place] = 1;
  marks.count++;
}

/** The share of the names of the need's skills that is spoken of, each in the language in which most is. */
function namesCovered(spoken: Uint8Array, { named }: Yardstick): number {
  let [said, all] = [0, 0];
  for (const { weight, names } of named) {
    let most = 0;
    for (const { places, size } of names) {
      let count = 0;
      for (const place of places) count += spoken[place] ?? 0;
      if (count > 0) most = Math.max(most, count / size);
    }
    said += weight * most;
    all += weight;
  }
  return all === 0 ? 0 : said / all;
}

/** Whether the whole name of a skill is spoken of, in words that say something. */
function isNamed(spoken: Uint8Array, { words, named }: Yardstick): boolean {
  const isSaid = (place: number) => spoken[place] === 1 && words.rare[place] === 1;
  return named.some(({ names }) =>
    names.some(({ places, size }) => places.length === size && places.every(isSaid)),
  );
}

/** What is said of a need by a document that speaks of the words marked; wipes the marks. */
function summedUp(score: number, marks: Marks, yardstick: Yardstick): Spoken {
  if (marks.count === 0) return { score, covered: 0, tells: false };
  const { spoken } = marks;
  const { words, typed, typedInAll } = yardstick;
  let [said, shared, telling, isNaming] = [0, 0, 0, false];
  // In the order of the need, so that sums do not depend on that of the document.
  for (let place = 0; place < words.numbers.length; place++) {
    if (spoken[place] === 0) continue;
    if (words.naming[place] === 1) isNaming = true;
    if (place >= words.typed) continue;
    const weight = words.weights[place] ?? 0;
    said += weight;
    if (words.rare[place] === 0) continue;
    shared += weight;
    telling++;
  }
  const covered = Math.max(typed === 0 ? 0 : said / typed, isNaming ? namesCovered(spoken, yardstick) : 0);
  const tells = isEnough(telling, shared, typedInAll) || (isNaming && isNamed(spoken, yardstick));
  spoken.fill(0, 0, words.numbers.length);
  marks.count = 0;
  return { score, covered, tells };
}

/**
 * BM25 of the need's words against each of some people's documents: free text, free skills offered, help given. Scores are ≥ 0, in
 * units of word rarity. O(words of the documents). Source: Robertson & Zaragoza (2009).
 */
export function spokenAmong(
  yardstick: Yardstick,
  texts: readonly (Numbered | undefined)[],
  state: State,
): Spoken[] {
  const { documents, counters } = state;
  const mean = documents.meanLength;
  const { numbers, weights, others } = yardstick.words;
  const marks = noMarks(numbers.length);
  const [asked] = state.sheets;
  asked.lay(
    numbers,
    Int32Array.from(numbers, (_, place) => place + 1),
  );
  const { values, bits } = asked;
  const found = texts.map((document) => {
    if (document === undefined) return SILENT;
    const { terms, counts, length } = document;
    counters.documentsRead += terms.length;
    let score = 0;
    for (let i = 0; i < terms.length; i++) {
      const number = terms[i] ?? NONE;
      if (!isWritten(bits, number)) continue;
      const place = (values[number] ?? 0) - 1;
      const count = counts[i] ?? 0;
      score += (weights[place] ?? 0) * saturation(count, length, mean);
      if (isSpokenOf(count, length, others[place] ?? 0)) mark(marks, place);
    }
    return score === 0 ? SILENT : summedUp(score, marks, yardstick);
  });
  asked.wipe();
  return found;
}

/** `spokenAmong` the other way: one person's document against each of some needs. O(words of the needs). */
export function spokenFor(person: PersonId, yardsticks: readonly Yardstick[], state: State): Spoken[] {
  const { documents, counters } = state;
  const document = documents.numbered(person);
  if (document === undefined) return yardsticks.map(() => SILENT);
  const { length } = document;
  const mean = documents.meanLength;
  const [sheet] = state.sheets;
  sheet.lay(document.terms, document.counts);
  const { values, bits } = sheet;
  let marks = noMarks();
  const found = yardsticks.map((yardstick) => {
    const { numbers, weights, others } = yardstick.words;
    counters.documentsRead += numbers.length;
    if (numbers.length > marks.spoken.length) marks = noMarks(2 * numbers.length);
    let score = 0;
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place] ?? NONE;
      if (!isWritten(bits, number)) continue;
      const count = values[number] ?? 0;
      score += (weights[place] ?? 0) * saturation(count, length, mean);
      if (isSpokenOf(count, length, others[place] ?? 0)) mark(marks, place);
    }
    return score === 0 ? SILENT : summedUp(score, marks, yardstick);
  });
  sheet.wipe();
  return found;
}
