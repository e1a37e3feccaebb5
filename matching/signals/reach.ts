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
  const read = (postings: number) => {
    counters.postingsRead += postings;
  };
  const sharers = (isSkipped: (number: number) => boolean) => {
    const { slots, count } = room.sharing(id, { isSkipped, read });
    return Array.from(slots.subarray(0, count), (slot) => room.idAt(slot));
  };
  const bySkill = new Set(sharers((number) => !isSkill(number)));
  const byWord = sharers((number) => isSkill(number) || documents.frequency(number) > most);
  return { bySkill: [...bySkill], byWord: byWord.filter((other) => !bySkill.has(other)) };
}
