import { NONE } from '../room/term-numbers.ts';
import { rarity } from '../state/bm25.ts';
import type { State } from '../state/state.ts';
import { marked, type Need } from '../vocabulary/need.ts';
import { LANGUAGES } from '../vocabulary/vocabulary.ts';
import { amongOthers, mostHolders } from './telling.ts';

/** Above this share of past needs a word says nothing to the memory channel. */
const FREQUENT = 0.3;

/** Terms by number, each with a weight; `NONE` stands for a term that nobody has. */
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
  /** 1 for what so few documents hold that it says something. */
  rare: Uint8Array;
}

/** The names of a skill, one a language: where the words of each stand among those of the need, and how many they are. */
interface Named {
  weight: number;
  names: readonly { places: readonly number[]; size: number }[];
}

/** What a need weighs by rarity, and what a perfect match would score in each channel. */
export interface Yardstick {
  /** The words and marked skills, weighed by rarity among past needs; zero for frequent ones. */
  terms: Weights;
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
  /** Somebody who offers exactly the skills of the need. */
  skills: number;
}

/** The words of a need, then its marked skills, with what each is asked for; laid out once, numbered anew as needed. */
interface Sheet {
  state: State;
  evidence: number;
  terms: readonly string[];
  asked: readonly number[];
  yardstick: Yardstick;
}

function numberless(count: number): Weights {
  return { numbers: new Int32Array(count).fill(NONE), weights: new Float64Array(count) };
}

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

function laidOut(need: Need, state: State): Sheet {
  const terms = [...need.words.keys(), ...[...need.skills.keys()].map(marked)];
  const asked = [...need.words.values(), ...[...need.skills.values()].map(({ weight }) => weight)];
  const yardstick = {
    terms: numberless(terms.length),
    memory: 0,
    words: {
      ...numberless(need.words.size),
      others: new Float64Array(need.words.size),
      rare: new Uint8Array(need.words.size),
      typed: Uint8Array.from(need.words.keys(), (word) => (need.spoken.has(word) ? 1 : 0)),
    },
    typed: 0,
    typedInAll: 0,
    named: namesLaidOut(need),
    text: 0,
    skills: 0,
  };
  return { state, evidence: Number.NaN, terms, asked, yardstick };
}

function weighTerms({ terms, asked, yardstick }: Sheet, { needWords }: State): void {
  const { numbers, weights } = yardstick.terms;
  const most = Math.max(3, FREQUENT * needWords.size);
  needWords.renumber(terms, numbers);
  yardstick.memory = 0;
  for (let i = 0; i < numbers.length; i++) {
    const frequency = needWords.frequencyOf(numbers[i] ?? NONE);
    const weight = frequency > most ? 0 : (asked[i] ?? 0) * rarity(needWords.size, frequency);
    weights[i] = weight;
    yardstick.memory += weight;
  }
}

function weighWords(need: Need, { terms, asked, yardstick }: Sheet, state: State): void {
  const { documents } = state;
  const { numbers, weights, others, rare, typed: isTyped } = yardstick.words;
  const most = mostHolders(state);
  documents.renumber(terms, numbers);
  let [typed, named, figures] = [0, 0, need.spoken.size];
  for (let i = 0; i < numbers.length; i++) {
    const frequency = documents.frequencyOf(numbers[i] ?? NONE);
    const weight = (asked[i] ?? 0) * rarity(documents.size, frequency);
    weights[i] = weight;
    others[i] = amongOthers(frequency, documents.postings);
    rare[i] = frequency <= most ? 1 : 0;
    if (isTyped[i] === 1) {
      typed += weight;
      figures--;
    } else named += weight;
  }
  yardstick.typed = typed;
  yardstick.typedInAll = typed + figures * rarity(documents.size, 0);
  yardstick.text = Math.max(typed, named / LANGUAGES.length);
}

const sheets = new WeakMap<Need, Sheet>();

/** The yardstick of a need; measured once until people, documents or past needs change. */
export function yardstickOf(need: Need, state: State): Yardstick {
  const known = sheets.get(need);
  const sheet = known?.state === state ? known : laidOut(need, state);
  if (sheet.evidence === state.evidence) return sheet.yardstick;
  if (sheet !== known) sheets.set(need, sheet);
  weighTerms(sheet, state);
  weighWords(need, sheet, state);
  const { holders, people } = state;
  sheet.yardstick.skills = 0;
  for (const skill of need.skills.keys()) {
    sheet.yardstick.skills += rarity(people.size, holders.keepers(holders.of(skill)));
  }
  sheet.evidence = state.evidence;
  return sheet.yardstick;
}
