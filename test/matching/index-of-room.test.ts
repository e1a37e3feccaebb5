import assert from 'node:assert/strict';
import fc from 'fast-check';
import { candidatesAmong, prospectsFor } from '../../matching/consider.ts';
import { applyEvent } from '../../matching/events/apply.ts';
import { checkEvent } from '../../matching/events/check.ts';
import type { Moment } from '../../matching/rank.ts';
import { createIndexOfRoom, type IndexOfRoom, type Sought } from '../../matching/room/index-of-room.ts';
import { createListsOfRoom } from '../../matching/room/lists-of-room.ts';
import { STEPS } from '../../matching/room/postings.ts';
import { DEFAULT_SETTINGS } from '../../matching/settings.ts';
import { documentOf, isPresent } from '../../matching/state/guests.ts';
import { emptyState, type State } from '../../matching/state/state.ts';
import { type Candidate, valued } from '../../matching/value.ts';
import { NOON, vocabulary } from './builders.ts';
import { everybody, histories } from './histories.ts';

const all = { of: 'both', isSkipped: () => false, read: () => undefined } as const;

/** What somebody has, offers and seeks, and where they are, as plain sets. */
interface Filed {
  space: string;
  has: Set<number>;
  offers: Set<number>;
  seeks: readonly Sought[];
}

const number = fc.nat({ max: 4 });
const had = fc.uniqueArray(number, { maxLength: 4 });
// Halves and quarters, which whole steps hold exactly.
const sought: fc.Arbitrary<Sought[]> = fc.uniqueArray(
  fc.record({ number, weight: fc.constantFrom(0.25, 0.5, 1), isOffered: fc.boolean() }),
  { maxLength: 4, selector: ({ number }) => number },
);
const terms = { has: had, offers: had, seeks: sought };
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('place', 'place', 'remove', 'add', 'drop', 'seek'),
    id: fc.constantFrom('p', 'q', 'r', 's'),
    space: fc.constantFrom('here', 'there'),
    ...terms,
  }),
  { maxLength: 30 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

const filedPlainly = ({ space, has, offers, seeks }: Omit<Step, 'what' | 'id'>): Filed => {
  return { space, has: new Set(has), offers: new Set(offers), seeks };
};

/** One step in the index and in the plain sets. */
function take({ what, id, ...step }: Step, index: IndexOfRoom, plain: Map<string, Filed>): void {
  const filed = plain.get(id);
  const { space, has, offers, seeks } = step;
  if (what === 'place') {
    index.place(id, space, { has, offers, seeks });
    plain.set(id, filedPlainly(step));
  } else if (what === 'remove') {
    index.remove(id);
    plain.delete(id);
  } else if (what === 'add') {
    const news = (numbers: readonly number[], known = new Set<number>()) =>
      numbers.filter((number) => !known.has(number));
    index.add(id, { has: news(has, filed?.has), offers: news(offers, filed?.offers) });
    for (const number of has) filed?.has.add(number);
    for (const number of offers) filed?.offers.add(number);
  } else if (what === 'drop') {
    index.drop(id, { has, offers });
    for (const number of has) filed?.has.delete(number);
    for (const number of offers) filed?.offers.delete(number);
  } else {
    index.seek(id, seeks);
    if (filed !== undefined) filed.seeks = seeks;
  }
}

function sharers(index: IndexOfRoom, id: string): [id: string, weight: number][] {
  const { slots, weights, count } = index.sharing(id, all);
  return [...slots.subarray(0, count)].map((slot, i) => [index.idAt(slot), weights[i] ?? 0]);
}

function sharersPlainly(plain: ReadonlyMap<string, Filed>, id: string): [id: string, weight: number][] {
  const own = plain.get(id);
  if (own === undefined) return [];
  const got = (x: Filed, y: Filed) =>
    x.seeks
      .filter(({ number, isOffered }) => (isOffered ? y.offers : y.has).has(number))
      .reduce((sum, { weight }) => sum + weight, 0);
  return [...plain]
    .filter(([other, { space }]) => other !== id && space === own.space)
    .map(([other, theirs]): [string, number] => [other, got(own, theirs) + got(theirs, own)])
    .filter(([, weight]) => weight > 0);
}

/** Everybody worth meeting, by scoring the whole room. */
function candidatesPlainly(id: string, state: State, moment: Moment): Candidate[] {
  const x = state.people.get(id);
  return isPresent(x) ? candidatesAmong(x, state.rooms.get(x.presence.spaceId) ?? [], state, moment) : [];
}

function pairsOf(candidates: readonly Candidate[]) {
  return candidates.map(({ a, b, x: _, y: __, ...numbers }) => [a.facts.personId, b.facts.personId, numbers]);
}

/** What is asked first of somebody who is here, as it was written down, and read off what is known of them. */
function guestIn(state: State, id: string) {
  const guest = state.guests[state.room.slotOf(id)];
  if (guest === undefined) return undefined;
  const { isOpen, inBreaks, isWary, sheet, person } = guest;
  assert.equal(person, state.people.get(id));
  assert.equal(sheet, person.sheet);
  return { id: guest.id, isOpen, inBreaks, isWary, document: documentOf(guest, state) };
}

function guestPlainly({ people, documents }: State, id: string) {
  const person = people.get(id);
  if (person?.presence === undefined) return undefined;
  return {
    id,
    isOpen: isPresent(person),
    inBreaks: isPresent(person, { isBreak: true }),
    isWary: (person.facts.blocked ?? []).length > 0,
    document: documents.numbered(id),
  };
}

describe('the index of the room', () => {
  it('finds whom scoring the whole room finds, with the same values, whatever has happened', () => {
    let compared = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = emptyState(DEFAULT_SETTINGS);
        const words = vocabulary();
        const moment = { at: NOON, settings: DEFAULT_SETTINGS };
        for (const event of events) {
          try {
            checkEvent(event, state);
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            continue;
          }
          applyEvent(event, { state, vocabulary: words, settings: DEFAULT_SETTINGS });
          for (const id of everybody) {
            assert.deepEqual(guestIn(state, id), guestPlainly(state, id), `${id} after ${event.type}`);
            const found = pairsOf(valued(prospectsFor(id, state, moment), state, moment));
            assert.deepEqual(found, pairsOf(candidatesPlainly(id, state, moment)));
            compared += found.length;
          }
        }
      }),
      { seed: 404, numRuns: 160 },
    );
    assert.ok(compared > 500, `only ${compared} pairs came up`);
  });

  it('is what plain sets say after any arrivals, changes and departures, and empty when all have left', () => {
    fc.assert(
      fc.property(steps, (happened) => {
        const index = createIndexOfRoom();
        const plain = new Map<string, Filed>();
        for (const step of happened) {
          take(step, index, plain);
          for (const id of plain.keys()) {
            const found = sharers(index, id).map(([other, weight]) => [other, weight / STEPS]);
            assert.deepEqual(found.sort(), sharersPlainly(plain, id).sort());
          }
        }
        for (const id of plain.keys()) index.remove(id);
        assert.equal(index.size, 0);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('is what plain sets say while more have left than are here, and come again', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `p${i}`);
    const happened = fc.sample(
      fc.record({
        what: fc.constantFrom('place', 'place', 'remove', 'seek', 'drop'),
        id: fc.constantFrom(...ids),
        space: fc.constantFrom('here', 'there'),
        ...terms,
      }),
      { seed: 64, numRuns: 1500 },
    );
    const index = createIndexOfRoom();
    const plain = new Map<string, Filed>();
    const slots = new Set<number>();

    for (const step of happened) {
      take(step as Step, index, plain);
      for (const id of plain.keys()) {
        slots.add(index.slotOf(id));
        const found = sharers(index, id).map(([other, weight]) => [other, weight / STEPS]);
        assert.deepEqual(found.sort(), sharersPlainly(plain, id).sort());
      }
    }

    assert.ok(slots.size < 100, `${slots.size} slots for twelve people: those left were never swept`);
  });

  it('joins nobody by a term that is skipped, and reads no posting of it', () => {
    const index = createIndexOfRoom();
    const [the, vat] = [2, 4];
    const seeks = [the, vat].map((number) => ({ number, weight: 1, isOffered: false }));
    index.place('ann', 'here', { has: [], offers: [], seeks });
    index.place('bob', 'here', { has: [the], offers: [], seeks: [] });
    let postings = 0;

    const reading = {
      of: 'both' as const,
      isSkipped: (number: number) => number === the,
      read: (count: number) => {
        postings += count;
      },
    };
    const { count } = index.sharing('ann', reading);

    assert.deepEqual([count, postings], [0, 0]);
  });

  it('keeps room for two thousand people, and gives it back', () => {
    const index = createIndexOfRoom();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 2000; i++)
        index.place(`p${i}`, 'here', {
          has: [i % 500],
          offers: [],
          seeks: [{ number: i, weight: 1, isOffered: false }],
        });
      assert.equal(index.size, 4000);
      assert.equal(sharers(index, 'p3').length, 3);
      for (let i = 0; i < 2000; i++) index.remove(`p${i}`);
    }
    assert.equal(index.size, 0);
  });
});

