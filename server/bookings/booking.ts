import type { Billing, CompanyId } from '#contract/companies';
import type { InvoiceNumber } from '#contract/invoices';
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
import { DAY, HOUR, later, MINUTE } from '#values/clock';
import type { MinuteOfDay } from '#values/local-time';
import type { Language } from '#values/locale';
import type { BasisPoints, Minor } from '#values/money';
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
  /** When whoever does not come is warned, and when the room is given away; both after the start. */
  readonly noShow?: { readonly warnMinutes: number; readonly releaseMinutes: number };
  /** What the booker has been reminded of. */
  readonly reminded: readonly Reminder[];
}

/** What time makes the house write about, and how long before the start. */
const REMINDERS = { 'booking-in-a-week': 7 * DAY, 'booking-in-two-days': 48 * HOUR } as const;
export type Reminder = keyof typeof REMINDERS | 'booking-no-show';

/** A mail about a booking as it stands. */
export type Notice =
  | Reminder
  | 'booking-requested'
  | 'booking-confirmed'
  | 'booking-approved'
  | 'booking-declined'
  | 'booking-changed'
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
  readonly billing?: Billing;
  readonly companyId?: CompanyId;
  /** What its company pays of the tariff, by room, where something is agreed. */
  readonly shares: Readonly<Record<string, BasisPoints>>;
  readonly language?: Language;
  readonly duties: readonly Duty[];
  /** Invoices and credit notes, each with the duty that caused it. */
  readonly papers: readonly { readonly cause: string; readonly number: string }[];
  /** By occurrence, the invoice on which it stands as it is now. */
  readonly billedOn: Readonly<Record<string, InvoiceNumber>>;
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

/** Has a booking come to nothing? */
export function isOver({ state }: Pick<BookingOf, 'state'>): boolean {
  return state === 'lapsed' || state === 'cancelled';
}

/** Is a booking's time over without its having been confirmed? */
export function hasRunOut({ state, until }: BookingOf, now: Date): boolean {
  return (state === 'held' || state === 'requested') && until !== undefined && until <= now;
}

const remindersOf = ({ from, reminded, noShow }: OccurrenceOf): { what: Reminder; at: Date }[] => {
  const before = [
    { what: 'booking-in-a-week' as const, at: later(from, -REMINDERS['booking-in-a-week']) },
    { what: 'booking-in-two-days' as const, at: later(from, -REMINDERS['booking-in-two-days']) },
  ];
  const warning = noShow
    ? [{ what: 'booking-no-show' as const, at: later(from, noShow.warnMinutes * MINUTE) }]
    : [];
  return [...before, ...warning].filter(({ what }) => !reminded.includes(what));
};

function momentsOf(occurrence: OccurrenceOf): Date[] {
  if (!IS_COMING.includes(occurrence.state)) return [];
  const { from, to, noShow, state } = occurrence;
  if (state === 'checked-in') return [to];
  const release = noShow ? [later(from, noShow.releaseMinutes * MINUTE)] : [];
  return [...remindersOf(occurrence).map(({ at }) => at), ...release, to];
}

/** When the clock has to look at a booking next: at once where something is still to be done. */
export function nextMoment({
  state,
  until,
  occurrences,
  duties,
  madeAt,
}: Omit<BookingOf, 'next'>): Date | undefined {
  if (duties.length > 0) return madeAt;
  if (state === 'held' || state === 'requested') return until;
  if (state !== 'confirmed') return undefined;
  return occurrences.flatMap(momentsOf).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Marks as done the reminders whose time was over before there was anything to remind of. */
export function withoutLateReminders(occurrence: OccurrenceOf, now: Date): OccurrenceOf {
  const late = remindersOf(occurrence).filter(({ at }) => at <= now);
  return { ...occurrence, reminded: [...occurrence.reminded, ...late.map(({ what }) => what)] };
}

/** What time alone makes of an occurrence of a confirmed booking. */
function grown(occurrence: OccurrenceOf, now: Date): OccurrenceOf {
  const { state, from, to, noShow } = occurrence;
  if (state === 'planned' && noShow && later(from, noShow.releaseMinutes * MINUTE) <= now)
    return { ...occurrence, state: 'no-show' };
  if (IS_COMING.includes(state) && to <= now) return { ...occurrence, state: 'used' };
  const due = remindersOf(occurrence).filter(({ at }) => at <= now);
  if (state !== 'planned' || due.length === 0) return occurrence;
  return { ...occurrence, reminded: [...occurrence.reminded, ...due.map(({ what }) => what)] };
}

/** A booking that has run out; what was taken of a budget while it was being confirmed goes back. */
function lapsed(booking: BookingOf): BookingOf {
  const duty: Duty = { kind: 'budget', cause: `booking:${booking._id}:lapsed:budget` };
  return { ...booking, state: 'lapsed', duties: [...booking.duties, duty] };
}

/** What time alone makes of a booking, and of what it makes the house write; the same booking where it makes nothing. */
export function aged(booking: BookingOf, now: Date): BookingOf {
  if (hasRunOut(booking, now)) return lapsed(booking);
  if (booking.state !== 'confirmed') return booking;
  const occurrences = booking.occurrences.map((one) => grown(one, now));
  if (occurrences.every((one, at) => one === booking.occurrences[at])) return booking;
  const duties = occurrences.flatMap(({ occurrenceId, reminded, from }, at): Duty[] =>
    reminded
      .filter((notice) => !booking.occurrences[at]?.reminded.includes(notice))
      .map((notice) => ({
        kind: 'mail',
        notice,
        occurrenceId,
        // The start is part of the cause: what was moved is reminded of anew.
        cause: `${booking._id}:${occurrenceId}:${notice}:${from.toISOString()}`,
      })),
  );
  return { ...booking, occurrences, duties: [...booking.duties, ...duties] };
}
