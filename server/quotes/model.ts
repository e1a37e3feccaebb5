import { type Connection, Schema } from 'mongoose';
import type { Voucher } from '#contract/rooms';
import type { SpaceId } from '#contract/spaces';
import type { BasisPoints } from '#values/money';
import type { BookingWish, Circumstances, Price, QuoteId } from './contract.ts';

/** A price that somebody was told, and for how long it stands. */
export interface QuoteDocument {
  _id: QuoteId;
  spaceId: SpaceId;
  wish: BookingWish;
  price: Price;
  /** As it was when the price was told. */
  voucher?: Voucher;
  /** One for each occurrence of the wish. */
  circumstances: Circumstances[];
  rate: 'standard' | 'together';
  /** What the asker's company pays of the tariff, by room, where something is agreed. */
  shares: Record<string, BasisPoints>;
  at: Date;
  expiresAt: Date;
}

const required = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;
/** Parsed by the contract before it is written, and read as it was written. */
const whole = { type: Schema.Types.Mixed, required: true } as const;

const schema = new Schema(
  {
    _id: required,
    spaceId: required,
    wish: whole,
    price: whole,
    voucher: Schema.Types.Mixed,
    circumstances: whole,
    rate: required,
    shares: whole,
    at: instant,
    expiresAt: instant,
  },
  { versionKey: false, minimize: false },
);
schema.index({ expiresAt: 1 });

export function createQuoteModel(connection: Connection) {
  return connection.model('quote', schema, 'quotes');
}
