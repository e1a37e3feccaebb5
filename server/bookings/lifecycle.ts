import { MINUTE } from '#values/clock';
import { conflict, missing } from '#values/errors';
import { canBecome, type Lifecycle } from '#values/lifecycle';
import { type BookingOf, isToCome, type OccurrenceOf } from './booking.ts';
import type { BookingState, OccurrenceState, Part } from './contract.ts';

/** Which states of a booking may follow which. */
const BOOKING_LIFECYCLE: Lifecycle<BookingState> = {
  held: ['requested', 'confirmed', 'lapsed', 'cancelled'],
  requested: ['confirmed', 'lapsed', 'cancelled'],
  confirmed: ['cancelled'],
  lapsed: [],
  cancelled: [],
};

/** Which states of one of its dates may follow which. */
const OCCURRENCE_LIFECYCLE: Lifecycle<OccurrenceState> = {
  planned: ['checked-in', 'used', 'no-show', 'cancelled'],
  'checked-in': ['used'],
  used: [],
  'no-show': [],
  cancelled: [],
};

/** Does a request lose no more than one word at a time, and is it confirmed by the last? Changed, it may ask for more. */
function isAgreed(before: BookingOf, after: BookingOf): boolean {
  const [wanted, left] = [before.awaits ?? [], after.awaits ?? []];
  if (after.state === 'requested' && left.length === 0) return false;
  if (before.state !== 'requested') return true;
  if (after.state === 'confirmed') return wanted.length === 1;
  const said = wanted.filter((one) => !left.includes(one));
  return after.state !== 'requested' || said.length <= 1;
}

/** @throws RangeError where a booking would become what no booking becomes. */
export function assertLawful(before: BookingOf, after: BookingOf): void {
  const isLawful = <State extends string>(lifecycle: Lifecycle<State>, from: State, to: State) =>
    from === to || canBecome(lifecycle, from, to);
  const states = new Map(before.occurrences.map(({ occurrenceId, state }) => [occurrenceId, state]));
  const isWhole = after.occurrences.every(({ occurrenceId, state }) =>
    isLawful(OCCURRENCE_LIFECYCLE, states.get(occurrenceId) ?? state, state),
  );
  if (!isWhole || !isLawful(BOOKING_LIFECYCLE, before.state, after.state) || !isAgreed(before, after))
    throw new RangeError(`${before._id}: ${before.state} does not become ${after.state} like this`);
}

/**
 * The occurrences that a part of a booking means and that are still to come. @throws DomainError missing
 * `occurrence_unknown`; conflict `occurrence_over` where the one that is named has begun or is no more.
 */
export function partOf({ occurrences }: BookingOf, { occurrenceId, scope }: Part, now: Date): OccurrenceOf[] {
  const named = occurrences.find((one) => one.occurrenceId === occurrenceId);
  if (!named) throw missing('occurrence_unknown');
  if (!isToCome(named, now)) throw conflict('occurrence_over');
  if (scope === 'one') return [named];
  return occurrences.filter((one) => isToCome(one, now) && (scope === 'all' || one.from >= named.from));
}

/** The same booking with some of its occurrences in another state; with none left it is cancelled. */
export function withoutOccurrences(booking: BookingOf, cancelled: readonly OccurrenceOf[]): BookingOf {
  const ids = new Set(cancelled.map(({ occurrenceId }) => occurrenceId));
  const occurrences = booking.occurrences.map(
    (one): OccurrenceOf => (ids.has(one.occurrenceId) ? { ...one, state: 'cancelled' } : one),
  );
  const isOver = occurrences.every(({ state }) => state === 'cancelled');
  return { ...booking, occurrences, ...(isOver ? { state: 'cancelled' as const } : {}) };
}

/** The same booking with its people there. */
export function checkedIn(booking: BookingOf, occurrence: OccurrenceOf): BookingOf {
  return replaced(booking, { ...occurrence, state: 'checked-in' });
}

/** Has an occurrence its people, or waits for them, so that they can be done with it? */
export function isOn({ state, from, to }: OccurrenceOf, now: Date): boolean {
  return state === 'checked-in' ? to > now : state === 'planned' && from <= now && to > now;
}

const QUARTER = 15 * MINUTE;

/**
 * The same booking with an occurrence that is over now. Rooms are let by whole quarters and the one that has begun is
 * free for whoever takes it next, so it ends with the quarter before; what the room needs after its people it needs
 * from now on. @throws DomainError conflict `occurrence_over`.
 */
export function endedEarly(booking: BookingOf, occurrence: OccurrenceOf, now: Date): BookingOf {
  if (!isOn(occurrence, now)) throw conflict('occurrence_over');
  const { from, to, takenUntil, wall } = occurrence;
  const begun = now.getTime() - (now.getTime() % QUARTER);
  const ends = new Date(Math.max(from.getTime(), begun));
  const after = takenUntil.getTime() - to.getTime();
  const ready = new Date(Math.ceil((now.getTime() + after) / QUARTER) * QUARTER);
  const free = after === 0 ? ends : new Date(Math.min(ready.getTime(), takenUntil.getTime()));
  return replaced(booking, {
    ...occurrence,
    state: 'used',
    to: ends,
    wall: [wall[0], wall[1] - (to.getTime() - ends.getTime()) / MINUTE],
    takenUntil: free,
  });
}

function replaced(booking: BookingOf, occurrence: OccurrenceOf): BookingOf {
  const occurrences = booking.occurrences.map((one) =>
    one.occurrenceId === occurrence.occurrenceId ? occurrence : one,
  );
  return { ...booking, occurrences };
}
