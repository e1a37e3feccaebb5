import type { State } from '../state/state.ts';
import type { SkillId } from '../types.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Need, NeededSkill } from '../vocabulary/need.ts';

/** Words and skills by number, each with a weight; `NONE` stands for what nobody has. */
export interface Weights {
  numbers: Int32Array;
  weights: Float64Array;
}

/** The words of a need, and what it takes to speak of each. */
interface Words extends Weights {
  /** How much of what others write each makes up. */
  others: Float64Array;
  /** 1 for what was typed, 0 for what only names a skill. */
  typed: Uint8Array;
  /** 1 for what is part of the name of a skill. */
  naming: Uint8Array;
  /** 1 for what so few documents hold that it says something. */
  rare: Uint8Array;
}

/** The names of a skill, one a language: where the words of each stand among those of the need, and how many they are. */
interface Named {
  weight: number;
  names: readonly { places: readonly number[]; size: number }[];
}

/** A skill of the need, and what answers it; how well, in the same order. */
export interface Asked {
  skill: SkillId;
  needed: NeededSkill;
  number: number;
  kin: Int32Array;
  fits: Float64Array;
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

/** A need laid out once. */
export interface Sheet {
  state: State;
  evidence: number;
  yardstick: Yardstick;
}

/** Where the numbers of a need come from: looked up for the moment, or kept for as long as the need stands. */
export interface Numbering {
  word: (word: string) => number;
  skill: (skill: SkillId) => number;
}

/** The numbers that there are. */
export const passing = ({ of, ofSkill }: Lexicon): Numbering => ({ word: of, skill: ofSkill });
/** Numbers that stay; whoever asks for them lets them go. */
export const kept = ({ keep, keepSkill }: Lexicon): Numbering => ({ word: keep, skill: keepSkill });

function namesLaidOut(need: Need): Named[] {
  const places = new Map([...need.words.keys()].map((word, place) => [word, place]));
  return [...need.skills.values()].map(({ weight, names }) => ({
    weight,
    names: names.map((name) => ({
      places: [...name.keys()].flatMap((word) => places.get(word) ?? []),
      size: name.size,
    })),
  }));
}

function askedFor(need: Need, numberOf: Numbering['skill']): Asked[] {
  return [...need.skills].map(([skill, needed]) => ({
    skill,
    needed,
    number: numberOf(skill),
    kin: Int32Array.from(needed.answers.keys(), numberOf),
    fits: Float64Array.from(needed.answers.values()),
  }));
}

/** A need laid out by number, not yet weighed. */
export function laidOut(need: Need, state: State, { word, skill }: Numbering): Sheet {
  const words = [...need.words.keys()];
  const skills = askedFor(need, skill);
  const named = namesLaidOut(need);
  const naming = new Uint8Array(words.length);
  for (const { names } of named)
    for (const { places } of names) for (const place of places) naming[place] = 1;
  const numbers = Int32Array.from([...words.map(word), ...skills.map(({ number }) => number)]);
  const yardstick = {
    terms: { numbers, weights: new Float64Array(numbers.length) },
    wanted: Float64Array.from([...need.words.values(), ...skills.map(({ needed }) => needed.weight)]),
    memory: 0,
    words: {
      numbers: numbers.subarray(0, words.length),
      weights: new Float64Array(words.length),
      others: new Float64Array(words.length),
      rare: new Uint8Array(words.length),
      typed: Uint8Array.from(words, (one) => (need.spoken.has(one) ? 1 : 0)),
      naming,
    },
    typed: 0,
    typedInAll: 0,
    named,
    text: 0,
    asked: skills,
    skills: 0,
  };
  return { state, evidence: Number.NaN, yardstick };
}

/** Lets go of the numbers that were kept for a need. */
export function letGo({ yardstick: { terms, asked } }: Sheet, { lexicon }: State): void {
  for (const number of terms.numbers) lexicon.letGo(number);
  for (const { kin } of asked) for (const number of kin) lexicon.letGo(number);
}
