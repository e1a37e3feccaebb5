import type { Language, SkillEntry } from '../types.ts';
import { content, englishKey, keyOf, writtenKey } from './phrase-keys.ts';
import { LANGUAGES, normalised } from './words.ts';

/** What a phrase of the vocabulary is found again by. */
export type PhraseReading =
  | { readonly is: 'japanese'; readonly key: string }
  | {
      readonly is: 'spaced';
      readonly words: readonly string[];
      readonly written: string;
      /** By whose stems `key` is. */
      readonly latin: 'en' | 'nl';
      readonly key: string;
    };

/** `undefined` where the phrase has no word that carries more than grammar. */
function readingOf(phrase: string, language: Language): PhraseReading | undefined {
  const words = content(phrase);
  const [first] = words;
  if (first === undefined) return undefined;
  if (words.some(({ script }) => script === 'japanese'))
    return { is: 'japanese', key: normalised(phrase).toLowerCase() };
  const latin = language === 'nl' ? 'nl' : 'en';
  const isEnglishWord = latin === 'en' && words.length === 1;
  return {
    is: 'spaced',
    words: words.map(({ word }) => word),
    written: writtenKey(words),
    latin,
    key: isEnglishWord ? englishKey(first) : keyOf(words, latin),
  };
}

/** Entries are never written to, and those of the seed are the same in every vocabulary that is made of it. */
const known = new WeakMap<SkillEntry, readonly PhraseReading[]>();

/** The labels and synonyms of an entry, in the order of the languages, each read once however many vocabularies have it. */
export function readingsOf(entry: SkillEntry): readonly PhraseReading[] {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const readings = LANGUAGES.flatMap((language) =>
    [entry.labels[language], ...(entry.synonyms?.[language] ?? [])].flatMap(
      (phrase) => readingOf(phrase, language) ?? [],
    ),
  );
  known.set(entry, readings);
  return readings;
}