describe('the lists of the room', () => {
  it('are right after any arrivals and departures, without being asked in between', () => {
    const crowd = fc.array(
      fc.record({
        isThere: fc.boolean(),
        id: fc.nat({ max: 14 }).map((i) => `p${i}`),
        space: fc.constant('here'),
        ...terms,
      }),
      { maxLength: 80, size: 'max' },
    );
    let shortened = 0;
    fc.assert(
      fc.property(crowd, (steps) => {
        const index = createIndexOfRoom();
        const lists = createListsOfRoom(index, 3);
        const plain = new Map<string, Filed>();
        for (const [i, { isThere, id, ...step }] of steps.entries()) {
          if (isThere) {
            lists.place(id, step.space, step);
            plain.set(id, filedPlainly(step));
          } else {
            lists.remove(id);
            plain.delete(id);
          }
          if (i % 20 === 19) shortened += lists.settle();
        }

        for (const id of plain.keys()) {
          const best = sharersPlainly(plain, id)
            .sort((a, b) => b[1] - a[1] || index.slotOf(a[0]) - index.slotOf(b[0]))
            .slice(0, 3);
          assert.deepEqual(
            lists.closest(id).map((one) => [one.id, one.weight]),
            best,
          );
        }
      }),
      { seed: 21, numRuns: 300 },
    );
    assert.ok(shortened > 0, 'some lists had to be read anew');
  });
});
