import { z } from 'zod';
import { idText, instant } from '#contract/platform';
import {
  amount,
  bookingPolicy,
  layout,
  localDate,
  optionCode,
  quarterMinute,
  roomId,
  share,
  wordings,
} from '#contract/rooms';
import { spaceId } from '#contract/spaces';
import type { Minor } from '#values/money';

export const quoteId = idText.brand<'quote'>();
export type QuoteId = z.infer<typeof quoteId>;

export const occurrenceId = idText.brand<'occurrence'>();
export type OccurrenceId = z.infer<typeof occurrenceId>;

/** Time as the wall of the space shows it. `fold` says which, where a clock change makes it come twice. */
export const slot = z.strictObject({
  date: localDate,
  from: quarterMinute,
  to: quarterMinute,
  fold: z.enum(['earlier', 'later']).optional(),
});
export type Slot = z.infer<typeof slot>;

export const occurrenceWish = slot.extend({ occurrenceId, roomId });
export type OccurrenceWish = z.infer<typeof occurrenceWish>;

/** A series is a wish for many occurrences: all of them together, or none. */
export const wish = z.strictObject({
  spaceId,
  occurrences: z.array(occurrenceWish).min(1).max(60),
  people: z.int().min(1).max(500),
  layout,
  options: z.array(z.strictObject({ code: optionCode, quantity: z.int().min(1).max(500) })).max(3),
  voucher: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{4,20}$/)
    .optional(),
});
export type BookingWish = z.infer<typeof wish>;

export const quoteRequest = wish.extend({ quoteId });
export type QuoteRequest = z.infer<typeof quoteRequest>;

const signed = z.int();

/** Prices are net; VAT is rounded on each line, and the totals are the sums of the lines. */
export const priceLine = z.strictObject({
  code: z.enum(['room', 'yield', 'minimum', 'voucher', ...optionCode.options]),
  occurrenceId,
  roomId,
  /** Quarter-hours of a room, pieces of an option, else 1. */
  quantity: z.int().min(1),
  net: signed,
  vatRate: share,
  vat: signed,
  gross: signed,
  income: z.enum(['rooms', 'options']),
  /** Why a yield rule spoke, and how many free seats the surcharge carries. */
  reason: wordings.optional(),
  adjust: z.int().optional(),
  seats: z.int().optional(),
});
export type PriceLine = z.infer<typeof priceLine>;

export const price = z.strictObject({
  lines: z.array(priceLine),
  byRate: z.array(z.strictObject({ vatRate: share, net: signed, vat: signed })),
  net: amount,
  vat: amount,
  gross: amount,
  /** The free seats for a day that its fund's share of the rooms pays for. */
  carries: z.int().min(0),
});
export type Price = z.infer<typeof price>;

export const quote = z.strictObject({ quoteId, expiresAt: instant, wish, price });
export type Quote = z.infer<typeof quote>;

/** What yield rules look at, kept with a booking so that other rules can be played over it later. */
export interface Circumstances {
  /** The price by the tariff. */
  readonly base: Minor;
  readonly weekday: number;
  /** Minutes after local midnight at which it starts. */
  readonly minute: number;
  /** Whole days from the request to the start. */
  readonly leadDays: number;
  /** How full the rooms were on that day, in basis points. */
  readonly occupancy: number;
}

/** Which price a booking goes by: the space's, or that for persons who are checked in. */
export type Rate = 'standard' | 'together';

/** The same again: every so many days, weeks, or months on the same weekday of the same week. */
export const seriesRequest = occurrenceWish.extend({
  spaceId,
  people: wish.shape.people,
  layout,
  every: z.strictObject({ unit: z.enum(['day', 'week', 'month']), count: z.int().min(1).max(12) }),
  times: z.int().min(1).max(60),
});
export type SeriesRequest = z.infer<typeof seriesRequest>;

/** How one date of a series stands, with what would work where it is taken, and the code of why it is refused. */
export const seriesDate = z.discriminatedUnion('state', [
  z.strictObject({ date: localDate, state: z.literal('free') }),
  z.strictObject({
    date: localDate,
    state: z.literal('taken'),
    nextDate: localDate.optional(),
    nextFrom: z.int().optional(),
    nextTo: z.int().optional(),
    anotherRoom: roomId.optional(),
  }),
  z.strictObject({ date: localDate, state: z.literal('refused'), code: z.string() }),
]);
export type SeriesDate = z.infer<typeof seriesDate>;
export const seriesPreview = z.strictObject({ dates: z.array(seriesDate) });

/** Yield rules to be played over the bookings of the last ninety days. */
export const yieldPlay = z.strictObject({ rules: bookingPolicy.shape.yield });
export const yieldPlayed = z.strictObject({ bookings: z.int(), touched: z.int(), base: signed, net: signed });

export const permissions = ['quote:create'] as const;

export const errors = [
  'span_empty',
  'span_past',
  'span_too_far',
  'local_time_missing',
  'local_time_twice',
  'room_closed',
  'over_capacity',
  'layout_unavailable',
  'option_unavailable',
  'occurrences_clash',
  'voucher_unknown',
  'voucher_over',
  'quote_unknown',
  'quote_exists',
] as const;
