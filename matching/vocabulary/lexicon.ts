import type { SkillId } from '../types.ts';
import { isMarked, unmarked } from './need.ts';

/** What stands for "no number". */
export const NONE = -1;

/**
 * Every word and every skill that anything here holds, each under one small whole number for as long as anything keeps it. A
 * text is looked up by its words once, when it is read; all that is derived from it is filed by number.
 */
export interface Lexicon {
  /** The number of a word or of a marked skill, or `NONE` where nothing keeps it. */
  of(term: string): number;
  /** The same of a skill by its id. */
  ofSkill(skill: SkillId): number;
  /** Keeps a word or a marked skill once more; returns its number. */
  keep(term: string): number;
  /** The same of a skill by its id. */
  keepSkill(skill: SkillId): number;
  /** Lets go once; the number of what nothing keeps any more goes to a later word or skill. */
  letGo(number: number): void;
  /** The word, or the id of the skill, of a number that is kept. */
  term(number: number): string;
  /** Words and skills that anything keeps. */
  readonly size: number;
}

/** Whether a number is that of a skill: words have even numbers, skills odd ones. */
export const isSkill = (number: number) => (number & 1) === 1;

/** Words or skills by number: every second one, from `first` on. */
function createNumbers(first: 0 | 1) {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const keepers: number[] = [];
  const free: number[] = [];

  function allot(term: string): number {
    const place = free.pop() ?? terms.length;
    terms[place] = term;
    keepers[place] = 0;
    numbers.set(term, 2 * place + first);
    return 2 * place + first;
  }

  return {
    of: (term: string) => numbers.get(term) ?? NONE,
    keep(term: string): number {
      const number = numbers.get(term) ?? allot(term);
      const place = number >> 1;
      keepers[place] = (keepers[place] ?? 0) + 1;
      return number;
    },
    letGo(number: number): void {
      const place = number >> 1;
      const left = (keepers[place] ?? 0) - 1;
      keepers[place] = left;
      if (left > 0) return;
      numbers.delete(terms[place] ?? '');
      // A free number must not remember a word that nobody says any more.
      terms[place] = '';
      free.push(place);
    },
    term: (number: number) => terms[number >> 1] ?? '',
    size: () => numbers.size,
  };
}

/** A lexicon without a word. Memory follows the largest number of words and skills kept at once. */
export function createLexicon(): Lexicon {
  const words = createNumbers(0);
  const skills = createNumbers(1);
  return {
    of: (term) => (isMarked(term) ? skills.of(unmarked(term)) : words.of(term)),
    ofSkill: skills.of,
    keep: (term) => (isMarked(term) ? skills.keep(unmarked(term)) : words.keep(term)),
    keepSkill: skills.keep,
    letGo: (number) => (isSkill(number) ? skills : words).letGo(number),
    term: (number) => (isSkill(number) ? skills : words).term(number),
    get size() {
      return words.size() + skills.size();
    },
  };
}
