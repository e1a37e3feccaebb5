import type { Ground, Of } from './ground.ts';
import { needOf } from './need.ts';
import { post } from './posting.ts';
import type { Person, State } from './state.ts';
import type { PersonFacts, SkillId } from './types.ts';
import { freeWords } from './vocabulary.ts';
import { type Bag, bagOf, pour } from './words.ts';

function profileOf(facts: PersonFacts): Bag {
  const bag = bagOf(facts.about ?? '');
  // The words of an entry's labels stay out: they are the vocabulary's words, not the person's.
  for (const skill of facts.offers) pour(bag, bagOf(freeWords(skill) ?? ''));
  return bag;
}

/** Puts a skill among those that a person holds. */
export function hold(person: Person, skill: SkillId, { holders }: State): void {
  if (!person.held.has(skill)) person.held.set(skill, holders.keep(skill));
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
export function readNeed(person: Person, { vocabulary }: Ground): void {
  if (person.presence !== undefined)
    person.need = needOf(person.presence.focus, person.facts.needs, vocabulary);
}

/** Takes in all that is known of a person, in place of what was known before. */
export function changePerson({ person: facts }: Of<'person.changed'>, ground: Ground): void {
  const { state } = ground;
  const old = state.people.get(facts.personId);
  const person: Person = old ?? {
    facts,
    profile: new Map(),
    pairs: new Map(),
    shown: new Map(),
    held: new Map(),
    helpedWith: new Set(),
    asked: new Set(),
    offered: 0,
    accepted: 0,
    offeredAt: [],
  };
  if (old !== undefined) {
    for (const skill of old.held.keys()) state.holders.release(skill);
    state.associations.together(old.facts.offers, -1);
    state.documents.change(facts.personId, old.profile, -1);
  }
  person.facts = copyOfFacts(facts);
  person.held = new Map();
  person.holdings = undefined;
  for (const skill of [...person.facts.offers, ...person.shown.keys()]) hold(person, skill, state);
  person.profile = profileOf(facts);
  readNeed(person, ground);
  state.associations.together(person.facts.offers);
  state.documents.change(facts.personId, person.profile);
  state.people.set(facts.personId, person);
  state.graph.person(facts.personId);
  state.graph.offers(facts.personId, facts.offers);
  if (person.presence !== undefined) post(facts.personId, state);
}
