import type { PersonId, SpaceId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import { emptyHeads, HAS, type Heads, keyOf, OFFERS, SEEKS, SEEKS_OFFER } from './heads.ts';
import { createPostings, type Filed, HAD, SOUGHT, type Sums } from './postings.ts';
import { createSlots } from './slots.ts';

/** Once so many have left, and more than are here, they are swept out. */
const MANY = 64;

/** What somebody of the room has, by number: words and skills, each once. */
export interface Had {
  has: Iterable<number>;
  /** Those of the skills that they offer. */
  offers: Iterable<number>;
}

/** What somebody seeks, by number, and how much, in (0, 1]; of some it is not enough to have it, it must be offered. */
export interface Sought {
  number: number;
  weight: number;
  isOffered: boolean;
}

/** What somebody has and seeks. Their words and skills keep their numbers for as long as this is filed. */
export interface Terms extends Had {
  seeks: Iterable<Sought>;
}

/**
 * How `sharing` reads: whether for who has what somebody seeks, or seeks what they have, or both; words and skills that are skipped
 * join nobody; `read` is told how many postings were read.
 */
export interface Reading {
  of: 'sought' | 'had' | 'both';
  isSkipped: (number: number) => boolean;
  read: (postings: number) => void;
}

/** The slots of some people, and beside each the weights of all that they share with somebody, in both directions, in steps. */
export interface Sharers {
  slots: Int32Array;
  weights: Int32Array;
  count: number;
}

/**
 * Who of a room shares a term with whom: inverted postings of who is present, kept right by arrivals and
 * changes, each at a cost in proportion to the terms of that person, and by departures, which cost next to nothing until as
 * many have left as are here and are swept out. It knows nobody who is away, so its cost
 * does not grow with the network.
 */
export interface IndexOfRoom {
  /** Files a person under a room with these terms, in place of what was filed before. */
  place(id: PersonId, space: SpaceId, terms: Terms): void;
  /** Files more that somebody has who is present, and had not. */
  add(id: PersonId, had: Had): void;
  /** Takes out some of what somebody has. */
  drop(id: PersonId, had: Had): void;
  /** Files what somebody seeks who is present, in place of what they sought before. */
  seek(id: PersonId, seeks: Terms['seeks']): void;
  remove(id: PersonId): void;
  /**
   * Everybody in the same room who has what this one seeks, or seeks what this one has, each once, in no order that means
   * anything. Good until it is asked again.
   */
  sharing(id: PersonId, reading: Reading): Sharers;
  /** The slot of somebody who is present, or `NONE`; nobody else has it while they are. */
  slotOf(id: PersonId): number;
  idAt(slot: number): PersonId;
  /** Postings filed now. */
  readonly size: number;
  /** Bytes of the typed arrays. */
  readonly bytes: number;
}

interface Entry extends Filed {
  space: SpaceId;
}

function emptySums(slots: number): Sums {
  return { values: new Int32Array(slots), met: new Int32Array(slots), count: 0 };
}

/** Writes down who has a sum and is here, but for oneself, and sets every sum to zero; returns how many they are. */
function collect(sums: Sums, { slots, weights }: Sharers, here: Uint8Array, own: number): number {
  const { values, met } = sums;
  let count = 0;
  for (let i = 0; i < sums.count; i++) {
    const slot = met[i] ?? 0;
    slots[count] = slot;
    weights[count] = values[slot] ?? 0;
    values[slot] = 0;
    if (here[slot] === 1 && slot !== own) count++;
  }
  sums.count = 0;
  return count;
}

/** An index of rooms in which nobody is yet. */
export function createIndexOfRoom(): IndexOfRoom {
  const postings = createPostings();
  const rooms = new Map<SpaceId, { heads: Heads; people: number }>();
  const filed = new Map<PersonId, Entry>();
  const slots = createSlots();
  const isHere = (slot: number) => slots.here[slot] === 1;
  let sums = emptySums(64);
  let found: Sharers = { slots: sums.met, weights: new Int32Array(64), count: 0 };

  function sweep(): void {
    for (const [space, { heads, people }] of rooms) {
      postings.sweep(heads, isHere);
      if (people === 0) rooms.delete(space);
    }
    slots.swept();
  }

  function remove(id: PersonId): void {
    const entry = filed.get(id);
    if (entry === undefined) return;
    postings.leave(entry);
    filed.delete(id);
    slots.leave(entry.slot);
    const room = rooms.get(entry.space);
    if (room !== undefined) room.people--;
    if (room?.people === 0 || slots.left() > Math.max(MANY, filed.size)) sweep();
  }

  function enter(id: PersonId, space: SpaceId): Entry {
    const room = rooms.get(space) ?? { heads: emptyHeads(), people: 0 };
    rooms.set(space, room);
    room.people++;
    const entry: Entry = { slot: slots.take(id), heads: room.heads, space, blocks: [NONE, NONE] };
    if (slots.count() > sums.values.length) {
      sums = emptySums(2 * sums.values.length);
      found = { slots: sums.met, weights: new Int32Array(sums.values.length), count: 0 };
    }
    filed.set(id, entry);
    return entry;
  }

  function fileHad(entry: Entry, { has, offers }: Had): void {
    for (const number of has) postings.file(entry, HAS, number, 1);
    for (const number of offers) postings.file(entry, OFFERS, number, 1);
  }

  function fileSought(entry: Entry, seeks: Iterable<Sought>): void {
    for (const { number, weight, isOffered } of seeks)
      postings.file(entry, isOffered ? SEEKS_OFFER : SEEKS, number, weight);
  }

  function sharing(id: PersonId, { of, isSkipped, read }: Reading): Sharers {
    found.count = 0;
    const entry = filed.get(id);
    if (entry === undefined) return found;
    const facing = { isSkipped, sums };
    if (of !== 'had') read(postings.face(entry, SOUGHT, facing));
    if (of !== 'sought') read(postings.face(entry, HAD, facing));
    found.count = collect(sums, found, slots.here, entry.slot);
    return found;
  }

  return {
    place(id, space, terms) {
      remove(id);
      const entry = enter(id, space);
      fileHad(entry, terms);
      fileSought(entry, terms.seeks);
    },
    add(id, had) {
      const entry = filed.get(id);
      if (entry !== undefined) fileHad(entry, had);
    },
    drop(id, { has, offers }) {
      const entry = filed.get(id);
      if (entry === undefined) return;
      const meant = new Set<number>();
      for (const number of has) meant.add(keyOf(HAS, number));
      for (const number of offers) meant.add(keyOf(OFFERS, number));
      postings.drop(entry, meant);
    },
    seek(id, seeks) {
      const entry = filed.get(id);
      if (entry === undefined) return;
      postings.unseek(entry);
      fileSought(entry, seeks);
    },
    remove,
    sharing,
    slotOf: (id) => filed.get(id)?.slot ?? NONE,
    idAt: slots.at,
    get size() {
      return postings.size;
    },
    get bytes() {
      const tables = [...rooms.values()].flatMap(({ heads }) => heads);
      const heads = tables.reduce((sum, { byteLength }) => sum + byteLength, 0);
      return postings.bytes + heads + 3 * sums.values.byteLength;
    },
  };
}
