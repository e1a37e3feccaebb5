import type { Billing, CompanyId } from '#contract/companies';
import type { InvoiceNumber } from '#contract/invoices';
import type { PersonId } from '#contract/people';
import type {
  BookingWish,
  Circumstances,
  OccurrenceId,
  OccurrenceWish,
  Price,
  PriceLine,
  QuoteId,
  Rate,
} from '#contract/quotes';
import type { RoomId, Voucher } from '#contract/rooms';
import type { SpaceId } from '#contract/spaces';
import type { MinuteOfDay } from '#values/local-time';
import type { Language } from '#values/locale';
import type { BasisPoints, Minor } from '#values/money';
import type { Span } from '#values/span';
import type { Agreement, BookingId, BookingState, OccurrenceState } from './contract.ts';

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
  /** When whoever does not come is warned, and when the room is given away; both after the start. */
  readonly noShow?: { readonly warnMinutes: number; readonly releaseMinutes: number };
  /** When the booker is reminded before it, by the wall. */
  readonly reminds: Readonly<Record<ReminderBefore, Date>>;
  /** What the booker has been reminded of. */
  readonly reminded: readonly Reminder[];
}

/** What the house writes about before the start. */
export type ReminderBefore = 'booking-in-a-week' | 'booking-in-two-days';

/** What time makes the house write about. */
export type Reminder = ReminderBefore | 'booking-no-show';

/** A mail about a booking as it stands. */
export type Notice =
  | Reminder
  | 'booking-requested'
  | 'booking-confirmed'
  | 'booking-approved'
  | 'booking-declined'
  | 'booking-changed'
  | 'booking-change-requested'
  | 'booking-change-declined'
  | 'booking-cancelled'
  | 'waiting-list-free';

/**
 * What still has to be done because of a change, written with the change itself, so that neither is without the
 * other. Its cause makes it happen once, however often it is tried.
 */
export type Duty = { readonly cause: string } & (
  | { readonly kind: 'invoice' | 'credit'; readonly lines: readonly PriceLine[] }
  /** The company's approver is asked, because its budget does not cover this. */
  | { readonly kind: 'approval' }
  /** Its company's budget is brought to where the booking stands: a booking that is over takes nothing of any. */
  | { readonly kind: 'budget' }
  | {
      readonly kind: 'mail';
      readonly notice: Notice;
      readonly occurrenceId?: OccurrenceId;
      readonly refund?: Minor;
    }
);

/** An invoice, or a charge that waits for its company's collective one, by its cause. */
export type BilledOn = InvoiceNumber | `charge ${string}`;

/** What a booking is to become: the occurrences with their new places, the numbers, the price, and when it lapses. */
export interface AskedChange extends Pick<BookingOf, 'occurrences' | 'wish' | 'price'> {
  /** Whoever agrees, agrees to the very change that they were shown. */
  readonly askId: string;
  /** Whose yes it waits for; a host's where it was asked for before an approver's could be missing. */
  readonly awaits?: readonly Agreement[];
  readonly until: Date;
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
  /** Of a request: whose yes it still waits for. */
  readonly awaits?: readonly Agreement[];
  /** What was asked about it last, after the first time; whoever answers has to have been shown that. */
  readonly askId?: string;
  /** Until when it is held, or those may answer whom it waits for. */
  readonly until?: Date;
  /** A change that waits for a yes; until then all stands as it is. */
  readonly asked?: AskedChange;
  readonly title?: string;
  readonly titleHidden: boolean;
  readonly billing?: Billing;
  readonly companyId?: CompanyId;
  /** Somebody who is here and took it to sit with others. */
  readonly personId?: PersonId;
  /** Have they a room by it, now or as soon as it is confirmed? Kept unique: nobody sits in two. */
  readonly sits?: true;
  /** What its company pays of the tariff, by room, where something is agreed. */
  readonly shares: Readonly<Record<string, BasisPoints>>;
  readonly language?: Language;
  readonly duties: readonly Duty[];
  /** Invoices and credit notes, each with the duty that caused it. */
  readonly papers: readonly { readonly cause: string; readonly number: string }[];
  /** By occurrence, on what it stands as it is now. */
  readonly billedOn: Readonly<Record<string, BilledOn>>;
  /** What the yield rules looked at, so that others can be played over it. */
  readonly circumstances: readonly Circumstances[];
  readonly madeAt: Date;
  /** When the clock has to look at it again; absent when time changes nothing any more. */
  readonly next?: Date;
}

/** An occurrence as it would be asked for. */
export function asIs({ occurrenceId, roomId, date, wall: [from, to], fold }: OccurrenceOf): OccurrenceWish {
  return { occurrenceId, roomId, date, from, to, ...(fold ? { fold } : {}) };
}

/** When a booking begins: its month is the one whose budget it is on. */
export function startOf({ occurrences, madeAt }: BookingOf): Date {
  return occurrences.map(({ from }) => from).sort((a, b) => a.getTime() - b.getTime())[0] ?? madeAt;
}

/** Does a booking give the person who took it a room? It does until its time is over, they leave, or it lapses. */
export function sitsIn(booking: Pick<BookingOf, 'personId' | 'state' | 'occurrences'>): boolean {
  return booking.personId !== undefined && livingOf(booking).some(({ state }) => state !== 'used');
}

/** Is an occurrence still to come? */
export function isToCome({ state, from }: OccurrenceOf, now: Date): boolean {
  return state === 'planned' && from > now;
}

const HOLDS_ROOMS: readonly BookingState[] = ['held', 'requested', 'confirmed'];
const TAKES_TIME: readonly OccurrenceState[] = ['planned', 'checked-in', 'used'];
/** The occurrences for which a booking holds its rooms. */
export function livingOf({
  state,
  occurrences,
}: Pick<BookingOf, 'state' | 'occurrences'>): readonly OccurrenceOf[] {
  return HOLDS_ROOMS.includes(state) ? occurrences.filter((one) => TAKES_TIME.includes(one.state)) : [];
}

/** A booking as it stands, without the change that was asked for. */
export function withoutAsked({ asked: _change, ...booking }: BookingOf): BookingOf {
  return booking;
}

/** Whose yes a change waits for. */
export function awaitedBy({ awaits = ['host'] }: AskedChange): readonly Agreement[] {
  return awaits;
}

/** A booking as it is to be once the change that was asked for is made. */
export function asAsked({ asked: change, ...standing }: BookingOf): BookingOf {
  if (!change) return standing;
  const moved = new Map(change.occurrences.map((one) => [one.occurrenceId, one]));
  const occurrences = standing.occurrences.map((one) => moved.get(one.occurrenceId) ?? one);
  return { ...standing, occurrences, wish: change.wish, price: change.price };
}

/** All that a booking keeps from others: what it has, and what it has asked to have instead. */
export function claimedBy(booking: BookingOf): readonly OccurrenceOf[] {
  const living = livingOf(booking);
  return booking.asked && living.length > 0 ? [...living, ...booking.asked.occurrences] : living;
}

/** Has a booking come to nothing? */
export function isOver({ state }: Pick<BookingOf, 'state'>): boolean {
  return state === 'lapsed' || state === 'cancelled';
}

/** Is a booking's time over without its having been confirmed? */
export function hasRunOut({ state, until }: BookingOf, now: Date): boolean {
  return (state === 'held' || state === 'requested') && until !== undefined && until <= now;
}
