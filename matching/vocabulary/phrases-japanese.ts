import type { PhraseHit, Phrases } from './phrase.ts';
import { normalised, wordsOf } from './words.ts';

const LONGEST = 24;
const SHORTEST_INSIDE = 3;
const INSIDE_A_WORD = 0.8;

/**
 * The phrases in Japanese text, which has no spaces: longest substrings first. Phrases of two characters count only
 * between word borders (Intl.Segmenter), because two characters often straddle two words.
 */
export function findJapanese(text: string, phrases: Phrases): PhraseHit[] {
  const words = wordsOf(text);
  if (!words.some(({ script }) => script === 'japanese')) return [];
  const plain = normalised(text).toLowerCase();
  const borders = new Set(words.flatMap(({ start, end }) => [start, end]));
  const hits: PhraseHit[] = [];
  let from = 0;
  while (from < plain.length) {
    let taken = 1;
    for (let length = Math.min(LONGEST, plain.length - from); length >= 2; length--) {
      const skills = phrases.get(plain.slice(from, from + length));
      const isClean = borders.has(from) && borders.has(from + length);
      if (skills === undefined || (!isClean && length < SHORTEST_INSIDE)) continue;
      for (const skill of skills) {
        hits.push({ skill, start: from, end: from + length, score: isClean ? 1 : INSIDE_A_WORD });
      }
      taken = length;
      break;
    }
    from += taken;
  }
  return hits;
}
