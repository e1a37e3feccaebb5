import type { SkillEntry, SkillId } from '../types.ts';
import type { PhraseHit, Phrases } from './phrase.ts';
import { type Content, content, englishKeys, keyOf, writtenKey } from './phrase-keys.ts';
import { readingsOf } from './phrase-reading.ts';
import { findJapanese } from './phrases-japanese.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { isContentWord, isEnglish } from './words.ts';

/** All phrases of the vocabulary, indexed by their stems, and the search over them. */
export interface PhraseIndex {
  /** Adds all that an entry is called. */
  add(entry: SkillEntry): void;
  /** The phrases in a text, longest first at every place, never two over the same words. */
  find(text: string): PhraseHit[];
}

interface Index {
  /** Phrases as they are written, of all but Dutch: "مكتبة" is a bookshop, though its stem is that of an office. */
  written: Phrases;
  writtenDutch: Phrases;
  /** Words of the phrases that are not Dutch. */
  words: Set<string>;
  en: Phrases;
  nl: Phrases;
  japanese: Phrases;
  speller: Speller;
  /** Words in the longest phrase. */
  longest: number;
}

/** The index as a text is read with it. */
interface Reading extends Index {
  isEnglish: boolean;
}

interface Found {
  skills: ReadonlySet<SkillId>;
  score: number;
}

const TYPO = 0.8;
const COMPOUND = 0.85;
const PART_OF_COMPOUND = 0.6;
const ATTACHED = 0.9;
const SHORTEST_COMPOUND = 8;
const SHORTEST_PART = 3;
/** A part that stands for the whole compound must be long enough to be no accident. */
const SHORTEST_TELLING_PART = 5;

function put(phrases: Phrases, key: string, skill: SkillId): void {
  const skills = phrases.get(key);
  if (skills === undefined) phrases.set(key, new Set([skill]));
  else skills.add(skill);
}

function together(
  some: ReadonlySet<SkillId> | undefined,
  others: ReadonlySet<SkillId> | undefined,
): ReadonlySet<SkillId> | undefined {
  return some === undefined || others === undefined ? (some ?? others) : new Set([...some, ...others]);
}

/** What is written so. In an English text an English word is not the Dutch one that looks like it: a stage is no traineeship. */
function asWritten(words: readonly Content[], index: Reading): ReadonlySet<SkillId> | undefined {
  const key = writtenKey(words);
  const isDutch = !index.isEnglish || words.every(({ word }) => !index.words.has(word));
  return together(index.written.get(key), isDutch ? index.writtenDutch.get(key) : undefined);
}

function lookUp(words: readonly Content[], index: Reading): ReadonlySet<SkillId> | undefined {
  const written = asWritten(words, index);
  if (written !== undefined) return written;
  const [word] = words;
  const keys = words.length === 1 && word !== undefined ? englishKeys(word) : [keyOf(words, 'en')];
  const english = keys.map((key) => index.en.get(key)).find((skills) => skills !== undefined);
  // Dutch texts borrow English words and bend them their way; English ones take a Dutch word as it stands.
  return together(english, index.isEnglish ? undefined : index.nl.get(keyOf(words, 'nl')));
}

/** The two parts of a word at a cut; the linking s of "bedrijfsplan" belongs to neither. */
function* partsAt(word: Content, cut: number): Generator<[Content, Content]> {
  const head = { ...word, word: word.word.slice(0, cut) };
  yield [head, { ...word, word: word.word.slice(cut) }];
  const linked = word.word.slice(cut + 1);
  if (word.word[cut] === 's' && linked.length >= SHORTEST_PART) yield [head, { ...word, word: linked }];
}

/** A compound, as Dutch writes them, taken apart: both parts one phrase, else the longest part that is a skill. */
function takeApart(word: Content, index: Reading): Found | undefined {
  const { length } = word.word;
  if (word.script !== 'latin' || length < SHORTEST_COMPOUND) return undefined;
  let part: Found | undefined;
  let longest = SHORTEST_TELLING_PART - 1;
  for (let cut = length - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
    for (const parts of partsAt(word, cut)) {
      const areWords = parts.every(({ word: piece }) => index.speller.has(piece));
      const whole = areWords && lookUp(parts, index);
      if (whole) return { skills: whole, score: COMPOUND };
      for (const piece of parts) {
        // A stem alone would find a party in "particular".
        const isWord = piece.word.length > longest && index.speller.has(piece.word);
        const skills = isWord ? lookUp([piece], index) : undefined;
        if (skills === undefined) continue;
        part = { skills, score: PART_OF_COMPOUND };
        longest = piece.word.length;
      }
    }
  }
  return part;
}

