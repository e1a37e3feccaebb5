const SHORTEST = 5;

/** The word itself and every word that lacks one of its letters. */
function withoutOneLetter(word: string): string[] {
  const letters = [...word];
  return [word, ...letters.map((_, i) => letters.filter((_, j) => j !== i).join(''))];
}

const VOWELS = /^[aeiouy]$/;
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** From this length on, hardly any two words of one language differ by one replaced letter. */
const UNMISTAKABLE = 8;
/** Below this length a replaced letter makes another word as often as a mistake: who is stuck has no stock. */
const SHORTEST_REPLACED = 6;

/** Whether one letter is typed or heard for the other: both vowels, or neighbours on the keyboard. */
function areEasilyMixedUp(a: string, b: string): boolean {
  if (VOWELS.test(a) && VOWELS.test(b)) return true;
  return KEYBOARD.some(
    (row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1,
  );
}

/** Whether two words differ by one letter added, dropped, replaced, or two neighbours swapped. */
function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) {
    // "Waiting" is not a mistyped "writing".
    if (short.length >= UNMISTAKABLE) return true;
    return short.length >= SHORTEST_REPLACED && areEasilyMixedUp(short[i] ?? '', long[i] ?? '');
  }
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}

/** A set of words that finds a word again though one letter of it was mistyped. */
export interface Speller {
  add(word: string): void;
  has(word: string): boolean;
  /** The known word at edit distance 1 with the same first letter, the first in order if several. */
  correct(word: string): string | undefined;
}

/**
 * Known words by their deletion neighbourhood (Garbe's symmetric delete, 2012): a look-up costs one probe a
 * letter whatever the size of the vocabulary. Words under five letters are never corrected: too many real
 * words lie one letter apart.
 */
export function createSpeller(): Speller {
  const words = new Set<string>();
  const byDeletion = new Map<string, string[]>();
  /** Filed when a word is first looked for: a vocabulary is made more often than somebody mistypes. */
  let unfiled: string[] = [];

  function file(word: string): void {
    for (const key of withoutOneLetter(word)) {
      const known = byDeletion.get(key);
      if (known === undefined) byDeletion.set(key, [word]);
      else known.push(word);
    }
  }

  return {
    has: (word) => words.has(word),
    add(word) {
      if (words.has(word)) return;
      words.add(word);
      if (word.length >= SHORTEST) unfiled.push(word);
    },
    correct(word) {
      if (word.length < SHORTEST || word.length > 40) return undefined;
      unfiled.forEach(file);
      unfiled = [];
      const near = withoutOneLetter(word)
        .flatMap((key) => byDeletion.get(key) ?? [])
        .filter((known) => known[0] === word[0] && isOneEditApart(word, known));
      return near.sort()[0];
    },
  };
}
