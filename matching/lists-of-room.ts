import type { IndexOfRoom, Terms } from './index-of-room.ts';
import { STEPS } from './postings.ts';
import { NONE } from './term-numbers.ts';
import type { PersonId, SpaceId } from './types.ts';

/** Somebody of the room, and how much of what the two seek the other has, in both directions together. */
export interface Close {
  id: PersonId;
  weight: number;
}

/**
 * For everybody present the few who share most with them, kept right at every arrival and departure, so that asking
 * costs nothing: for screens that show all of a room at once.
 */
export interface ListsOfRoom {
  /** Files a person under a room with these terms, in place of what was filed before. */
  place(id: PersonId, space: SpaceId, terms: Terms): void;
  remove(id: PersonId): void;
  /** Who shares most with somebody, most first; of equals, in the order of their slots. */
  closest(id: PersonId): Close[];
  /** Makes every list that a departure left short whole again; returns how many there were. */
  settle(): number;
}

const EVERYTHING = { isSkipped: () => false, read: () => undefined };

/**
 * One person's list: the first of all sharers, in order. It is longer than what is shown, so that a few may leave before
 * it must be read anew.
 */
interface List {
  slots: Int32Array;
  weights: Int32Array;
  length: number;
  /** Whether everybody who shares anything is in it; only then can the last place be given to anybody. */
  isWhole: boolean;
}

/** Where somebody of that weight belongs. */
function placeIn({ slots, weights, length }: List, slot: number, weight: number): number {
  let place = length;
  while (place > 0) {
    const above = weights[place - 1] ?? 0;
    if (above > weight || (above === weight && (slots[place - 1] ?? 0) < slot)) return place;
    place--;
  }
  return place;
}

function insert(list: List, slot: number, weight: number): void {
  const place = placeIn(list, slot, weight);
  if (place === list.length && !list.isWhole) return;
  const most = list.slots.length;
  if (place === most) {
    list.isWhole = false;
    return;
  }
  if (list.length === most) list.isWhole = false;
  else list.length++;
  list.slots.copyWithin(place + 1, place, list.length - 1);
  list.weights.copyWithin(place + 1, place, list.length - 1);
  list.slots[place] = slot;
  list.weights[place] = weight;
}

function takeOut(list: List, slot: number): void {
  const place = list.slots.subarray(0, list.length).indexOf(slot);
  if (place < 0) return;
  list.slots.copyWithin(place, place + 1, list.length);
  list.weights.copyWithin(place, place + 1, list.length);
  list.length--;
}

/** Lists of `most` people each over an index in which nobody is yet; whoever changes the index does so through them. */
export function createListsOfRoom(index: IndexOfRoom, most: number): ListsOfRoom {
  const lists: List[] = [];
  const short = new Set<number>();

  function read(id: PersonId, slot: number): List {
    const list = lists[slot] ?? {
      slots: new Int32Array(2 * most),
      weights: new Int32Array(2 * most),
      length: 0,
      isWhole: true,
    };
    lists[slot] = list;
    list.length = 0;
    list.isWhole = true;
    index.sharing(id, EVERYTHING, (other, weight) => insert(list, other, weight));
    short.delete(slot);
    return list;
  }

  function remove(id: PersonId): void {
    const slot = index.slotOf(id);
    if (slot === NONE) return;
    index.sharing(id, EVERYTHING, (other) => {
      const list = lists[other];
      if (list === undefined) return;
      takeOut(list, slot);
      if (!list.isWhole && list.length < most) short.add(other);
    });
    short.delete(slot);
    index.remove(id);
  }

  return {
    remove,
    place(id, space, terms) {
      remove(id);
      index.place(id, space, terms);
      const slot = index.slotOf(id);
      read(id, slot);
      index.sharing(id, EVERYTHING, (other, weight) => {
        const list = lists[other];
        if (list !== undefined && !short.has(other)) insert(list, slot, weight);
      });
    },
    closest(id) {
      const slot = index.slotOf(id);
      if (slot === NONE) return [];
      const list = short.has(slot) ? read(id, slot) : lists[slot];
      const shown = Math.min(most, list?.length ?? 0);
      return Array.from({ length: shown }, (_, i) => {
        return { id: index.idAt(list?.slots[i] ?? 0), weight: (list?.weights[i] ?? 0) / STEPS };
      });
    },
    settle() {
      const waiting = [...short];
      for (const slot of waiting) read(index.idAt(slot), slot);
      return waiting.length;
    },
  };
}
