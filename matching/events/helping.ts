import type { State } from '../state/state.ts';
import type { Focus, PersonId } from '../types.ts';
import { needBag } from '../vocabulary/need.ts';
import { freeWords } from '../vocabulary/vocabulary.ts';
import { type Bag, bagOf, pour } from '../vocabulary/words.ts';
import { copyOf, type Ground, type Of } from './ground.ts';
import { meet } from './pairs.ts';
import { numbersOf, postChange } from './posting.ts';
import { show } from './shown-skills.ts';

/** Past needs a person may vote with; the oldest leaves first. Bounds the work of a room. */
const MOST_PAST_NEEDS = 512;

/** A need as it was put, and the words of its text. */
interface Put {
  need: Focus;
  words: Bag;
}

/** The key under which a need of the same person in the same words is one need. */
function pastNeed(asker: PersonId, { need, words }: Put, { state, vocabulary }: Ground): string {
  const key = JSON.stringify([asker, need.text, need.skills]);
  if (!state.needs.has(key)) {
    state.needs.set(key, { key, asker, skills: need.skills, helpers: new Map() });
    state.needWords.change(key, needBag(words, need.skills, vocabulary));
    state.people.get(asker)?.asked.add(key);
  }
  return key;
}

/** The words that a help adds to its helper's document: what they said, and what was asked. */
function wordsOfHelp({ need, words }: Put, text = ''): Bag {
  const bag = bagOf(text);
  pour(bag, words);
  for (const skill of need.skills) pour(bag, bagOf(freeWords(skill) ?? ''));
  return bag;
}

/** Somebody helped with a need: a vote for later needs like it, words, skills shown, and a tie. */
export function help(event: Of<'need.helped'>, ground: Ground): void {
  const { state } = ground;
  const helper = state.people.get(event.helper);
  if (helper === undefined) return;
  const { weight, at } = event;
  const need = copyOf(event.need);
  const put = { need, words: bagOf(need.text) };
  const key = pastNeed(event.asker, put, ground);
  const said = weight === 0 ? new Map() : wordsOfHelp(put, event.text);
  const skills = weight === 0 ? [] : need.skills.filter((skill) => !helper.held.has(skill));
  const words = state.documents.change(event.helper, said);
  const before = state.needs.get(key)?.helpers.get(event.helper);
  if (before !== undefined) pour(said, before.said);
  const given = { weight, at, order: state.seen.size };
  const all = [...(before?.given ?? []), given];
  state.needs.get(key)?.helpers.set(event.helper, { weight, at, said, given: all });
  helper.helpedWith.add(key);
  helper.past = undefined;
  if (weight > 0) {
    helper.lastHelped = Math.max(at, helper.lastHelped ?? 0);
    show(helper, need.skills, given, ground);
    meet(event.asker, event.helper, at, weight, ground);
  }
  const [oldest] = helper.helpedWith;
  const isTooMuch = helper.helpedWith.size > MOST_PAST_NEEDS && oldest !== undefined;
  const gone = isTooMuch ? forgetHelp(oldest, event.helper, state) : [];
  const come = [...words, ...numbersOf(skills, helper.held)];
  postChange(event.helper, { come: { has: come, offers: [] }, gone: { has: gone, offers: [] } }, state);
}

/**
 * Forgets that somebody helped with a need, with the words it gave them; the need itself goes with its last helper. Returns
 * the words that the helper says no more.
 */
export function forgetHelp(key: string, helper: PersonId, state: State): number[] {
  const need = state.needs.get(key);
  const help = need?.helpers.get(helper);
  if (need === undefined || help === undefined) return [];
  const gone = state.documents.change(helper, help.said, -1);
  need.helpers.delete(helper);
  const person = state.people.get(helper);
  if (person !== undefined) {
    person.helpedWith.delete(key);
    person.past = undefined;
  }
  if (need.helpers.size === 0) dropNeed(key, need.asker, state);
  return gone;
}

function dropNeed(key: string, asker: PersonId, state: State): void {
  state.people.get(asker)?.asked.delete(key);
  state.needWords.remove(key);
  state.needs.delete(key);
}
