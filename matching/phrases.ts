import { createSpeller } from './spelling.ts';
import type { Language, SkillId } from './types.ts';
import { isFunctionWord, normalised, stem, type Word, wordsOf } from './words.ts';

/** A phrase of the vocabulary found in a text: offsets in the normalised text, and how surely, in (0, 1]. */
export interface PhraseHit {
  skill: SkillId;
  start: number;
  end: number;
  score: number;
}

const TYPO = 0.8;
const COMPOUND = 0.85;
const PART_OF_COMPOUND = 0.6;
const INSIDE_A_WORD = 0.8;
const LONGEST_JAPANESE = 24;

type Latin = 'en' | 'nl';

const content = (text: string) => wordsOf(text).filter((word) => !isFunctionWord(word));
const keyOf = (words: readonly Word[], latin: Latin) =>
  words.map(({ word, script }) => stem(word, script, latin)).join(' ');

/** All phrases of the vocabulary, indexed by their stems, and the searches over them. */
export interface PhraseIndex {
  add(skill: SkillId, language: Language, phrase: string): void;
  /** The phrases in a text, longest first at every place, never two over the same words. */
  find(text: string): PhraseHit[];
}

/** An empty phrase index. A look-up costs a few probes a word; the size of the vocabulary does not enter. */
export function createPhraseIndex(): PhraseIndex {
  const byKey = { en: new Map<string, Set<SkillId>>(), nl: new Map<string, Set<SkillId>>() };
  const japanese = new Map<string, Set<SkillId>>();
  const speller = createSpeller();
  let longest = 1;

  function put(map: Map<string, Set<SkillId>>, key: string, skill: SkillId): void {
    const skills = map.get(key);
    if (skills === undefined) map.set(key, new Set([skill]));
    else skills.add(skill);
  }

  function lookUp(words: readonly Word[]): ReadonlySet<SkillId> | undefined {
    const english = byKey.en.get(keyOf(words, 'en'));
    const dutch = byKey.nl.get(keyOf(words, 'nl'));
    if (english === undefined || dutch === undefined) return english ?? dutch;
    return new Set([...english, ...dutch]);
  }

  /** A Dutch compound taken apart: both parts known, or one part a skill of its own. */
  function takeApart(word: Word): { skills: ReadonlySet<SkillId>; score: number } | undefined {
    if (word.script !== 'latin' || word.word.length < 8) return undefined;
    let part: { skills: ReadonlySet<SkillId>; score: number; length: number } | undefined;
    for (let cut = word.word.length - 3; cut >= 3; cut--) {
      const head = { ...word, word: word.word.slice(0, cut) };
      // The linking s of "bedrijfsplan" belongs to neither part.
      const tails = [word.word.slice(cut), ...(word.word[cut] === 's' ? [word.word.slice(cut + 1)] : [])];
      for (const rest of tails.filter((tail) => tail.length >= 3)) {
        const tail = { ...word, word: rest };
        const whole = lookUp([head, tail]);
        if (whole !== undefined) return { skills: whole, score: COMPOUND };
        for (const piece of [head, tail]) {
          if (piece.word.length < 5 || (part?.length ?? 0) >= piece.word.length) continue;
          const skills = lookUp([piece]);
          if (skills !== undefined) part = { skills, score: PART_OF_COMPOUND, length: piece.word.length };
        }
      }
    }
    return part;
  }

  function single(word: Word): { skills: ReadonlySet<SkillId>; score: number } | undefined {
    if (word.script === 'japanese' || speller.has(word.word)) return undefined;
    const apart = takeApart(word);
    if (apart?.score === COMPOUND) return apart;
    const known = speller.correct(word.word);
    const corrected = known === undefined ? undefined : lookUp([{ ...word, word: known }]);
    return corrected === undefined ? apart : { skills: corrected, score: TYPO };
  }

  function spelled(words: readonly Word[]): { words: Word[]; certainty: number } {
    let certainty = 1;
    const fixed = words.map((word) => {
      if (word.script === 'japanese' || speller.has(word.word)) return word;
      const known = speller.correct(word.word);
      if (known === undefined) return word;
      certainty = TYPO;
      return { ...word, word: known };
    });
    return { words: fixed, certainty };
  }

  /** The longest phrase that starts at `from`, as skills, length in words, and score. */
  function longestAt(words: readonly Word[], from: number) {
    const joinedTwo = words.slice(from, from + 2);
    for (let length = Math.min(longest, words.length - from); length >= 1; length--) {
      const slice = words.slice(from, from + length);
      const exact = lookUp(slice);
      if (exact !== undefined) return { skills: exact, length, score: 1 };
      if (length === 2) {
        const [first, second] = joinedTwo;
        const joined =
          first !== undefined && second !== undefined && first.script === 'latin'
            ? lookUp([{ ...first, word: first.word + second.word }])
            : undefined;
        if (joined !== undefined) return { skills: joined, length, score: COMPOUND };
      }
      const { words: fixed, certainty } = length > 1 ? spelled(slice) : { words: slice, certainty: 1 };
      const mended = certainty < 1 ? lookUp(fixed) : undefined;
      if (mended !== undefined) return { skills: mended, length, score: certainty };
    }
    const word = words[from];
    const alone = word === undefined ? undefined : single(word);
    return alone === undefined ? undefined : { ...alone, length: 1 };
  }

  function findSpaced(text: string): PhraseHit[] {
    const words = content(text).filter(({ script }) => script !== 'japanese');
    const hits: PhraseHit[] = [];
    for (let from = 0; from < words.length; ) {
      const found = longestAt(words, from);
      const first = words[from];
      const last = words[from + (found?.length ?? 1) - 1];
      if (found === undefined || first === undefined || last === undefined) {
        from++;
        continue;
      }
      for (const skill of found.skills) {
        hits.push({ skill, start: first.start, end: last.end, score: found.score });
      }
      from += found.length;
    }
    return hits;
  }

  /** Japanese has no spaces: phrases are looked for as substrings, short ones only between word borders. */
  function findJapanese(text: string): PhraseHit[] {
    const plain = normalised(text);
    const words = wordsOf(text).filter(({ script }) => script === 'japanese');
    const borders = new Set(words.flatMap(({ start, end }) => [start, end]));
    const hits: PhraseHit[] = [];
    let from = words[0]?.start ?? plain.length;
    while (from < plain.length) {
      let taken = 1;
      for (let length = Math.min(LONGEST_JAPANESE, plain.length - from); length >= 2; length--) {
        const skills = japanese.get(plain.slice(from, from + length));
        const clean = borders.has(from) && borders.has(from + length);
        if (skills === undefined || (!clean && length < 3)) continue;
        const score = clean ? 1 : INSIDE_A_WORD;
        for (const skill of skills) hits.push({ skill, start: from, end: from + length, score });
        taken = length;
        break;
      }
      from += taken;
    }
    return hits;
  }

  return {
    add(skill, language, phrase) {
      const words = content(phrase);
      if (words.length === 0) return;
      if (words.some(({ script }) => script === 'japanese')) {
        put(japanese, normalised(phrase).toLowerCase(), skill);
        return;
      }
      for (const { word } of words) speller.add(word);
      longest = Math.max(longest, words.length);
      // Names such as "SEO" are typed the same in every language, so both stemmers know each phrase's words.
      if (language === 'nl') put(byKey.nl, keyOf(words, 'nl'), skill);
      else put(byKey.en, keyOf(words, 'en'), skill);
    },
    find: (text) => [...findSpaced(text), ...findJapanese(text)].sort((a, b) => a.start - b.start),
  };
}
