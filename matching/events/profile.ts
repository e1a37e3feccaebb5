import { holdYardstick, letGoOfYardstick } from '../signals/yardstick.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonFacts, SkillId } from '../types.ts';
import { needOf } from '../vocabulary/need.ts';
import { freeWords } from '../vocabulary/vocabulary.ts';
import { type Bag, bagOf, pour } from '../vocabulary/words.ts';
import type { Ground, Of } from './ground.ts';
import { postNeed, postProfile } from './posting.ts';
import { hold } from './shown-skills.ts';

function profileOf(facts: PersonFacts): Bag {
  const bag = bagOf(facts.about ?? '');
  // The words of an entry's labels stay out: they are the vocabulary's words, not the person's.
  for (const skill of facts.offers) pour(bag, bagOf(freeWords(skill) ?? ''));
  return bag;
}

/** A copy of its own, so that a caller who later changes the event changes nothing here. */
function copyOfFacts(facts: PersonFacts): PersonFacts {
  return {
    ...facts,
    languages: [...facts.languages],
    offers: [...new Set(facts.offers)],
    needs: [...new Set(facts.needs)],
    blocked: [...(facts.blocked ?? [])],
  };
}

/** Reads what a present person needs: today's focus and the kept needs. */
export function readNeed(person: Person, { state, vocabulary }: Ground): void {
  forgetNeed(person, state);
  if (person.presence === undefined) return;
  person.need = needOf(person.presence.focus, person.facts.needs, vocabulary);
  holdYardstick(person.need, state);
}

/** Forgets what somebody needs who leaves, or needs something else. */
export function forgetNeed(person: Person, state: State): void {
  if (person.need !== undefined) letGoOfYardstick(person.need, state);
  person.need = undefined;
}

/** Somebody of whom nothing is known yet. */
function stranger(facts: PersonFacts): Person {
  return {
    facts: { ...facts, offers: [], needs: [] },
    profile: new Map(),
    pairs: new Map(),
    shown: new Map(),
    held: new Map(),
    trades: new Set(),
    helpedWith: new Set(),
    asked: new Set(),
    named: [],
    offered: 0,
    accepted: 0,
    offeredAt: [],
  };
}

/** Carries a change of offers on; what did not change is not touched. */
function changeOffers(person: Person, before: readonly SkillId[], state: State): void {
  const { offers, personId } = person.facts;
  const now = new Set(offers);
  for (const skill of before) {
    if (now.has(skill) || person.shown.has(skill)) continue;
    state.holders.release(skill);
    person.held.delete(skill);
  }
  for (const skill of offers) hold(person, skill, state);
  person.holdings = undefined;
  state.associations.replace(before, offers);
  state.graph.offers(personId, before, offers);
}

/** Takes in all that is known of a person, in place of what was known before. */
export function changePerson({ person: facts }: Of<'person.changed'>, ground: Ground): void {
  const { state, vocabulary } = ground;
  const id = facts.personId;
  const person = state.people.get(id) ?? stranger(facts);
  const { offers, needs } = person.facts;
  const before = { held: new Set(person.held.keys()), offers, words: person.profile };
  const isKnown = state.people.has(id);
  person.facts = copyOfFacts(facts);
  state.people.set(id, person);
  state.graph.person(id);
  changeOffers(person, isKnown ? offers : [], state);
  person.trades = new Set(person.facts.offers.map((skill) => vocabulary.parentsOf(skill).at(-1) ?? skill));
  person.profile = profileOf(person.facts);
  if (isKnown) state.documents.change(id, before.words, -1);
  state.documents.change(id, person.profile);
  if (person.presence === undefined) return;
  postProfile(person, before, state);
  if (needs.join() === person.facts.needs.join()) return;
  readNeed(person, ground);
  postNeed(person, state);
}
