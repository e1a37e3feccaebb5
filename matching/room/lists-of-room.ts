import type { PersonId, SpaceId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { IndexOfRoom, Reading, Sharers, Terms } from './index-of-room.ts';
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

const EVERYTHING: Reading = { of: 'both', isSkipped: () => false, read: () => undefined };

/** A place of a list is a sharer in one number, most weight first and of equals the first slot: `2^20·weight + (2^20 − 1 − slot)`. */
const SLOTS = 2 ** 20;
const placeOf = (slot: number, weight: number) => SLOTS * weight + (SLOTS - 1 - slot);
const weightAt = (place: number) => Math.floor(place / SLOTS);
// Not by `%`, which of numbers this large is a call.
const slotAt = (place: number) => SLOTS - 1 - (place - SLOTS * weightAt(place));

/** Lists of the first of all sharers, in order, one for each slot, all in one table. */
interface Table {
  /** The places of list `i` from `i·capacity` on. */
  places: Float64Array;
  lengths: Int32Array;
  /**
   * Whoever would stand before this is in the list or belongs into it: nothing in a list of everybody who shares anything,
   * the last place in one that some have fallen off, and infinity in one that was left too short and must be read anew.
   */
  bounds: Float64Array;
  capacity: number;
}

const EVERYBODY = -1;

function emptyTable(lists: number, capacity: number): Table {
  return {
    places: new Float64Array(lists * capacity),
    lengths: new Int32Array(lists),
    bounds: new Float64Array(lists).fill(EVERYBODY),
    capacity,
  };
}

function grown(table: Table): Table {
  const larger = emptyTable(2 * table.lengths.length, table.capacity);
  larger.places.set(table.places);
  larger.lengths.set(table.lengths);
  larger.bounds.set(table.bounds);
  return larger;
}

/** Puts somebody where they belong, if the list can know that they do; whoever falls off the end is forgotten. */
function insert({ places, lengths, bounds, capacity }: Table, list: number, place: number): void {
  if (place < (bounds[list] ?? 0)) return;
  const start = list * capacity;
  const length = lengths[list] ?? 0;
  const isFull = length === capacity;
  if (!isFull) lengths[list] = length + 1;
  const last = start + (isFull ? length - 1 : length);
  let i = last;
  // Of a full list it is the last or the newcomer that falls off.
  if (!isFull || (places[last] ?? 0) < place) {
    for (; i > start && (places[i - 1] ?? 0) < place; i--) places[i] = places[i - 1] ?? 0;
    places[i] = place;
  }
  if (isFull || bounds[list] !== EVERYBODY) bounds[list] = places[last] ?? 0;
}

/** Takes somebody out who may be in a list; returns whether it can still show `most`. */
function takeOut({ places, lengths, bounds, capacity }: Table, list: number, place: number, most: number) {
  const bound = bounds[list] ?? 0;
  if (place < bound) return true;
  const start = list * capacity;
  const last = start + (lengths[list] ?? 0) - 1;
  const found = places.indexOf(place, start);
  places.copyWithin(found, found + 1, last + 1);
  lengths[list] = last - start;
  if (bound === EVERYBODY) return true;
  const isEnough = last - start >= most;
  bounds[list] = isEnough ? (places[last - 1] ?? 0) : Number.POSITIVE_INFINITY;
  return isEnough;
}

/** Writes a list anew. */
function fill(table: Table, list: number, { slots, weights, count }: Sharers): void {
  table.lengths[list] = 0;
  table.bounds[list] = EVERYBODY;
  for (let i = 0; i < count; i++) insert(table, list, placeOf(slots[i] ?? 0, weights[i] ?? 0));
}

/** The first of a list as people. */
function told({ places, lengths, capacity }: Table, list: number, most: number, index: IndexOfRoom): Close[] {
  const start = list * capacity;
  const end = start + Math.min(most, lengths[list] ?? 0);
  const found: Close[] = [];
  for (let i = start; i < end; i++) {
    const place = places[i] ?? 0;
    found.push({ id: index.idAt(slotAt(place)), weight: weightAt(place) / STEPS });
  }
  return found;
}

/** Tells who of the room shares most with somebody in it, read when it is asked; `most` people each. */
export function closestIn(index: IndexOfRoom, most: number): (id: PersonId) => Close[] {
  const table = emptyTable(1, most);
  return (id) => {
    fill(table, 0, index.sharing(id, EVERYTHING));
    return told(table, 0, most, index);
  };
}

/** Lists of `most` people each over an index in which nobody is yet; whoever changes the index does so through them. */
export function createListsOfRoom(index: IndexOfRoom, most: number): ListsOfRoom {
  // Longer than what is shown, so that a few may leave before a list must be read anew.
  let table = emptyTable(64, 2 * most);
  const short = new Set<number>();

  function read(id: PersonId, slot: number): Sharers {
    while (slot >= table.lengths.length) table = grown(table);
    const sharers = index.sharing(id, EVERYTHING);
    fill(table, slot, sharers);
    short.delete(slot);
    return sharers;
  }

  function remove(id: PersonId): void {
    const slot = index.slotOf(id);
    if (slot === NONE) return;
    const { slots, weights, count } = index.sharing(id, EVERYTHING);
    for (let i = 0; i < count; i++) {
      const other = slots[i] ?? 0;
      if (!takeOut(table, other, placeOf(slot, weights[i] ?? 0), most)) short.add(other);
    }
    short.delete(slot);
    index.remove(id);
  }

  return {
    remove,
    place(id, space, terms) {
      remove(id);
      index.place(id, space, terms);
      const slot = index.slotOf(id);
      const { slots, weights, count } = read(id, slot);
      for (let i = 0; i < count; i++) {
        insert(table, slots[i] ?? 0, placeOf(slot, weights[i] ?? 0));
      }
    },
    closest(id) {
      const slot = index.slotOf(id);
      if (slot === NONE) return [];
      if (short.has(slot)) read(id, slot);
      return told(table, slot, most, index);
    },
    settle() {
      const waiting = [...short];
      for (const slot of waiting) read(index.idAt(slot), slot);
      return waiting.length;
    },
  };
}
