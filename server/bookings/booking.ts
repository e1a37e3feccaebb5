import type { BookingWish, OccurrenceId, OccurrenceWish, Price, QuoteId, Rate } from '#contract/quotes';
import type { RoomId, Voucher } from '#contract/rooms';
import type { SpaceId } from '#contract/spaces';
import { later, MINUTE } from '#values/clock';
import type { MinuteOfDay } from '#values/local-time';
import type { Span } from '#values/span';
import type { BookingId, BookingState, OccurrenceState } from './contract.ts';

/** One date of a booking. */
export interface OccurrenceOf extends Span {
  readonly occurrenceId: OccurrenceId;
  readonly roomId: RoomId;
  readonly date: string;
  /** The same span as the wall of the space shows it. */
  readonly wall: readonly [MinuteOfDay, MinuteOfDay];
  /** Which of the two is meant, where a clock change makes a time come twice. */
  readonly fold?: 'earlier' | 'later';
  readonly state: OccurrenceState;
  /** Its claim, the room-days on which that stands, and when it ends there. */
  readonly claimId: string;
  readonly roomDays: readonly string[];
  readonly takenUntil: Date;
  /** Minutes after the start at which a room that nobody came to is given away. */
  readonly releaseMinutes?: number;
}

/** A booking as it is kept: one document, so that all its dates change together. */
export interface BookingOf {
  readonly _id: BookingId;
  readonly spaceId: SpaceId;
  readonly quoteId: QuoteId;
  /** Grows with every change; a change is written only on the revision that it was decided on. */
  readonly revision: number;
  readonly state: BookingState;
  /** Has it taken all the time that it names? Until then nobody but its maker may act on it. */
  readonly claimed: boolean;
  readonly wish: Pick<BookingWish, 'people' | 'layout' | 'options'>;
  /** As it was when the price was told. */
  readonly voucher?: Voucher;
  readonly occurrences: readonly OccurrenceOf[];
  readonly price: Price;
  readonly rate: Rate;
  /** Until when the price stands that was told. */
  readonly pricedUntil: Date;
  /** Until when it is held, or a host may decide. */
  readonly until?: Date;
  readonly title?: string;
  readonly titleHidden: boolean;
  readonly madeAt: Date;
  /** When the clock has to look at it again; absent when time changes nothing any more. */
  readonly next?: Date;
}

/** An occurrence as it would be asked for. */
export function asIs({ occurrenceId, roomId, date, wall: [from, to], fold }: OccurrenceOf): OccurrenceWish {
  return { occurrenceId, roomId, date, from, to, ...(fold ? { fold } : {}) };
}

/** Is an occurrence still to come? */
export function isToCome({ state, from }: OccurrenceOf, now: Date): boolean {
  return state === 'planned' && from > now;
}

const HOLDS_ROOMS: readonly BookingState[] = ['held', 'requested', 'confirmed'];
const TAKES_TIME: readonly OccurrenceState[] = ['planned', 'checked-in', 'used'];
const IS_COMING: readonly OccurrenceState[] = ['planned', 'checked-in'];

/** The occurrences for which a booking holds its rooms. */
export function livingOf({ state, occurrences }: BookingOf): readonly OccurrenceOf[] {
  return HOLDS_ROOMS.includes(state) ? occurrences.filter((one) => TAKES_TIME.includes(one.state)) : [];
}

/** Is a booking's time over without its having been confirmed? */
export function hasRunOut({ state, until }: BookingOf, now: Date): boolean {
  return (state === 'held' || state === 'requested') && until !== undefined && until <= now;
}

function momentsOf(occurrence: OccurrenceOf): Date[] {
  if (!IS_COMING.includes(occurrence.state)) return [];
  const { from, to, releaseMinutes } = occurrence;
  const isAwaited = occurrence.state === 'planned' && releaseMinutes !== undefined;
  return isAwaited ? [later(from, releaseMinutes * MINUTE), to] : [to];
}

/** When time changes a booking next. */
export function nextMoment({ state, until, occurrences }: Omit<BookingOf, 'next'>): Date | undefined {
  if (state === 'held' || state === 'requested') return until;
  if (state !== 'confirmed') return undefined;
  return occurrences.flatMap(momentsOf).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** What time alone makes of an occurrence of a confirmed booking. */
function grown(occurrence: OccurrenceOf, now: Date): OccurrenceOf {
  const { state, from, to, releaseMinutes } = occurrence;
  const isMissed =
    state === 'planned' && releaseMinutes !== undefined && later(from, releaseMinutes * MINUTE) <= now;
  if (isMissed) return { ...occurrence, state: 'no-show' };
  return IS_COMING.includes(state) && to <= now ? { ...occurrence, state: 'used' } : occurrence;
}

/** What time alone makes of a booking; the same booking where it makes nothing. */
export function aged(booking: BookingOf, now: Date): BookingOf {
  if (hasRunOut(booking, now)) return { ...booking, state: 'lapsed' };
  if (booking.state !== 'confirmed') return booking;
  const occurrences = booking.occurrences.map((one) => grown(one, now));
  const isSame = occurrences.every((one, at) => one === booking.occurrences[at]);
  return isSame ? booking : { ...booking, occurrences };
}
