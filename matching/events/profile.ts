import { laidOut, letGo } from '../signals/sheet.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonFacts, SkillId } from '../types.ts';
import { needOf } from '../vocabulary/need.ts';
import { freeWords } from '../vocabulary/vocabulary.ts';
import { type Bag, bagOf, pour } from '../vocabulary/words.ts';
import type { Ground, Of } from './ground.ts';
import { numbersOf, postChange, postNeed } from './posting.ts';
import { hold, letGoOf } from './shown-skills.ts';

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
  person.sheet = laidOut(person.need, state);
}

/** Forgets what somebody needs who leaves, or needs something else. */
export function forgetNeed(person: Person, state: State): void {
  if (person.sheet !== undefined) letGo(person.sheet, state);
  person.need = undefined;
  person.sheet = undefined;
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

/** Carries a change of offers on; what did not change is not touched. Returns the skills that are held anew, and no more. */
function changeOffers(person: Person, before: readonly SkillId[], state: State) {
  const { offers, personId } = person.facts;
  const now = new Set(offers);
  const gone = before.filter((skill) => !now.has(skill) && !person.shown.has(skill));
  const moved = { gone: numbersOf(gone, person.held), come: [] as number[] };
  for (const skill of gone) letGoOf(person, skill, state);
  for (const skill of offers) {
    if (!person.held.has(skill)) moved.come.push(hold(person, skill, state));
  }
  person.holdings = undefined;
  state.associations.replace(before, offers);
  state.graph.offers(personId, before, offers);
  return moved;
}

/** Takes in all that is known of a person, in place of what was known before. */
export function changePerson({ person: facts }: Of<'person.changed'>, ground: Ground): void {
  const { state, vocabulary } = ground;
  const id = facts.personId;
  const isKnown = state.people.has(id);
  const person = state.people.get(id) ?? stranger(facts);
  const { offers, needs } = person.facts;
  const offered = numbersOf(offers, person.held);
  person.facts = copyOfFacts(facts);
  state.people.set(id, person);
  state.graph.person(id);
  const skills = changeOffers(person, isKnown ? offers : [], state);
  person.trades = new Set(person.facts.offers.map((skill) => vocabulary.parentsOf(skill).at(-1) ?? skill));
  const gone = state.documents.change(id, person.profile, -1);
  person.profile = profileOf(person.facts);
  const come = state.documents.change(id, person.profile);
  if (person.presence === undefined) return;
  const change = {
    come: { has: [...skills.come, ...come], offers: numbersOf(person.facts.offers, person.held) },
    gone: { has: [...skills.gone, ...gone], offers: offered },
  };
  postChange(id, change, state);
  if (needs.join() === person.facts.needs.join()) return;
  readNeed(person, ground);
  postNeed(person, state);
}
