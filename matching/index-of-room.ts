import type { PersonId, SpaceId } from './types.ts';

/** What somebody of the room has and seeks, as terms: words, and skills under a mark. */
export interface Terms {
  has: Iterable<string>;
  seeks: Iterable<string>;
}

/**
 * Who of a room shares a term with whom: inverted postings of who is present, kept right by arrivals, departures
 * and changes, each at a cost in proportion to the terms of that person. It knows nobody who is away, so its cost
 * does not grow with the network.
 */
export interface IndexOfRoom {
  /** Files a person under a room with these terms, in place of what was filed before. */
  place(id: PersonId, space: SpaceId, terms: Terms): void;
  /** Files more terms under a person who is present; a term twice does no harm. */
  add(id: PersonId, has: Iterable<string>): void;
  remove(id: PersonId): void;
  /**
   * People of the same room who have what this one seeks or seek what this one has, each once, in no order that
   * means anything. Terms that are skipped join nobody. `read` is told how many postings were read.
   */
  sharing(
    id: PersonId,
    ask: { isSkipped: (term: string) => boolean; read: (postings: number) => void },
  ): PersonId[];
  /** Postings filed now. */
  readonly size: number;
}

type Side = 'has' | 'seeks';
const OTHER = { has: 'seeks', seeks: 'has' } as const satisfies Record<Side, Side>;
const NONE = -1;

/** The first posting of each term, by side. */
type Heads = Record<Side, Map<string, number>>;

interface Filed {
  slot: number;
  heads: Heads;
  space: SpaceId;
  /** The latest posting of the person; the others hang on it. */
  first: number;
}

/**
 * One slab of postings for all rooms, in typed arrays: who, the next and previous of the same term, the next of the
 * same person. Freed postings are used again, so that memory follows the largest number present at once.
 */
function createSlab() {
  let capacity = 1024;
  let who = new Int32Array(capacity);
  let next = new Int32Array(capacity);
  let previous = new Int32Array(capacity);
  let sibling = new Int32Array(capacity);
  const terms: string[] = [];
  const sides: Side[] = [];
  let free = NONE;
  let used = 0;
  let size = 0;

  function grown(old: Int32Array): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(capacity);
    larger.set(old);
    return larger;
  }

  function allot(): number {
    size++;
    if (free !== NONE) {
      const posting = free;
      free = next[posting] ?? NONE;
      return posting;
    }
    if (used === capacity) {
      capacity *= 2;
      [who, next, previous, sibling] = [grown(who), grown(next), grown(previous), grown(sibling)];
    }
    return used++;
  }

  function file(filed: Filed, side: Side, term: string): void {
    const posting = allot();
    const heads = filed.heads[side];
    const head = heads.get(term) ?? NONE;
    who[posting] = filed.slot;
    next[posting] = head;
    previous[posting] = NONE;
    if (head !== NONE) previous[head] = posting;
    heads.set(term, posting);
    terms[posting] = term;
    sides[posting] = side;
    sibling[posting] = filed.first;
    filed.first = posting;
  }

  function unfile({ heads, first }: Filed): void {
    for (let posting = first; posting !== NONE; ) {
      const after = sibling[posting] ?? NONE;
      const [left = NONE, right = NONE] = [previous[posting], next[posting]];
      if (right !== NONE) previous[right] = left;
      if (left !== NONE) next[left] = right;
      else {
        const ofSide = heads[sides[posting] ?? 'has'];
        const term = terms[posting] ?? '';
        if (right === NONE) ofSide.delete(term);
        else ofSide.set(term, right);
      }
      // A freed posting must not remember a word of somebody who left.
      terms[posting] = '';
      next[posting] = free;
      free = posting;
      size--;
      posting = after;
    }
  }

  /** Marks, with `epoch`, every slot that faces one of this person's postings; returns how many were read. */
  function face(
    { heads, first }: Filed,
    isSkipped: (term: string) => boolean,
    mark: (slot: number) => void,
  ): number {
    let read = 0;
    for (let own = first; own !== NONE; own = sibling[own] ?? NONE) {
      const term = terms[own] ?? '';
      const head = heads[OTHER[sides[own] ?? 'has']].get(term);
      if (head === undefined || isSkipped(term)) continue;
      for (let posting = head; posting !== NONE; posting = next[posting] ?? NONE) {
        mark(who[posting] ?? 0);
        read++;
      }
    }
    return read;
  }

  return { file, unfile, face, size: () => size };
}

/** An index of rooms in which nobody is yet. */
export function createIndexOfRoom(): IndexOfRoom {
  const slab = createSlab();
  const rooms = new Map<SpaceId, { heads: Heads; people: number }>();
  const filed = new Map<PersonId, Filed>();
  const people: PersonId[] = [];
  const freeSlots: number[] = [];
  let marks = new Uint32Array(64);
  let epoch = 0;

  function remove(id: PersonId): void {
    const entry = filed.get(id);
    if (entry === undefined) return;
    slab.unfile(entry);
    filed.delete(id);
    people[entry.slot] = '';
    freeSlots.push(entry.slot);
    const room = rooms.get(entry.space);
    if (room !== undefined && --room.people === 0) rooms.delete(entry.space);
  }

  function enter(id: PersonId, space: SpaceId): Filed {
    const room = rooms.get(space) ?? { heads: { has: new Map(), seeks: new Map() }, people: 0 };
    rooms.set(space, room);
    room.people++;
    const slot = freeSlots.pop() ?? people.length;
    people[slot] = id;
    if (slot >= marks.length) {
      const larger = new Uint32Array(marks.length * 2);
      larger.set(marks);
      marks = larger;
    }
    const entry = { slot, heads: room.heads, space, first: NONE };
    filed.set(id, entry);
    return entry;
  }

  return {
    place(id, space, { has, seeks }) {
      remove(id);
      const entry = enter(id, space);
      for (const term of has) slab.file(entry, 'has', term);
      for (const term of seeks) slab.file(entry, 'seeks', term);
    },
    add(id, has) {
      const entry = filed.get(id);
      if (entry !== undefined) for (const term of has) slab.file(entry, 'has', term);
    },
    remove,
    sharing(id, { isSkipped, read }) {
      const entry = filed.get(id);
      if (entry === undefined) return [];
      epoch++;
      marks[entry.slot] = epoch;
      const found: PersonId[] = [];
      const mark = (slot: number) => {
        if (marks[slot] === epoch) return;
        marks[slot] = epoch;
        found.push(people[slot] ?? '');
      };
      read(slab.face(entry, isSkipped, mark));
      return found;
    },
    get size() {
      return slab.size();
    },
  };
}
