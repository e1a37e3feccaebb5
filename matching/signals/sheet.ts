import type { Meant } from '../state/meanings.ts';
import type { State } from '../state/state.ts';
import type { SkillId } from '../types.ts';
import type { Need } from '../vocabulary/need.ts';
import { isFigure } from '../vocabulary/words.ts';

/** Words and skills by number, each with a weight. */
export interface Weights {
  numbers: Int32Array;
  weights: Float64Array;
}

/** The words of a need, and what it takes to speak of each; those that were typed come first. */
interface Words extends Weights {
  /** How much of what others write each makes up. */
  others: Float64Array;
  /** 1 for what is part of the name of a skill. */
  naming: Uint8Array;
  /** 1 for what so few documents hold that it says something. */
  rare: Uint8Array;
  /** How many were typed; the rest only name a skill. */
  typed: number;
}

/** The names of a skill, one a language: where the words of each stand among those of the need, and how many they are. */
interface Named {
  weight: number;
  names: readonly { places: readonly number[]; size: number }[];
}

/** A skill of the need, how much it is needed, and what answers it. */
export interface Asked {
  skill: SkillId;
  weight: number;
  meant: Meant;
}

/** What a need weighs by rarity, and what a perfect match would score in each channel. */
export interface Yardstick {
  /** The words, then the skills, weighed by rarity among past needs; zero for frequent ones. */
  terms: Weights;
  /** How much each of these is asked for. */
  wanted: Float64Array;
  /** A word-for-word repetition of the need. */
  memory: number;
  /** The words, weighed by rarity among documents. */
  words: Words;
  /** What was typed, of that. */
  typed: number;
  /** The same with the figures that were typed, which no document holds. */
  typedInAll: number;
  /** How many figures those are. */
  figures: number;
  /** The names of its skills. */
  named: readonly Named[];
  /**
   * One document of mean length that says every word of the need once. The names of skills stand in the need in four
   * languages, of which nobody writes more than one at a time.
   */
  text: number;
  /** Its skills, in the order in which they stand behind the words, and what answers each. */
  asked: readonly Asked[];
  /** Somebody who offers exactly the skills of the need. */
  skills: number;
}

/** A need laid out once. Its words and skills keep their numbers until it is let go. */
export interface Sheet {
  /** The evidence by which it was weighed. */
  evidence: number;
  yardstick: Yardstick;
}

/** Where some words stand among those of a need; of a name, its figures stand nowhere. */
function placesOf(name: Int32Array, words: readonly number[]): number[] {
  const places: number[] = [];
  for (const word of name) {
    const place = words.indexOf(word);
    if (place >= 0) places.push(place);
  }
  return places;
}

/** The words of a need as they stand in `need.words`: what was typed, then what only names a skill. */
function wordsOf(typed: readonly number[], asked: readonly Asked[]): number[] {
  const words = [...typed];
  for (const { meant } of asked) {
    for (const word of meant.naming) if (!words.includes(word)) words.push(word);
  }
  return words;
}

/** A need laid out by number, not yet weighed. */
export function laidOut(need: Need, { lexicon, meanings }: State): Sheet {
  const typed: number[] = [];
  for (const [stem, word] of need.spoken) if (!isFigure(word)) typed.push(lexicon.keep(stem));
  const asked: Asked[] = [];
  for (const [skill, { weight, meaning }] of need.skills)
    asked.push({ skill, weight, meant: meanings.keep(skill, meaning) });
  const words = wordsOf(typed, asked);
  const named = asked.map(({ weight, meant }) => ({
    weight,
    names: meant.names.map((name) => ({ places: placesOf(name, words), size: name.length })),
  }));
  const naming = new Uint8Array(words.length);
  for (const { names } of named)
    for (const { places } of names) for (const place of places) naming[place] = 1;
  const numbers = Int32Array.from([...words, ...asked.map(({ meant }) => meant.number)]);
  const yardstick = {
    terms: { numbers, weights: new Float64Array(numbers.length) },
    wanted: Float64Array.from([...need.words.values(), ...asked.map(({ weight }) => weight)]),
    memory: 0,
    words: {
      numbers: numbers.subarray(0, words.length),
      weights: new Float64Array(words.length),
      others: new Float64Array(words.length),
      rare: new Uint8Array(words.length),
      typed: typed.length,
      naming,
    },
    typed: 0,
    typedInAll: 0,
    figures: need.spoken.size - typed.length,
    named,
    text: 0,
    asked,
    skills: 0,
  };
  return { evidence: Number.NaN, yardstick };
}

/** Lets go of the numbers that were kept for a need. */
export function letGo({ yardstick: { words, asked } }: Sheet, { lexicon, meanings }: State): void {
  for (let place = 0; place < words.typed; place++) lexicon.letGo(words.numbers[place] ?? 0);
  for (const { skill, meant } of asked) meanings.letGo(skill, meant);
}
