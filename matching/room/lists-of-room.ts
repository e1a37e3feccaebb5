import type { PersonId, SpaceId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { IndexOfRoom, Terms } from './index-of-room.ts';
import { STEPS } from './postings.ts';

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

/** Puts somebody where they belong, if the list can know that they do; whoever falls off the end is forgotten. */
function insert(list: List, slot: number, weight: number): void {
  const { slots, weights } = list;
  const isFull = list.length === slots.length;
  let place = list.length;
  while (place > 0) {
    const above = weights[place - 1] ?? 0;
    if (above > weight || (above === weight && (slots[place - 1] ?? 0) < slot)) break;
    place--;
  }
  // Behind the last of a list that is not whole somebody else may come first.
  if (place === list.length && (isFull || !list.isWhole)) {
    list.isWhole = false;
    return;
  }
  if (isFull) list.isWhole = false;
  else list.length++;
  for (let i = list.length - 1; i > place; i--) {
    slots[i] = slots[i - 1] ?? 0;
    weights[i] = weights[i - 1] ?? 0;
  }
  slots[place] = slot;
  weights[place] = weight;
}

function takeOut(list: List, slot: number): void {
  const place = list.slots.subarray(0, list.length).indexOf(slot);
  if (place < 0) return;
  list.slots.copyWithin(place, place + 1, list.length);
  list.weights.copyWithin(place, place + 1, list.length);
  list.length--;
}

function emptyList(most: number): List {
  return { slots: new Int32Array(most), weights: new Int32Array(most), length: 0, isWhole: true };
}

/** Reads a list anew. */
function fill(list: List, id: PersonId, index: IndexOfRoom): void {
  list.length = 0;
  list.isWhole = true;
  index.sharing(id, EVERYTHING, (other, weight) => insert(list, other, weight));
}

/** The first of a list as people. */
function told({ slots, weights, length }: List, most: number, index: IndexOfRoom): Close[] {
  return Array.from({ length: Math.min(most, length) }, (_, i) => {
    return { id: index.idAt(slots[i] ?? 0), weight: (weights[i] ?? 0) / STEPS };
  });
}

/** Who of the room shares most with somebody in it, read once. */
export function closestTo(id: PersonId, index: IndexOfRoom, most: number): Close[] {
  const list = emptyList(most);
  fill(list, id, index);
  return told(list, most, index);
}

/** Lists of `most` people each over an index in which nobody is yet; whoever changes the index does so through them. */
export function createListsOfRoom(index: IndexOfRoom, most: number): ListsOfRoom {
  const lists: List[] = [];
  const short = new Set<number>();

  function read(id: PersonId, slot: number): List {
    const list = lists[slot] ?? emptyList(2 * most);
    lists[slot] = list;
    fill(list, id, index);
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
      return list === undefined ? [] : told(list, most, index);
    },
    settle() {
      const waiting = [...short];
      for (const slot of waiting) read(index.idAt(slot), slot);
      return waiting.length;
    },
  };
}
