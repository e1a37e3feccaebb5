import type { Sheet } from '../signals/sheet.ts';
import type { PersonId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { Need } from '../vocabulary/need.ts';
import type { Numbered } from './bm25.ts';
import type { Person, Presence, State } from './state.ts';

/** Somebody who is here, with what they need. */
export interface Present extends Person {
  presence: Presence;
  need: Need;
  sheet: Sheet;
}

function isHere(person: Person | undefined): person is Present {
  return person?.presence !== undefined && person.need !== undefined && person.sheet !== undefined;
}

/** Whether somebody may be suggested now, or in a break. */
export function isPresent(person: Person | undefined, { isBreak = false } = {}): person is Present {
  if (!isHere(person) || !person.facts.consents) return false;
  const { openness } = person.presence;
  return openness === 'open' || (isBreak && openness === 'breaks');
}

/**
 * What is asked first of everybody in a room, beside one another in memory: nearly all of them are passed over by this alone, and
 * what is known of a person lies wherever it was when they first came.
 */
export interface Guest {
  id: PersonId;
  person: Present;
  sheet: Sheet;
  /** Whether they may be introduced now, and in breaks. */
  isOpen: boolean;
  inBreaks: boolean;
  /** Whether they keep anybody away. */
  isWary: boolean;
  /** Their document by number, once somebody asked. */
  document: Numbered | undefined;
}

/** Writes down anew what is asked first of somebody, who is there, after anything of it may have changed. */
export function greet(person: Person, { room, guests }: State): void {
  const { personId, blocked } = person.facts;
  const slot = room.slotOf(personId);
  if (slot === NONE || !isHere(person)) return;
  guests[slot] = {
    id: personId,
    person,
    sheet: person.sheet,
    isOpen: isPresent(person),
    inBreaks: isPresent(person, { isBreak: true }),
    isWary: blocked !== undefined && blocked.length > 0,
    document: undefined,
  };
}

/** The document of a guest. */
export function documentOf(guest: Guest, { documents }: State): Numbered | undefined {
  guest.document ??= documents.numbered(guest.id);
  return guest.document;
}
