import { z } from 'zod';
import { personId } from '#contract/people';
import { idText, instant, revision } from '#contract/platform';

const minor = z.int().min(0).max(1_000_000_000);
const seats = z.int().min(0).max(10_000);

/** How a space's fund fills, what it pays for, and how many seats it may open. Amounts are in minor units. */
export const fundPolicy = z.strictObject({
  /** Basis points of net room income that go to the fund. */
  share: z.int().min(0).max(10_000),
  seatCost: minor.min(1),
  coffeeCost: minor.min(1),
  lunchCost: minor.min(1),
  /** Seats that stay open whatever happens. */
  floor: seats,
  /** Free seats are never more than this. */
  ceiling: seats,
  /** Of the open seats, how many are kept for newcomers until so many of them are here. */
  newcomerReserve: seats,
  /** From so many days of cover the gauge is amber, and green. */
  amberDays: z.int().min(1).max(1000),
  greenDays: z.int().min(1).max(1000),
});
export type FundPolicy = z.infer<typeof fundPolicy>;

/** The policy as it is read to be written over. */
export const revisedFundPolicy = fundPolicy.extend({ revision });
export type RevisedFundPolicy = z.infer<typeof revisedFundPolicy>;

/** What a person may take besides the seat, once a day each. */
export const treat = z.enum(['coffee', 'lunch']);
export type Treat = z.infer<typeof treat>;

export const drawRequest = z.strictObject({ personId, kind: treat });
export type DrawRequest = z.infer<typeof drawRequest>;

/** Who carried a seat, coffee or lunch: a booking's room, a gift, or the house itself where the fund was empty. */
export const carrier = z.strictObject({
  kind: z.enum(['booking', 'gift', 'house']),
  amount: z.int().min(1),
  bookingId: idText.optional(),
  roomId: idText.optional(),
  companyId: idText.optional(),
});
export type Carrier = z.infer<typeof carrier>;

export const drawn = z.strictObject({
  kind: z.enum(['seat', 'coffee', 'lunch']),
  carriers: z.array(carrier),
});
export type Drawn = z.infer<typeof drawn>;

/** What sets the number of free seats now: the floor, the ceiling, the seats that there are, or what the fund affords. */
export const limit = z.enum(['floor', 'ceiling', 'seats', 'fund']);
export type Limit = z.infer<typeof limit>;

/** Free seats of this moment. `open` counts those that are taken too. */
export const capacity = z.strictObject({
  open: z.int().min(0),
  taken: z.int().min(0),
  free: z.int().min(0),
  /** Of the free ones, how many are kept for newcomers. */
  reserved: z.int().min(0),
  /** How many more seats the fund can pay for today. */
  affordable: z.int().min(0),
  limit,
  /** The last booking of today that opened seats. */
  opened: z
    .strictObject({ at: instant, seats: z.int().min(1), bookingId: idText, roomId: idText.optional() })
    .optional(),
});
export type Capacity = z.infer<typeof capacity>;

/** Days of free seats that are paid for already, and the sum behind it. */
export const gauge = z.strictObject({
  balance: z.int(),
  currency: z.enum(['EUR', 'EGP', 'JPY']),
  /** Mean of what the last 28 open days drew. */
  dailyDraw: z.int(),
  openDays: z.int(),
  /** Absent where nothing has been drawn yet. */
  days: z.int().optional(),
  colour: z.enum(['green', 'amber', 'red']),
});
export type Gauge = z.infer<typeof gauge>;

const drawnSum = z.strictObject({ count: z.int(), amount: z.int() });

export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'month');

/** A month of the fund: opening + contributions + gifts − returned − draws = closing. */
export const statement = z.strictObject({
  month,
  currency: z.enum(['EUR', 'EGP', 'JPY']),
  opening: z.int(),
  contributions: z.array(
    z.strictObject({
      invoice: z.string(),
      bookingId: idText.optional(),
      roomId: idText.optional(),
      amount: z.int(),
      returned: z.int(),
    }),
  ),
  /** What the house gave of its own accord, and what it gave because the fund was empty. */
  gifts: z.int(),
  houseCarried: z.int(),
  draws: z.strictObject({ seat: drawnSum, coffee: drawnSum, lunch: drawnSum }),
  closing: z.int(),
});
export type Statement = z.infer<typeof statement>;

/** What one booking has carried so far. `left` of its `amount` waits for those to come. */
export const impact = z.strictObject({
  amount: z.int(),
  left: z.int(),
  seats: z.int(),
  coffees: z.int(),
  lunches: z.int(),
});
export type Impact = z.infer<typeof impact>;

/** A host gives to the fund from what the space owns. `giftId` is the host's own, so that a retry gives once. */
export const giftRequest = z.strictObject({ giftId: idText, amount: minor.min(1) });
export type GiftRequest = z.infer<typeof giftRequest>;

/** One seat asked for by a check-in. */
export const seatClaim = z.strictObject({ checkInId: idText, personId, isNewcomer: z.boolean() });
export type SeatClaim = z.infer<typeof seatClaim>;

export const permissions = ['fund:view', 'fund:draw', 'fund:manage'] as const;

export const errors = ['no_free_seat', 'not_here', 'fund_limits_crossed', 'gift_reused'] as const;
