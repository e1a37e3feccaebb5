import { strengthened } from './evidence.ts';
import { needBag, needOf } from './need.ts';
import type { Pair, Person, State } from './state.ts';
import type { EngineEvent, EngineSettings, Focus, PersonFacts, PersonId, SkillId } from './types.ts';
import { freeWords, type Vocabulary } from './vocabulary.ts';
import { type Bag, bagOf, pour } from './words.ts';

/** Half-life of the load an offer puts on a person, in days. */
export const LOAD_HALF_LIFE = 3;
/** Past needs a person may vote with; the oldest leaves first. Bounds the work of an arrival. */
const MOST_PAST_NEEDS = 512;

type Of<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>;

/** The events' effects need the vocabulary for the words of skills, and the half-life for strengths. */
export interface Ground {
  state: State;
  vocabulary: Vocabulary;
  settings: Pick<EngineSettings, 'halfLifeDays' | 'habitHalfLifeDays'>;
}

function profileOf(facts: PersonFacts): Bag {
  const bag = bagOf(facts.about ?? '');
  // The words of an entry's labels stay out: they are the vocabulary's words, not the person's.
  for (const skill of facts.offers) pour(bag, bagOf(freeWords(skill) ?? ''));
  return bag;
}

function hold(skill: SkillId, by: 1 | -1, { state }: Ground): void {
  const now = (state.holders.get(skill) ?? 0) + by;
  if (now === 0) state.holders.delete(skill);
  else state.holders.set(skill, now);
}

/** Skills a person offers or has shown, each once. */
function skillsHeld(person: Person): Set<SkillId> {
  return new Set([...person.facts.offers, ...person.shown.keys()]);
}

function changePerson({ person: facts }: Of<'person.changed'>, ground: Ground): void {
  const { state } = ground;
  const old = state.people.get(facts.personId);
  const person: Person = old ?? {
    facts,
    profile: new Map(),
    pairs: new Map(),
    shown: new Map(),
    helpedWith: new Set(),
    asked: new Set(),
    offered: 0,
    accepted: 0,
  };
  if (old !== undefined) {
    for (const skill of skillsHeld(old)) hold(skill, -1, ground);
    state.associations.together(old.facts.offers, -1);
    state.documents.change(facts.personId, old.profile, -1);
  }
  person.facts = structuredCloneOfFacts(facts);
  person.profile = profileOf(facts);
  readNeed(person, ground);
  for (const skill of skillsHeld(person)) hold(skill, 1, ground);
  state.associations.together(person.facts.offers);
  state.documents.change(facts.personId, person.profile);
  state.people.set(facts.personId, person);
  state.graph.person(facts.personId);
  state.graph.offers(facts.personId, facts.offers);
}

/** A copy of its own, so that a caller who later changes the event changes nothing here. */
function structuredCloneOfFacts(facts: PersonFacts): PersonFacts {
  return {
    ...facts,
    languages: [...facts.languages],
    offers: [...new Set(facts.offers)],
    needs: [...new Set(facts.needs)],
    blocked: [...(facts.blocked ?? [])],
  };
}

function copyOf(focus: Focus): Focus {
  return { text: focus.text, skills: [...new Set(focus.skills)] };
}

/** Reads what a present person needs: today's focus and the kept needs. */
function readNeed(person: Person, { vocabulary }: Ground): void {
  if (person.presence !== undefined)
    person.need = needOf(person.presence.focus, person.facts.needs, vocabulary);
}

function leave(personId: PersonId, { state }: Ground): void {
  const person = state.people.get(personId);
  if (person?.presence === undefined) return;
  const room = state.rooms.get(person.presence.spaceId);
  room?.delete(personId);
  if (room?.size === 0) state.rooms.delete(person.presence.spaceId);
  delete person.presence;
  delete person.need;
}

function arrive(event: Of<'presence.started'>, ground: Ground): void {
  const { state } = ground;
  const person = state.people.get(event.personId);
  if (person === undefined) return;
  leave(event.personId, ground);
  const { spaceId, openness, at } = event;
  person.presence = { spaceId, openness, focus: copyOf(event.focus), since: at };
  if (event.seat !== undefined) person.presence.seat = { ...event.seat };
  if (event.until !== undefined) person.presence.until = event.until;
  const room = state.rooms.get(spaceId);
  if (room === undefined) state.rooms.set(spaceId, new Set([event.personId]));
  else room.add(event.personId);
  readNeed(person, ground);
  state.associations.together(person.presence.focus.skills);
  state.graph.visited(event.personId, spaceId, at);
}

function changePresence(event: Of<'presence.changed'>, ground: Ground): void {
  const person = ground.state.people.get(event.personId);
  const presence = person?.presence;
  if (person === undefined || presence === undefined) return;
  const focus = copyOf(event.focus);
  const isNew = focus.text !== presence.focus.text || focus.skills.join() !== presence.focus.skills.join();
  presence.openness = event.openness;
  presence.focus = focus;
  if (!isNew) return;
  readNeed(person, ground);
  ground.state.associations.together(focus.skills);
}

function pairOf(a: PersonId, b: PersonId, { state }: Ground): Pair {
  const pair = state.people.get(a)?.pairs.get(b) ?? {};
  state.people.get(a)?.pairs.set(b, pair);
  state.people.get(b)?.pairs.set(a, pair);
  return pair;
}

