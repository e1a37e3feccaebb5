import { greet } from '../state/guests.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonId, SkillId } from '../types.ts';
import { copyOf, type Ground, type Of } from './ground.ts';
import { post, postNeed } from './posting.ts';
import { forgetNeed, readNeed } from './profile.ts';

/** Takes a person out of the room they are in, if any. */
export function leave(personId: PersonId, { state }: Ground): void {
  const person = state.people.get(personId);
  if (person?.presence === undefined) return;
  const room = state.rooms.get(person.presence.spaceId);
  room?.delete(personId);
  if (room?.size === 0) state.rooms.delete(person.presence.spaceId);
  // Set and not deleted: an object that has lost a property is slow to read ever after.
  person.presence = undefined;
  forgetNeed(person, state);
  person.past = undefined;
  post(personId, state);
}

/** Counts skills that were on somebody's mind at once, and remembers whose mind that was, to be able to take it back. */
function nameTogether(person: Person, skills: readonly SkillId[], { associations }: State): void {
  if (skills.length === 0) return;
  associations.replace([], skills);
  person.named.push(skills);
}

/** Puts a person into a room; whoever was elsewhere has left there. */
export function arrive(event: Of<'presence.started'>, ground: Ground): void {
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
  nameTogether(person, person.presence.focus.skills, state);
  post(event.personId, state);
  state.graph.visited(event.personId, spaceId, at);
}

/** Changes openness and focus; the need is read anew only where the focus is new. */
export function changePresence(event: Of<'presence.changed'>, ground: Ground): void {
  const person = ground.state.people.get(event.personId);
  const presence = person?.presence;
  if (person === undefined || presence === undefined) return;
  const focus = copyOf(event.focus);
  const isNew = focus.text !== presence.focus.text || focus.skills.join() !== presence.focus.skills.join();
  presence.openness = event.openness;
  presence.focus = focus;
  if (isNew) {
    readNeed(person, ground);
    nameTogether(person, focus.skills, ground.state);
    postNeed(person, ground.state);
  } else greet(person, ground.state);
}
