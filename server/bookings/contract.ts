import { z } from 'zod';
import { billing } from '#contract/companies';
import { companyPaper } from '#contract/invoices';
import { personId } from '#contract/people';
import { idText, instant, language, lineOfText, mailAddress } from '#contract/platform';
import { occurrenceId, price, quote, quoteId, slot, wish } from '#contract/quotes';
import { localDate, quarterMinute, roomId, share, wordings } from '#contract/rooms';
import { spaceId } from '#contract/spaces';

export const bookingId = idText.brand<'booking'>();
export type BookingId = z.infer<typeof bookingId>;

/** A hold waits for the booker, a request for the host. A booking that lapsed or was cancelled stays so. */
export const bookingState = z.enum(['held', 'requested', 'confirmed', 'lapsed', 'cancelled']);
export type BookingState = z.infer<typeof bookingState>;

/** What became of one date of a booking. */
export const occurrenceState = z.enum(['planned', 'checked-in', 'used', 'no-show', 'cancelled']);
export type OccurrenceState = z.infer<typeof occurrenceState>;

/** Whoever holds this word may see, change and cancel the booking: it stands in the confirmation's link. */
export const manageWord = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{1,63}\.[A-Za-z0-9_-]{43}$/);

/** Takes what a quote was told for. Sent again with the same ids it is the same hold. */
export const holdRequest = z.strictObject({ bookingId, quoteId });
export type HoldRequest = z.infer<typeof holdRequest>;

const signed = z.int();

export const occurrence = z.strictObject({
  occurrenceId,
  roomId,
  date: localDate,
  from: quarterMinute,
  to: z.int().min(0).max(1440),
  startsAt: instant,
  endsAt: instant,
  state: occurrenceState,
});
export type Occurrence = z.infer<typeof occurrence>;

const title = lineOfText(80);
/** Whose yes a request needs: a host's for the room, the approver's for the company's budget. */
export const agreement = z.enum(['host', 'budget']);
export type Agreement = z.infer<typeof agreement>;
/** Whose yes is missing, what an answer names, and until when it is waited for. */
const ask = { awaits: z.array(agreement).min(1), askId: idText, until: instant };

/** A change that waits for a yes: what moves where, for how many, at what price in all. */
const askedChange = wish
  .pick({ people: true })
  .extend({ ...ask, occurrences: z.array(occurrence), gross: signed });

export const booking = z.strictObject({
  bookingId,
  spaceId,
  state: bookingState,
  revision: z.int(),
  occurrences: z.array(occurrence),
  people: wish.shape.people,
  layout: wish.shape.layout,
  options: wish.shape.options,
  price,
  /** Of a request: whose yes is still missing. */
  awaits: ask.awaits.optional(),
  /** Of a request that was changed. */
  askId: ask.askId.optional(),
  /** Until when it is held, or they may answer. */
  until: instant.optional(),
  asked: askedChange.optional(),
  title: title.optional(),
  /** Does the panel at the door keep the title to itself? */
  titleHidden: z.boolean(),
  billing: billing.optional(),
  /** The numbers of its invoices and credit notes, in their order. */
  papers: z.array(z.string()),
});
export type Booking = z.infer<typeof booking>;

/** A booking as its company's bookers see it; `manage`, and a title that is kept from the door, where one of them made it. */
export const companyBooking = booking
  .pick({ bookingId: true, state: true, occurrences: true, people: true, title: true })
  .extend({ gross: z.int(), manage: manageWord.optional() });
export type CompanyBooking = z.infer<typeof companyBooking>;
export const companyBookings = z.strictObject({ bookings: z.array(companyBooking) });
export const companyPapers = z.strictObject({ papers: z.array(companyPaper) });

export const heldBooking = z.strictObject({ booking, manage: manageWord });
export type HeldBooking = z.infer<typeof heldBooking>;

/** A part of a booking: one occurrence, it and those after it, or all that are still to come. */
export const part = z.strictObject({ occurrenceId, scope: z.enum(['one', 'following', 'all']) });
export type Part = z.infer<typeof part>;

