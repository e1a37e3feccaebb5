import { isFunctionWord, normalised, stem, type Word, wordsOf } from './words.ts';

/** What ends one thing and begins another: "photos and edit" is no photo editing. Dutch "of" is English too. */
const JOINT = /[,;:.!?/+&\n]|\b(?:and|or|en)\b/i;

/** A word that carries more than grammar; `joined` says that something was listed before it. */
export interface Content extends Word {
  joined: boolean;
}

/** The words of a text without those that carry grammar only. */
export function content(text: string): Content[] {
  const plain = normalised(text);
  let end = 0;
  const words: Content[] = [];
  for (const word of wordsOf(text)) {
    if (isFunctionWord(word)) continue;
    words.push({ ...word, joined: words.length > 0 && JOINT.test(plain.slice(end, word.start)) });
    end = word.end;
  }
  return words;
}

const joinedUp = (words: readonly Content[], keys: readonly string[]) =>
  keys.map((key, i) => (i === 0 ? key : `${words[i]?.joined ? ' & ' : ' '}${key}`)).join('');

/** The words as they are written. */
export const writtenKey = (words: readonly Content[]) =>
  joinedUp(
    words,
    words.map(({ word }) => word),
  );

/** The words by their stems in English (and Arabic) or in Dutch. */
export function keyOf(words: readonly Content[], latin: 'en' | 'nl'): string {
  // "Grafic" and "photo" are the likes of "graphic" and "foto" for whoever types as they speak.
  const stems = words.map(({ word, script }) => stem(word, script, latin).replaceAll('ph', 'f'));
  return joinedUp(words, stems);
}

/** The English words of one stem that mean another thing alone: who trains is no train, customers no customs, a
 * product no productivity. */
const SENSES = { ing: /ings?$/, er: /ers?$/, ivity: /ivity$/ } as const;
type Sense = keyof typeof SENSES;

function senseOf({ word, script }: Word): Sense | undefined {
  if (script !== 'latin') return undefined;
  const root = stem(word, script);
  if (SENSES.ing.test(word) && !root.endsWith('ing')) return 'ing';
  if (SENSES.er.test(word) && !root.endsWith('er')) return 'er';
  return SENSES.ivity.test(word) ? 'ivity' : undefined;
}

const senseKey = (word: Content, sense: Sense | undefined) =>
  sense === undefined ? keyOf([word], 'en') : `${keyOf([word], 'en')}~${sense}`;

/** The key that an English word is stored under as a phrase of its own. */
export function englishKey(word: Content): string {
  return senseKey(word, senseOf(word));
}

/** The keys an English word is looked up by, best first. "Printed" may be what prints; "print" is itself alone. */
export function englishKeys(word: Content): string[] {
  const sense = senseOf(word);
  if (sense === 'er') return [senseKey(word, 'er'), senseKey(word, 'ing')];
  if (sense === 'ivity') return [senseKey(word, sense)];
  const isVerb = sense === 'ing' || word.word.endsWith('ed');
  return isVerb ? [senseKey(word, 'ing'), senseKey(word, undefined)] : [senseKey(word, undefined)];
}
