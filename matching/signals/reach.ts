import type { Reading } from '../room/index-of-room.ts';
import type { Guest } from '../state/guests.ts';
import type { State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { isSkill } from '../vocabulary/lexicon.ts';
import { mostHolders } from './telling.ts';

/** Who of a room may have a reason to meet somebody, in no order that means anything. */
export interface Reachable {
  /** By a skill that one of the two seeks and the other has: these have one. */
  bySkill: Guest[];
  /** Not by a skill, but by words that somebody typed and these have. */
  heard: Guest[];
  /** Not by a skill, but by words that these typed and somebody has. */
  typed: Guest[];
}

/** Who of the room can have a reason to meet a person. Words that too many documents hold are none, and skipped. */
export function reachable(id: PersonId, state: State): Reachable {
  const { documents, counters, room, guests } = state;
  const most = mostHolders(state);
  const read = (postings: number) => {
    counters.postingsRead += postings;
  };
  const sharers = (of: Reading['of'], isSkipped: Reading['isSkipped']) => {
    const { slots, count } = room.sharing(id, { of, isSkipped, read });
    const found: Guest[] = [];
    for (let i = 0; i < count; i++) {
      const guest = guests[slots[i] ?? 0];
      if (guest !== undefined) found.push(guest);
    }
    return found;
  };
  const bySkill = sharers('both', (number) => !isSkill(number));
  const known = new Set(bySkill);
  const isUnheard = (number: number) => isSkill(number) || documents.frequency(number) > most;
  const byWord = (of: Reading['of']) => sharers(of, isUnheard).filter((guest) => !known.has(guest));
  return { bySkill, heard: byWord('sought'), typed: byWord('had') };
}