/** Another time or room for a part of a booking, other numbers for what is still to come of it. */
export const changeRequest = z.strictObject({
  move: part.extend({ ...slot.shape, roomId }).optional(),
  people: wish.shape.people.optional(),
  layout: wish.shape.layout.optional(),
  options: wish.shape.options.optional(),
});
export type ChangeRequest = z.infer<typeof changeRequest>;

const sums = z.strictObject({ net: signed, vat: signed, gross: signed });

/** The price after a change, what is to be paid more or given back, and whose yes it needs. */
export const changePreview = z.strictObject({ price, difference: sums, awaits: z.array(agreement) });
export type ChangePreview = z.infer<typeof changePreview>;

/** What was shown and agreed to: nobody pays or gets another amount than they were told. */
const agreed = { gross: signed };
export const changeAgreed = changeRequest.extend(agreed);
export const cancellationAgreed = part.extend(agreed);

/** What is given back of each occurrence, and which share of its price is kept. */
export const refund = sums.extend({ occurrences: z.array(sums.extend({ occurrenceId, keeps: share })) });
export type Refund = z.infer<typeof refund>;

export const confirmation = z.strictObject({
  ...agreed,
  billing,
  language,
  title: title.optional(),
  titleHidden: z.boolean(),
});
export type Confirmation = z.infer<typeof confirmation>;

/** A host's word on a request or on a change, as they were shown it. */
export const decision = z.strictObject({ approve: z.boolean(), askId: idText.optional() });
export type Decision = z.infer<typeof decision>;

export const bookingsOfDay = z.strictObject({ bookings: z.array(heldBooking) });

/** A date of a booking as the panel at the door shows it. */
export const doorEntry = occurrence
  .omit({ roomId: true, date: true, from: true, to: true })
  .extend({ bookingId, title: title.optional() })
  /** When whoever has not checked in is warned, and when the room is given away. */
  .extend({ warnsAt: instant.optional(), releasesAt: instant.optional() });
export type DoorEntry = z.infer<typeof doorEntry>;

export const doorView = z.strictObject({
  at: instant,
  timeZone: z.string(),
  labels: wordings,
  now: doorEntry.optional(),
  next: doorEntry.optional(),
  /** What can be taken of the room: about now, or from when it is free again today. */
  take: slot.omit({ fold: true }).extend({ startsAt: instant, endsAt: instant }).optional(),
});
export type DoorView = z.infer<typeof doorView>;
export const atDoor = z.strictObject({ bookingId, occurrenceId });

/** A person who is here wants to sit with others: a room now, at the price for those who are here. */
export const togetherWish = z.strictObject({
  quoteId,
  personId,
  people: z.int().min(2).max(40),
  minutes: z.int().min(15).max(180).multipleOf(15, 'quarter_hours_only'),
  roomId: roomId.optional(),
});
export type TogetherWish = z.infer<typeof togetherWish>;

/** The room and its price. `invoiceTo`, where an address is known, shows enough of it to be recognised by its owner. */
export const togetherProposal = quote.extend({ invoiceTo: z.string().optional() });
export type TogetherProposal = z.infer<typeof togetherProposal>;

/** Without an address the invoice goes where the last one went. */
export const togetherBooking = holdRequest.extend({ personId, email: mailAddress.optional(), language });
export type TogetherBooking = z.infer<typeof togetherBooking>;

export const togetherEnding = z.strictObject({ bookingId, personId });

/** The room that somebody who is here has now. */
export const roomTogether = occurrence
  .pick({ roomId: true, startsAt: true, endsAt: true })
  .extend({ bookingId, manage: manageWord });
export type RoomTogether = z.infer<typeof roomTogether>;

/** To be told, and to have it held, when what is wanted becomes free. */
export const waitingRequest = wish.extend({ waitId: bookingId, billing, language });
export type WaitingRequest = z.infer<typeof waitingRequest>;

export const permissions = [
  'booking:create',
  'booking:manage',
  'booking:together',
  'door:use',
  'yield:play',
] as const;

export const errors = [
  'slot_taken',
  'booking_exists',
  'booking_unknown',
  'booking_over',
  'booking_at_work',
  'booking_not_held',
  'booking_not_requested',
  'quote_stale',
  'notice_over',
  'occurrence_unknown',
  'occurrence_over',
  'refund_changed',
  'too_early',
  'no_room_free',
  'room_already',
  'address_needed',
  'voucher_used',
] as const;
