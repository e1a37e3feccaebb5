import { type Connection, Schema } from 'mongoose';
import type { Billing } from '#contract/companies';
import type { BookingWish } from '#contract/quotes';
import type { Language } from '#values/locale';
import type { BasisPoints } from '#values/money';
import type { BookingOf } from './booking.ts';

const required = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;
/** Parsed by the contract before it is written, and read as it was written. */
const whole = { type: Schema.Types.Mixed, required: true } as const;

const occurrence = {
  _id: false,
  occurrenceId: required,
  roomId: required,
  date: required,
  wall: { type: [Number], required: true },
  fold: String,
  from: instant,
  to: instant,
  state: required,
  claimId: required,
  roomDays: { type: [String], required: true },
  takenUntil: instant,
  noShow: Schema.Types.Mixed,
  reminds: whole,
  reminded: { type: [String], required: true },
};

const schema = new Schema<BookingOf>(
  {
    _id: required,
    spaceId: required,
    quoteId: required,
    revision: { type: Number, required: true },
    state: required,
    claimed: { type: Boolean, required: true },
    wish: whole,
    voucher: Schema.Types.Mixed,
    occurrences: [occurrence],
    price: whole,
    rate: required,
    pricedUntil: instant,
    awaits: { type: [String], default: undefined },
    askId: String,
    until: Date,
    asked: Schema.Types.Mixed,
    title: String,
    titleHidden: { type: Boolean, required: true },
    billing: Schema.Types.Mixed,
    language: String,
    companyId: String,
    personId: String,
    sits: Boolean,
    shares: whole,
    duties: whole,
    papers: whole,
    billedOn: whole,
    circumstances: whole,
    madeAt: instant,
    next: Date,
  },
  { versionKey: false, minimize: false },
);
schema.index({ next: 1 }, { partialFilterExpression: { next: { $exists: true } } });
// What a crash may have left without its rooms is looked for at every start.
schema.index({ claimed: 1 }, { partialFilterExpression: { claimed: false } });
schema.index({ spaceId: 1, 'occurrences.date': 1 });
schema.index({ spaceId: 1, madeAt: 1 });
// What waits for a host, however far ahead it lies.
schema.index({ spaceId: 1, until: 1 }, { partialFilterExpression: { state: 'requested' } });
schema.index({ spaceId: 1, 'asked.until': 1 }, { partialFilterExpression: { asked: { $exists: true } } });
schema.index({ 'occurrences.roomId': 1, 'occurrences.date': 1 });
schema.index({ personId: 1, madeAt: 1 }, { partialFilterExpression: { personId: { $exists: true } } });
// Whoever asks from two devices at once gets one room.
schema.index(
  { personId: 1 },
  { unique: true, name: 'one_room_a_person', partialFilterExpression: { sits: true } },
);

export function createBookingModel(connection: Connection) {
  return connection.model<BookingOf>('booking', schema, 'bookings');
}

/** A voucher that may be used once, or once by a company: its key, and the booking that has it. */
export interface VoucherUse {
  _id: string;
  bookingId: string;
}

const useSchema = new Schema<VoucherUse>({ _id: required, bookingId: required }, { versionKey: false });

export function createVoucherUseModel(connection: Connection) {
  return connection.model<VoucherUse>('voucher_use', useSchema, 'voucher_uses');
}

/** Somebody who waits for a room that is taken; `waiting` is gone once it is held for them, or over. */
export interface WaitingDocument {
  _id: string;
  wish: BookingWish;
  billing: Billing;
  language: Language;
  /** What was agreed with their company, by room, when they began to wait. */
  shares?: Readonly<Record<string, BasisPoints>>;
  since: Date;
  waiting?: true;
}

const waitingSchema = new Schema<WaitingDocument>(
  {
    _id: required,
    wish: whole,
    billing: whole,
    language: required,
    shares: Schema.Types.Mixed,
    since: instant,
    waiting: Boolean,
  },
  { versionKey: false, minimize: false },
);
waitingSchema.index({ waiting: 1, since: 1 }, { partialFilterExpression: { waiting: true } });

export function createWaitingModel(connection: Connection) {
  return connection.model<WaitingDocument>('wait', waitingSchema, 'waiting_list');
}
