import { stemmer as stemArabic } from '@orama/stemmers/arabic';
import { stemmer as stemDutch } from '@orama/stemmers/dutch';
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import type { Language } from '../types.ts';
import { ASKING_WORDS, FUNCTION_WORDS, GRAMMAR } from './stop-words.ts';

export const LANGUAGES: readonly Language[] = ['en', 'nl', 'ar', 'ja'];

export type Script = 'latin' | 'arabic' | 'japanese';

/** One word of a text. `word` is normalised and lower-case; `start` and `end` are offsets in `normalised(text)`. */
export interface Word {
  word: string;
  script: Script;
  start: number;
  end: number;
  /** Written in capitals by choice, as in "IT": then it is never taken for a function word. */
  shouted: boolean;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const JAPANESE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
/** Letters and figures that are written with spaces between the words; "ECサイト" is two runs. */
const LETTER = `(?:(?![${JAPANESE}\\p{Script=Arabic}])[\\p{L}\\p{N}\\p{M}])`;
const RUNS = new RegExp(
  `(?<arabic>[\\p{Script=Arabic}\\p{M}]+)|(?<japanese>[${JAPANESE}]+)|(?<latin>${LETTER}(?:${LETTER}|['.](?=${LETTER}))*(?:\\+\\+|#)?)`,
  'gu',
);
const ARABIC_MARKS = /[\u064B-\u065F\u0670\u0640]/g;
/** The article, with "and", "so", "with", "like", "for" written onto it. The first letter of إلكتروني is no article. */
const ARABIC_ARTICLE = /^(?:[وفبك]?ال|لل)(?=...)/;

/** The text in one Unicode form, so that half-width kana, ligatures and curly quotes compare equal. */
export function normalised(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'");
}

function plainArabic(word: string): string {
  const bare = word.replace(ARABIC_MARKS, '');
  const oneAlef = (letters: string) => letters.replace(/[أإآ]/g, 'ا').replaceAll('ى', 'ي');
  const whole = oneAlef(bare);
  // Words such as الذي and اليوم only look as if they had an article.
  if (FUNCTION_WORDS.has(whole) || ASKING_WORDS.has(whole)) return whole;
  return oneAlef(bare.replace(ARABIC_ARTICLE, ''));
}

function* japaneseWords(run: string, start: number): Generator<Word> {
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike === false) continue;
    const at = start + index;
    yield { word: segment, script: 'japanese', start: at, end: at + segment.length, shouted: false };
  }
}

/** The words of a text in order, of whatever mix of scripts. Pure; O(length). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of normalised(text).matchAll(RUNS)) {
    const [run] = match;
    const start = match.index;
    if (match.groups?.japanese !== undefined) {
      words.push(...japaneseWords(run, start));
      continue;
    }
    const script: Script = match.groups?.arabic === undefined ? 'latin' : 'arabic';
    const word = script === 'arabic' ? plainArabic(run) : run.toLowerCase().replace(/'s?$/, '');
    const shouted =
      run.length > 1 && run.length < 5 && run === run.toUpperCase() && run !== run.toLowerCase();
    if (word !== '') words.push({ word, script, start, end: start + run.length, shouted });
  }
  return words;
}

/** Whether a word carries grammar only. */
export function isFunctionWord({ word, script, shouted }: Word): boolean {
  if (shouted) return false;
  if (FUNCTION_WORDS.has(word)) return true;
  // Endings and particles: one or two hiragana alone never name a subject.
  return script === 'japanese' && /^\p{Script=Hiragana}{1,2}$/u.test(word);
}

/** Whether a word names a subject: neither grammar nor one of the words everybody asks with. */
export function isContentWord(word: Word): boolean {
  return !isFunctionWord(word) && !ASKING_WORDS.has(word.word);
}

/**
 * Whether more of a text's grammar is English than Dutch, which shares its letters and many of its words. One word is no
 * proof: Dutch has its back-up, its peer-to-peer and its IT.
 */
export function isEnglish(text: string): boolean {
  const words = wordsOf(text);
  const said = (grammar: ReadonlySet<string>) => words.filter(({ word }) => grammar.has(word)).length;
  return said(GRAMMAR.en) > said(GRAMMAR.nl) + 1;
}

const MOST_REMEMBERED = 50_000;
const STEMMERS = { en: stemEnglish, nl: stemDutch, ar: stemArabic };
const remembered = {
  en: new Map<string, string>(),
  nl: new Map<string, string>(),
  ar: new Map<string, string>(),
};

/** The stem of a word in a language; Japanese words stand as segmented. */
export function stem(word: string, script: Script, latin: 'en' | 'nl' = 'en'): string {
  if (script === 'japanese') return word;
  const language = script === 'arabic' ? 'ar' : latin;
  const known = remembered[language].get(word);
  if (known !== undefined) return known;
  const found = STEMMERS[language](word) || word;
  // Stemming is most of the cost of reading a text, and few words make up most texts.
  if (remembered[language].size >= MOST_REMEMBERED) remembered[language].clear();
  remembered[language].set(word, found);
  return found;
}

/** How often each stem of a content word occurs in a text: the bag that BM25 weighs. */
export type Bag = Map<string, number>;

/** Whether a word is a number alone. */
export const isFigure = (word: string) => /^[\d.]+$/.test(word);

/** The bag of a text. Numbers alone are left out: a year or a price says nothing about a subject. */
export function bagOf(text: string): Bag {
  const bag: Bag = new Map();
  for (const word of wordsOf(text)) {
    if (!isContentWord(word) || isFigure(word.word)) continue;
    const key = stem(word.word, word.script);
    bag.set(key, (bag.get(key) ?? 0) + 1);
  }
  return bag;
}

/** The content words of a text by stem, each as it was first typed. */
export function spokenIn(text: string): Map<string, string> {
  const spoken = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const key = stem(word.word, word.script);
    if (isContentWord(word) && !spoken.has(key)) spoken.set(key, word.word);
  }
  return spoken;
}

/** `into` with every count of `bag` added, `times` over (−1 takes it out again; exact, since counts are whole). */
export function pour(into: Bag, bag: ReadonlyMap<string, number>, times = 1): void {
  for (const [key, count] of bag) {
    const sum = (into.get(key) ?? 0) + count * times;
    if (sum === 0) into.delete(key);
    else into.set(key, sum);
  }
}
