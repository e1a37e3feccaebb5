import { type Connection, Schema } from 'mongoose';
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
  releaseMinutes: Number,
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
    until: Date,
    title: String,
    titleHidden: { type: Boolean, required: true },
    madeAt: instant,
    next: Date,
  },
  { versionKey: false, minimize: false },
);
schema.index({ next: 1 }, { partialFilterExpression: { next: { $exists: true } } });
schema.index({ spaceId: 1, 'occurrences.date': 1 });
schema.index({ 'occurrences.roomId': 1, 'occurrences.date': 1 });

export function createBookingModel(connection: Connection) {
  return connection.model<BookingOf>('booking', schema, 'bookings');
}
