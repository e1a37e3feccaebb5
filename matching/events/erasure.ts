import { greet } from '../state/guests.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonId, SkillId } from '../types.ts';
import type { Ground, Of } from './ground.ts';
import { forgetHelp } from './helping.ts';
import { post } from './posting.ts';
import { leave } from './presence.ts';
import { letGoOf, showAnew } from './shown-skills.ts';

/** Forgets the needs somebody asked with all that they left with their helpers: words, and the skills shown by them. */
function forgetNeeds(asker: Person, ground: Ground): void {
  const { state } = ground;
  const touched = new Map<PersonId, Set<SkillId>>();
  for (const key of [...asker.asked]) {
    const need = state.needs.get(key);
    for (const helper of [...(need?.helpers.keys() ?? [])]) {
      const skills = touched.get(helper) ?? new Set();
      touched.set(helper, skills);
      for (const skill of need?.skills ?? []) skills.add(skill);
      forgetHelp(key, helper, state);
    }
  }
  for (const [helper, skills] of touched) {
    const person = state.people.get(helper);
    if (person === undefined) continue;
    showAnew(person, skills, ground);
    // Filed anew, so that no word of the asker stays in the index either.
    post(helper, state);
  }
}

/** Nobody need be kept from somebody who is not there; reads everybody, which is bearable as seldom as people are erased. */
function unblock(id: PersonId, state: State): void {
  for (const person of state.people.values()) {
    const { facts } = person;
    if (!facts.blocked?.includes(id)) continue;
    facts.blocked = facts.blocked.filter((other) => other !== id);
    greet(person, state);
  }
}

/**
 * Forgets a person wholly: profile, presence, document, needs asked and helped with, ties, answers, and what went together in
 * what was on their mind. What is left are sums that name nobody: how often others were offered somebody, and what all
 * answers together have taught.
 */
export function erase({ personId }: Of<'person.erased'>, ground: Ground): void {
  const { state } = ground;
  const person = state.people.get(personId);
  if (person === undefined) return;
  leave(personId, ground);
  forgetNeeds(person, ground);
  for (const key of [...person.helpedWith]) forgetHelp(key, personId, state);
  for (const skill of [...person.held.keys()]) letGoOf(person, skill, state);
  state.associations.replace(person.facts.offers, []);
  for (const skills of person.named) state.associations.replace(skills, []);
  for (const other of person.pairs.keys()) state.people.get(other)?.pairs.delete(personId);
  state.house.offered -= person.offered;
  state.house.accepted -= person.accepted;
  state.documents.remove(personId);
  state.graph.erase(personId);
  state.people.delete(personId);
  unblock(personId, state);
}
