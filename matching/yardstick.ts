import { rarity } from './bm25.ts';
import { type Need, SKILL_MARK } from './need.ts';
import type { State } from './state.ts';
import { NONE } from './term-numbers.ts';

/** Above this share of past needs a word says nothing to the memory channel. */
const FREQUENT = 0.3;

/** Terms by number, each with a weight; `NONE` stands for a term that nobody has. */
export interface Weights {
  numbers: Int32Array;
  weights: Float64Array;
}

/** What a need weighs by rarity, and what a perfect match would score in each channel. */
export interface Yardstick {
  /** The words and marked skills, weighed by rarity among past needs; zero for frequent ones. */
  terms: Weights;
  /** A word-for-word repetition of the need. */
  memory: number;
  /** The words, weighed by rarity among documents. */
  words: Weights;
  /**
   * One document of mean length that says every word of the need once. The names of skills stand in the need in four
   * languages, of which nobody writes more than one at a time.
   */
  text: number;
  /** Somebody who offers exactly the skills of the need. */
  skills: number;
  parts: Parts;
}

/** What a need is made of, by the places of its words. */
interface Parts {
  /** What each word weighs that was typed; zero for those that only name a skill. */
  typed: Float64Array;
  typedWeight: number;
  /** The words of each skill's name, a language each. */
  names: readonly { weight: number; languages: readonly Int32Array[] }[];
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

/** Where the words of each name stand among the need's; a figure, which no document is searched for, is nowhere. */
function partsOf(need: Need): Parts {
  const places = new Map([...need.words.keys()].map((word, place) => [word, place]));
  const names = [...need.skills.values()].map(({ weight, names: labels }) => ({
    weight,
    languages: labels.map((name) => Int32Array.from(name.keys(), (word) => places.get(word) ?? NONE)),
  }));
  return { typed: new Float64Array(places.size), typedWeight: 0, names };
}

function laidOut(need: Need, state: State): Sheet {
  const marked = [...need.skills.keys()].map((skill) => SKILL_MARK + skill);
  const terms = [...need.words.keys(), ...marked];
  const asked = [...need.words.values(), ...[...need.skills.values()].map(({ weight }) => weight)];
  const words = numberless(need.words.size);
  const yardstick = {
    terms: numberless(terms.length),
    memory: 0,
    words,
    text: 0,
    skills: 0,
    parts: partsOf(need),
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

function weighWords(need: Need, { terms, asked, yardstick }: Sheet, { documents }: State): void {
  const { numbers, weights } = yardstick.words;
  documents.renumber(terms, numbers);
  let [typed, named] = [0, 0];
  for (let i = 0; i < numbers.length; i++) {
    const weight = (asked[i] ?? 0) * rarity(documents.size, documents.frequencyOf(numbers[i] ?? NONE));
    weights[i] = weight;
    const isTyped = need.spoken.has(terms[i] ?? '');
    yardstick.parts.typed[i] = isTyped ? weight : 0;
    if (isTyped) typed += weight;
    else named += weight;
  }
  yardstick.parts.typedWeight = typed;
  yardstick.text = Math.max(typed, named / 4);
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
