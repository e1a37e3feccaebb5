import type { State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { isSkill } from '../vocabulary/lexicon.ts';
import { mostHolders } from './telling.ts';

/** Who of a room may have a reason to meet somebody. */
export interface Reachable {
  /** By a skill that one of the two seeks and the other has: these have one. */
  bySkill: PersonId[];
  /** By words only. */
  byWord: PersonId[];
}

/** Who of the room can have a reason to meet a person. Words that too many documents hold are none, and skipped. */
export function reachable(id: PersonId, state: State): Reachable {
  const { documents, counters, room } = state;
  const most = mostHolders(state);
  const found = new Set<PersonId>();
  const read = (postings: number) => {
    counters.postingsRead += postings;
  };
  room.sharing(id, { isSkipped: (number) => !isSkill(number), read }, (slot) => found.add(room.idAt(slot)));
  const byWord: PersonId[] = [];
  const isSkipped = (number: number) => isSkill(number) || documents.frequency(number) > most;
  room.sharing(id, { isSkipped, read }, (slot) => {
    if (!found.has(room.idAt(slot))) byWord.push(room.idAt(slot));
  });
  return { bySkill: [...found], byWord };
}
