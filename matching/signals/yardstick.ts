import { rarity } from '../state/bm25.ts';
import type { State } from '../state/state.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { Need } from '../vocabulary/need.ts';
import { LANGUAGES } from '../vocabulary/words.ts';
import { kept, laidOut, letGo, passing, type Sheet, type Yardstick } from './sheet.ts';
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

function weighWords(need: Need, yardstick: Yardstick, state: State): void {
  const { documents } = state;
  const { size, postings } = documents;
  const { words, wanted } = yardstick;
  const { numbers, weights, others, rare, typed: isTyped } = words;
  const most = mostHolders(state);
  let [typed, named, figures] = [0, 0, need.spoken.size];
  for (let i = 0; i < numbers.length; i++) {
    const frequency = documents.frequency(numbers[i] ?? NONE);
    const weight = (wanted[i] ?? 0) * rarity(size, frequency);
    weights[i] = weight;
    others[i] = amongOthers(frequency, postings);
    rare[i] = frequency <= most ? 1 : 0;
    if (isTyped[i] === 1) {
      typed += weight;
      figures--;
    } else named += weight;
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

function weigh(need: Need, sheet: Sheet, state: State): void {
  const { yardstick } = sheet;
  weighTerms(yardstick, state);
  weighWords(need, yardstick, state);
  weighSkills(yardstick, state);
  sheet.evidence = state.evidence;
}

const sheets = new WeakMap<Need, Sheet>();

/** Lays out the need of somebody who came in; its words and skills keep their numbers until it is let go. */
export function holdYardstick(need: Need, state: State): void {
  sheets.set(need, laidOut(need, state, kept(state.lexicon)));
}

/** Lets go of what was laid out for somebody who leaves, or needs something else. */
export function letGoOfYardstick(need: Need, state: State): void {
  const sheet = sheets.get(need);
  if (sheet === undefined) return;
  sheets.delete(need);
  letGo(sheet, state);
}

/** What was laid out for somebody who is here. */
export const heldYardstick = (need: Need): Sheet | undefined => sheets.get(need);

/**
 * The yardstick of a need. That of somebody present is weighed anew only when people, documents or past needs have changed;
 * one that is asked in passing is laid out for the moment, and good until an event comes.
 */
export function yardstickOf(need: Need, state: State): Yardstick {
  const known = sheets.get(need);
  const sheet = known?.state === state ? known : laidOut(need, state, passing(state.lexicon));
  if (sheet.evidence !== state.evidence) weigh(need, sheet, state);
  return sheet.yardstick;
}
