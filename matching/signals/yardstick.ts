import { rarity } from '../state/bm25.ts';
import type { State } from '../state/state.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { Need } from '../vocabulary/need.ts';
import { LANGUAGES } from '../vocabulary/words.ts';
import { laidOut, letGo, type Sheet, type Yardstick } from './sheet.ts';
import { amongOthers, mostHolders } from './telling.ts';

/** Above this share of past needs a word says nothing to the memory channel. */
const FREQUENT = 0.3;

function weighTerms(yardstick: Yardstick, { needWords }: State): void {
  const { terms, wanted } = yardstick;
  const { numbers, weights } = terms;
  const { size } = needWords;
  const most = Math.max(3, FREQUENT * size);
  let memory = 0;
  for (let i = 0; i < numbers.length; i++) {
    const frequency = needWords.frequency(numbers[i] ?? NONE);
    const weight = frequency > most ? 0 : (wanted[i] ?? 0) * rarity(size, frequency);
    weights[i] = weight;
    memory += weight;
  }
  yardstick.memory = memory;
}

function weighWords(yardstick: Yardstick, state: State): void {
  const { documents } = state;
  const { size, postings } = documents;
  const { words, wanted, figures } = yardstick;
  const { numbers, weights, others, rare } = words;
  const most = mostHolders(state);
  let [typed, named] = [0, 0];
  for (let i = 0; i < numbers.length; i++) {
    const frequency = documents.frequency(numbers[i] ?? NONE);
    const weight = (wanted[i] ?? 0) * rarity(size, frequency);
    weights[i] = weight;
    others[i] = amongOthers(frequency, postings);
    rare[i] = frequency <= most ? 1 : 0;
    if (i < words.typed) typed += weight;
    else named += weight;
  }
  yardstick.typed = typed;
  yardstick.typedInAll = typed + figures * rarity(size, 0);
  yardstick.text = Math.max(typed, named / LANGUAGES.length);
}

function weighSkills(yardstick: Yardstick, { holders, people }: State): void {
  const { terms, words } = yardstick;
  let skills = 0;
  for (let i = words.numbers.length; i < terms.numbers.length; i++)
    skills += rarity(people.size, holders.of(terms.numbers[i] ?? NONE));
  yardstick.skills = skills;
}

/**
 * The yardstick of a need that was laid out; weighed anew only when people, documents or past needs have changed, and good
 * until they change again.
 */
export function yardstickOf(sheet: Sheet, state: State): Yardstick {
  const { yardstick, evidence } = sheet;
  if (evidence === state.evidence) return yardstick;
  weighTerms(yardstick, state);
  weighWords(yardstick, state);
  weighSkills(yardstick, state);
  sheet.evidence = state.evidence;
  return yardstick;
}

/** Lays a need out for as long as something is asked of it. */
export function asking<T>(need: Need, state: State, ask: (yardstick: Yardstick) => T): T {
  const sheet = laidOut(need, state);
  const answer = ask(yardstickOf(sheet, state));
  letGo(sheet, state);
  return answer;
}
