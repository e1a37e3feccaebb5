import type { Ground, Of } from './ground.ts';
import { needOf } from './need.ts';
import { post } from './posting.ts';
import type { Person } from './state.ts';
import type { PersonFacts, SkillId } from './types.ts';
import { freeWords } from './vocabulary.ts';
import { type Bag, bagOf, pour } from './words.ts';

function profileOf(facts: PersonFacts): Bag {
  const bag = bagOf(facts.about ?? '');
  // The words of an entry's labels stay out: they are the vocabulary's words, not the person's.
  for (const skill of facts.offers) pour(bag, bagOf(freeWords(skill) ?? ''));
  return bag;
}

/** Counts one more, or one fewer, who has a skill. */
export function hold(skill: SkillId, by: 1 | -1, { state }: Ground): void {
  const now = (state.holders.get(skill) ?? 0) + by;
  if (now === 0) state.holders.delete(skill);
  else state.holders.set(skill, now);
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
  const { state, vocabulary } = ground;
  const old = state.people.get(facts.personId);
  const person: Person = old ?? {
    facts,
    profile: new Map(),
    pairs: new Map(),
    shown: new Map(),
    held: new Set(),
    trades: new Set(),
    helpedWith: new Set(),
    asked: new Set(),
    offered: 0,
    accepted: 0,
    offeredAt: [],
  };
  if (old !== undefined) {
    for (const skill of old.held) hold(skill, -1, ground);
    state.associations.together(old.facts.offers, -1);
    state.documents.change(facts.personId, old.profile, -1);
  }
  person.facts = copyOfFacts(facts);
  person.held = new Set([...person.facts.offers, ...person.shown.keys()]);
  person.trades = new Set(person.facts.offers.map((skill) => vocabulary.parentsOf(skill).at(-1) ?? skill));
  person.profile = profileOf(facts);
  readNeed(person, ground);
  for (const skill of person.held) hold(skill, 1, ground);
  state.associations.together(person.facts.offers);
  state.documents.change(facts.personId, person.profile);
  state.people.set(facts.personId, person);
  state.graph.person(facts.personId);
  state.graph.offers(facts.personId, facts.offers);
  if (person.presence !== undefined) post(facts.personId, state);
}