/** An Arabic word without the "and", "for", "with", "so" or "like" that may be written onto it. */
function withoutParticle(word: Content | undefined): Content | undefined {
  const isArabic = word?.script === 'arabic' && /^[وفبلك]/.test(word.word);
  return isArabic && word.word.length >= 4 ? { ...word, word: word.word.slice(1) } : undefined;
}

function corrected(word: Content, { speller }: Index): Content {
  if (word.script === 'japanese' || speller.has(word.word)) return word;
  const known = speller.correct(word.word);
  return known === undefined ? word : { ...word, word: known };
}

/** A stretch of words as one phrase: as written, written as one word, or with a letter mistyped. */
function asPhrase(words: readonly Content[], index: Reading): Found | undefined {
  // "Maak" is the stem of a make-up artist, and of half of what people ask.
  if (!words.some(isContentWord)) return undefined;
  const [first, second] = words;
  const bare = withoutParticle(first);
  const bareWords = bare === undefined ? undefined : [bare, ...words.slice(1)];
  const isWritten = asWritten(words, index) !== undefined;
  // "And a bookshop" comes before whatever shares a stem with that one word.
  const written = isWritten || bareWords === undefined ? undefined : asWritten(bareWords, index);
  if (written !== undefined) return { skills: written, score: ATTACHED };
  const exact = lookUp(words, index);
  if (exact !== undefined) return { skills: exact, score: 1 };
  if (words.length === 2 && first?.script === 'latin' && second !== undefined) {
    const joined = lookUp([{ ...first, word: first.word + second.word }], index);
    if (joined !== undefined) return { skills: joined, score: COMPOUND };
  }
  const attached = bareWords === undefined ? undefined : lookUp(bareWords, index);
  if (attached !== undefined) return { skills: attached, score: ATTACHED };
  const apart = words.length === 1 && first !== undefined ? takeApart(first, index) : undefined;
  if (apart?.score === COMPOUND) return apart;
  const mended = words.map((word) => corrected(word, index));
  const spelled = mended.some((word, i) => word !== words[i]) ? lookUp(mended, index) : undefined;
  return spelled === undefined ? apart : { skills: spelled, score: TYPO };
}

function findSpaced(text: string, phrases: Index): PhraseHit[] {
  const index = { ...phrases, isEnglish: isEnglish(text) };
  const words = content(text).filter(({ script }) => script !== 'japanese');
  const hits: PhraseHit[] = [];
  let from = 0;
  while (from < words.length) {
    let taken = 1;
    for (let length = Math.min(index.longest, words.length - from); length >= 1; length--) {
      const stretch = words.slice(from, from + length);
      const found = asPhrase(stretch, index);
      if (found === undefined) continue;
      const start = stretch[0]?.start ?? 0;
      const end = stretch[length - 1]?.end ?? start;
      for (const skill of found.skills) hits.push({ skill, start, end, score: found.score });
      taken = length;
      break;
    }
    from += taken;
  }
  return hits;
}

/** An empty phrase index. A look-up costs a few probes a word; the size of the vocabulary does not enter. */
export function createPhraseIndex(): PhraseIndex {
  const index: Index = {
    written: new Map(),
    writtenDutch: new Map(),
    words: new Set(),
    en: new Map(),
    nl: new Map(),
    japanese: new Map(),
    speller: createSpeller(),
    longest: 1,
  };
  return {
    add(entry) {
      for (const reading of readingsOf(entry)) {
        if (reading.is === 'japanese') {
          put(index.japanese, reading.key, entry.id);
          continue;
        }
        for (const word of reading.words) index.speller.add(word);
        if (reading.latin !== 'nl') for (const word of reading.words) index.words.add(word);
        index.longest = Math.max(index.longest, reading.words.length);
        put(reading.latin === 'nl' ? index.writtenDutch : index.written, reading.written, entry.id);
        put(index[reading.latin], reading.key, entry.id);
      }
    },
    find(text) {
      const japanese = findJapanese(text, index.japanese);
      // "AI" inside "生成AI" has been read already.
      const isRead = ({ start, end }: PhraseHit) =>
        japanese.some((hit) => hit.start <= start && hit.end >= end);
      const spaced = findSpaced(text, index).filter((hit) => !isRead(hit));
      return [...spaced, ...japanese].sort((a, b) => a.start - b.start);
    },
  };
}