function offer({ pair, at }: Of<'pair.offered'>, ground: Ground): void {
  const between = pairOf(pair[0], pair[1], ground);
  between.lastOffered = Math.max(at, between.lastOffered ?? 0);
  for (const id of pair) {
    const person = ground.state.people.get(id);
    if (person === undefined) continue;
    person.offered++;
    person.load = strengthened(person.load, 1, at, LOAD_HALF_LIFE);
    ground.state.house.offered++;
  }
}

function answer({ by, yes }: Of<'pair.answered'>, { state }: Ground): void {
  const person = state.people.get(by);
  if (person === undefined || !yes) return;
  person.accepted++;
  state.house.accepted++;
}

function meet(a: PersonId, b: PersonId, at: number, weight: number, ground: Ground): void {
  const between = pairOf(a, b, ground);
  between.lastMet = Math.max(at, between.lastMet ?? 0);
  ground.state.graph.met(a, b, weight, at);
}

function pastNeed(event: Of<'need.helped'>, { state, vocabulary }: Ground): string {
  const { asker, at } = event;
  const need = copyOf(event.need);
  const key = JSON.stringify([asker, need.text, need.skills]);
  if (!state.needs.has(key)) {
    const bag = needBag(need, vocabulary);
    state.needs.set(key, { asker, at, skills: need.skills, bag, helpers: new Map() });
    state.needWords.change(key, bag);
    state.people.get(asker)?.asked.add(key);
  }
  return key;
}

function help(event: Of<'need.helped'>, ground: Ground): void {
  const { state, settings } = ground;
  const helper = state.people.get(event.helper);
  if (helper === undefined) return;
  const { weight, at } = event;
  const key = pastNeed(event, ground);
  state.needs.get(key)?.helpers.set(event.helper, { weight, at });
  helper.helpedWith.add(key);
  const oldest =
    helper.helpedWith.size > MOST_PAST_NEEDS ? helper.helpedWith.values().next().value : undefined;
  if (oldest !== undefined) forgetHelp(oldest, event.helper, ground);
  if (weight === 0) return;
  for (const skill of new Set(event.need.skills)) {
    if (!skillsHeld(helper).has(skill)) hold(skill, 1, ground);
    const old = helper.shown.get(skill);
    helper.shown.set(skill, {
      lasting: strengthened(old?.lasting, weight, at, settings.halfLifeDays),
      habit: strengthened(old?.habit, weight, at, settings.habitHalfLifeDays),
    });
    state.graph.helped(event.helper, skill, weight, at);
  }
  const said = bagOf(event.text ?? '');
  pour(said, bagOf(event.need.text));
  for (const skill of event.need.skills) pour(said, bagOf(freeWords(skill) ?? ''));
  state.documents.change(event.helper, said);
  meet(event.asker, event.helper, at, weight, ground);
}

function forgetHelp(key: string, helper: PersonId, { state }: Ground): void {
  state.people.get(helper)?.helpedWith.delete(key);
  const need = state.needs.get(key);
  need?.helpers.delete(helper);
  if (need?.helpers.size === 0) forgetNeed(key, state);
}

function forgetNeed(key: string, state: State): void {
  const need = state.needs.get(key);
  if (need === undefined) return;
  for (const helper of need.helpers.keys()) state.people.get(helper)?.helpedWith.delete(key);
  state.people.get(need.asker)?.asked.delete(key);
  state.needWords.remove(key);
  state.needs.delete(key);
}

/** Forgets a person wholly: profile, presence, document, needs asked and helped with, ties, answers. */
function erase({ personId }: Of<'person.erased'>, ground: Ground): void {
  const { state } = ground;
  const person = state.people.get(personId);
  if (person === undefined) return;
  leave(personId, ground);
  for (const key of [...person.asked]) forgetNeed(key, state);
  for (const key of [...person.helpedWith]) forgetHelp(key, personId, ground);
  for (const skill of skillsHeld(person)) hold(skill, -1, ground);
  state.associations.together(person.facts.offers, -1);
  for (const other of person.pairs.keys()) state.people.get(other)?.pairs.delete(personId);
  state.house.offered -= person.offered;
  state.house.accepted -= person.accepted;
  state.documents.remove(personId);
  state.graph.erase(personId);
  state.people.delete(personId);
}

/** Carries a checked event into the state. The cost is in proportion to what the event touches. */
export function applyEvent(event: EngineEvent, ground: Ground): void {
  switch (event.type) {
    case 'person.changed':
      changePerson(event, ground);
      break;
    case 'person.erased':
      erase(event, ground);
      break;
    case 'presence.started':
      arrive(event, ground);
      break;
    case 'presence.changed':
      changePresence(event, ground);
      break;
    case 'presence.ended':
      leave(event.personId, ground);
      break;
    case 'pair.offered':
      offer(event, ground);
      break;
    case 'pair.answered':
      answer(event, ground);
      break;
    case 'pair.met':
      meet(event.pair[0], event.pair[1], event.at, 1, ground);
      break;
    case 'need.helped':
      help(event, ground);
      break;
  }
}
