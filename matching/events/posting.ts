import type { Had, Sought, Terms } from '../room/index-of-room.ts';
import { greet } from '../state/guests.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonId, SkillId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import { SAYABLE, THE_SAME } from '../vocabulary/relations.ts';

/** The numbers of some skills that somebody holds. */
export function numbersOf(skills: Iterable<SkillId>, held: ReadonlyMap<SkillId, number>): number[] {
  return Array.from(skills).flatMap((skill) => held.get(skill) ?? []);
}

function termsHad({ facts, held }: Person, { documents }: State): Int32Array {
  const words = documents.numbered(facts.personId)?.terms ?? [];
  const terms = new Int32Array(held.size + words.length);
  terms.set([...held.values()]);
  terms.set(words, held.size);
  return terms;
}

/**
 * The words as typed, the names of the skills, and every skill that answers well enough to be said aloud; whoever was not
 * so close as to be the same must offer it. Two people share a skill sought exactly where it is a reason to meet
 * (`hasReason`); where they share words only, the words must also tell something.
 */
function termsSought({ sheet }: Person): Sought[] {
  if (sheet === undefined) return [];
  const { words, wanted, asked } = sheet.yardstick;
  const skills = new Map<number, { fit: number; weight: number }>();
  for (const { weight, meant } of asked) {
    const { kin, fits } = meant;
    for (let place = 0; place < kin.length; place++) {
      const [skill = 0, fit = 0] = [kin[place], fits[place]];
      const known = skills.get(skill) ?? { fit: 0, weight: 0 };
      skills.set(skill, {
        fit: Math.max(fit, known.fit),
        weight: Math.max(weight * fit, known.weight),
      });
    }
  }
  const sought = Array.from(words.numbers, (number, place): Sought => {
    return { number, weight: wanted[place] ?? 0, isOffered: false };
  });
  for (const [number, { fit, weight }] of skills) {
    if (fit >= SAYABLE) sought.push({ number, weight, isOffered: fit < THE_SAME });
  }
  return sought;
}

function termsOf(person: Person, state: State): Terms {
  const { facts, held } = person;
  return {
    has: termsHad(person, state),
    offers: numbersOf(facts.offers, held),
    seeks: termsSought(person),
  };
}

/** Files somebody in the index of the room they are in, as they are now; whoever is away is taken out. */
export function post(id: PersonId, state: State): void {
  const { room, guests } = state;
  const person = state.people.get(id);
  const before = room.slotOf(id);
  if (before !== NONE) guests[before] = undefined;
  if (person?.presence === undefined) {
    room.remove(id);
    return;
  }
  room.place(id, person.presence.spaceId, termsOf(person, state));
  greet(person, state);
}

/** Files anew what somebody seeks, if they are here. */
export function postNeed(person: Person, state: State): void {
  state.room.seek(person.facts.personId, termsSought(person));
  greet(person, state);
}

/** Those of some numbers that are not among the others. */
function without(numbers: Iterable<number>, others: Iterable<number>): Set<number> {
  const left = new Set(numbers);
  for (const number of others) left.delete(number);
  return left;
}

/** What came to somebody and what went; the number of what went may be that of something that came. */
export interface Change {
  come: Had;
  gone: Had;
}

/** Files what came to somebody, and takes out what went, if they are here. */
export function postChange(id: PersonId, { come, gone }: Change, state: State): void {
  const { room, people } = state;
  room.drop(id, { has: without(gone.has, come.has), offers: without(gone.offers, come.offers) });
  room.add(id, { has: without(come.has, gone.has), offers: without(come.offers, gone.offers) });
  const person = people.get(id);
  if (person !== undefined) greet(person, state);
}
