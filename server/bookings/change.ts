import type { RoomId } from '#contract/rooms';
import { withoutLateReminders } from './aging.ts';
import { asAsked, awaitedBy, type BookingOf, type OccurrenceOf, withoutAsked } from './booking.ts';
import type { Agreement } from './contract.ts';
import { BUDGET, mail, type NewDuty, withDuties } from './duties.ts';
import { costsTheSame, undone } from './refund.ts';

/** A booking after a change that was worked out. What was billed is credited, and billed as it is now. */
export function changed(before: BookingOf, after: BookingOf, now: Date): BookingOf {
  if (before.state !== 'confirmed') return after;
  const other = after.occurrences.filter(
    ({ occurrenceId }) => !costsTheSame(before.price, after.price, occurrenceId),
  );
  const ids = new Set(other.map(({ occurrenceId }) => occurrenceId));
  const touched = ({ price }: BookingOf) => price.lines.filter(({ occurrenceId }) => ids.has(occurrenceId));
  const gone = undone(touched(before), 0);
  const come = touched(after);
  const occurrences = after.occurrences.map((one) => withoutLateReminders(one, now));
  return withDuties({ ...after, occurrences }, [
    ...(gone.length > 0 ? [{ kind: 'credit' as const, lines: gone }] : []),
    ...(come.length > 0 ? [{ kind: 'invoice' as const, lines: come }] : []),
    BUDGET,
    mail('booking-changed'),
  ]);
}

/** The occurrences that a change gives another room or time. */
function movedBy(before: BookingOf, after: BookingOf): OccurrenceOf[] {
  const claims = new Set(before.occurrences.map(({ claimId }) => claimId));
  return after.occurrences.filter(({ claimId }) => !claims.has(claimId));
}

/**
 * Does a change ask for what no host has said yes to? A host agrees to a room, a date, a time and so many people;
 * coffee and the set-up are nobody's worry.
 */
export function needsHost(
  before: BookingOf,
  after: BookingOf,
  approval: (roomId: RoomId) => boolean,
): boolean {
  const isOther = before.wish.people !== after.wish.people;
  const told = isOther
    ? after.occurrences.filter(({ state }) => state === 'planned')
    : movedBy(before, after);
  return told.some(({ roomId }) => approval(roomId));
}

/** What is asked about a change: by which id, whose yes it needs, and the last moment to answer. */
export interface Ask {
  readonly askId: string;
  readonly awaits: readonly Agreement[];
  readonly until: Date;
}

const APPROVAL: NewDuty = { kind: 'approval' };

/**
 * A change that waits for a host's or an approver's yes. What was agreed to stands until they answer, and the time that
 * is asked for is kept beside it: whoever asks loses neither before the other is theirs. Nobody has to answer after
 * anything of it, old or new, has begun.
 */
export function asked(before: BookingOf, after: BookingOf, ask: Ask): BookingOf {
  const occurrences = movedBy(before, after);
  const ids = new Set(occurrences.map(({ occurrenceId }) => occurrenceId));
  // Other numbers are for all that is still to come.
  const isMeant = ({ occurrenceId, state }: OccurrenceOf) =>
    ids.size > 0 ? ids.has(occurrenceId) : state === 'planned';
  const meant = [...before.occurrences.filter(isMeant), ...occurrences];
  const moments = [ask.until, ...meant.map(({ from }) => from)];
  const last = new Date(Math.min(...moments.map((moment) => moment.getTime())));
  const { wish, price } = after;
  const change = { askId: ask.askId, awaits: ask.awaits, occurrences, wish, price, until: last };
  return withDuties({ ...before, asked: change }, [
    ask.awaits.includes('budget') ? APPROVAL : BUDGET,
    mail('booking-change-requested'),
  ]);
}

/**
 * A request that is changed before it was ever agreed to: at once, and whoever it waits for is asked about what it has
 * become. What they were shown before is nobody's question any more.
 */
export function askedAnew(
  before: BookingOf,
  after: BookingOf,
  { askId, awaits }: Omit<Ask, 'until'>,
): BookingOf {
  const all = [...new Set([...(before.awaits ?? []), ...awaits])];
  return withDuties({ ...after, awaits: all, askId }, [all.includes('budget') ? APPROVAL : BUDGET]);
}

/** Can a change that was asked for still be made? Not where somebody is there already, or its time has come. */
export function isOpen({ asked: change, occurrences }: BookingOf, now: Date): boolean {
  const ids = change?.occurrences.map(({ occurrenceId }) => occurrenceId) ?? [];
  const old = occurrences.filter(({ occurrenceId }) => ids.includes(occurrenceId));
  return change !== undefined && change.until > now && old.every(({ state }) => state === 'planned');
}

/** A booking after one yes to the change that was asked for; the last that it waits for makes it. */
export function granted(booking: BookingOf, by: Agreement, now: Date): BookingOf {
  const { asked: change } = booking;
  if (!change) return booking;
  const left = awaitedBy(change).filter((one) => one !== by);
  if (left.length > 0) return { ...booking, asked: { ...change, awaits: left } };
  // Known by it when the same yes is said again.
  return changed(withoutAsked(booking), { ...asAsked(booking), askId: change.askId }, now);
}
