import { rarity } from './bm25.ts';
import { type Need, SKILL_MARK } from './need.ts';
import type { State } from './state.ts';

/** Above this share of past needs a word says nothing to the memory channel. */
const FREQUENT = 0.3;

/** What a need weighs by rarity, and what a perfect match would score in each channel. */
export interface Yardstick {
  /** The words and marked skills by number, weighed by rarity among past needs; frequent ones cut. */
  terms: readonly { number: number; weight: number }[];
  /** A word-for-word repetition of the need. */
  memory: number;
  /** The words, weighed by rarity among documents. */
  words: readonly { word: string; weight: number }[];
  /**
   * One document of mean length that says every word of the need once. The names of skills stand in the need in four
   * languages, of which nobody writes more than one at a time.
   */
  text: number;
  /** Somebody who offers exactly the skills of the need. */
  skills: number;
}

function weighedTerms(need: Need, { needWords }: State): Yardstick['terms'] {
  const most = Math.max(3, FREQUENT * needWords.size);
  const marked = [...need.skills].map(([skill, { weight }]) => [SKILL_MARK + skill, weight] as const);
  return [...need.words, ...marked]
    .filter(([term]) => needWords.frequency(term) <= most)
    .map(([term, weight]) => ({ number: needWords.numberOf(term), weight: weight * needWords.idf(term) }));
}

function measure(need: Need, state: State): Yardstick {
  const { documents } = state;
  const terms = weighedTerms(need, state);
  const words = [...need.words].map(([word, weight]) => ({ word, weight: weight * documents.idf(word) }));
  let typed = 0;
  let named = 0;
  for (const { word, weight } of words) {
    if (need.spoken.has(word)) typed += weight;
    else named += weight;
  }
  let skills = 0;
  for (const skill of need.skills.keys())
    skills += rarity(state.people.size, state.holders.keepers(state.holders.of(skill)));
  const memory = terms.reduce((sum, { weight }) => sum + weight, 0);
  return { terms, memory, words, text: Math.max(typed, named / 4), skills };
}

const measured = new WeakMap<Need, { state: State; evidence: number; yardstick: Yardstick }>();

/** The yardstick of a need; measured once until people, documents or past needs change. */
export function yardstickOf(need: Need, state: State): Yardstick {
  const known = measured.get(need);
  if (known?.state === state && known.evidence === state.evidence) return known.yardstick;
  const yardstick = measure(need, state);
  measured.set(need, { state, evidence: state.evidence, yardstick });
  return yardstick;
}
