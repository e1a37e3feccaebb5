import { z } from 'zod';
import { idText, instant, language, lineOfText } from '#contract/platform';
import { openingSpan, spaceId } from '#contract/spaces';
import type { CURRENCIES, Currency } from '#values/money';

export const roomId = idText.brand<'room'>();
export type RoomId = z.infer<typeof roomId>;

const CURRENCY_NAMES = ['EUR', 'EGP', 'JPY'] as const satisfies (keyof typeof CURRENCIES)[];
const currency = z.enum(CURRENCY_NAMES) satisfies z.ZodType<Currency>;

/** The same words in every language of the house. */
export const wordings = z.record(language, lineOfText(160).pipe(z.string().min(1)));
export type Wordings = z.infer<typeof wordings>;

export const amount = z.int().min(0).max(100_000_000);
export const share = z.int().min(0).max(10_000);
const surcharge = z.int().min(-10_000).max(30_000);

/** A day of the space's own calendar. */
export const localDate = z.iso.date();
/** Minutes after local midnight by whole quarter-hours; 1440 is the midnight that ends the day. */
export const quarterMinute = z.int().min(0).max(1440).multipleOf(15, 'quarter_hours_only');

export const layout = z.enum(['theatre', 'classroom', 'boardroom', 'u-shape', 'lounge']);
export type Layout = z.infer<typeof layout>;

export const equipment = z.enum(['screen', 'whiteboard', 'video', 'sound', 'flipchart', 'step-free']);
export type Equipment = z.infer<typeof equipment>;

/** What can be had with a room, for each person. */
export const optionCode = z.enum(['coffee', 'lunch', 'screen']);
export type OptionCode = z.infer<typeof optionCode>;

export const option = z.strictObject({ code: optionCode, unitNet: amount, vatRate: share });

/** Net prices of a room. Half days and days are caps: whoever stays so long never pays more than these. */
export const tariff = z.strictObject({
  hourlyNet: amount,
  halfDayNet: amount,
  dayNet: amount,
  /** What a booking comes to at least, options included. */
  minimumNet: amount,
  vatRate: share,
  options: z.array(option).max(3),
});
export type Tariff = z.infer<typeof tariff>;

/** Dates, first and last included, on which nothing can be booked. */
export const closure = z
  .strictObject({ first: localDate, last: localDate })
  .refine(({ first, last }) => first <= last, { path: ['last'] });
export type Closure = z.infer<typeof closure>;

const minutesAround = z.int().min(0).max(120).multipleOf(15);

export const room = z.strictObject({
  roomId,
  spaceId,
  labels: wordings,
  /** The people it holds, in each layout that it can be given. */
  capacity: z.partialRecord(layout, z.int().min(1).max(500)).refine((holds) => Object.keys(holds).length > 0),
  equipment: z.array(equipment).max(6),
  /** Kept free around each booking, for airing and setting up. */
  buffers: z.strictObject({ beforeMinutes: minutesAround, afterMinutes: minutesAround }),
  /**
   * The rooms that this one is when the walls between them are opened; none for a room of its own. They stay what they
   * were when it was added, because what is booked lies on them.
   */
  parts: z.array(roomId).max(6),
  tariff,
  /** Does a host look at each booking first? */
  approval: z.boolean(),
  /** Who does not come is warned and then loses the room; never where there is no door to check in at. */
  noShow: z
    .strictObject({ warnMinutes: z.int().min(1).max(60), releaseMinutes: z.int().min(2).max(120) })
    .optional(),
  closures: z.array(closure).max(50),
  /** Taken out of letting: nothing new can be booked, and what was booked before stands. */
  withdrawn: z.boolean().optional(),
  /** Where it lies on the floor plan, in metres. */
  place: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
});
export type Room = z.infer<typeof room>;

/** When a yield rule speaks; every range is half-open. */
export const yieldCondition = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('weekday'), weekdays: z.array(z.int().min(1).max(7)).min(1).max(7) }),
  z.strictObject({ on: z.literal('time'), from: quarterMinute, to: quarterMinute }),
  z.strictObject({ on: z.literal('lead'), fromDays: z.int().min(0), toDays: z.int().min(1).max(1000) }),
  z.strictObject({ on: z.literal('occupancy'), from: share, to: z.int().min(1).max(10_001) }),
]);
export type YieldCondition = z.infer<typeof yieldCondition>;

/** Raises or lowers a room's price; what has been made of it by then stays between floor and ceiling. */
export const yieldRule = z
  .strictObject({
    ruleId: idText,
    when: yieldCondition,
    /** Of the price by the tariff. */
    adjust: surcharge,
    floor: z.int().min(0).max(10_000),
    ceiling: z.int().min(10_000).max(40_000),
    reason: wordings,
  })
  .readonly();
export type YieldRule = z.infer<typeof yieldRule>;

/** Less to pay, for whoever knows the code. */
export const voucher = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{4,20}$/),
  takes: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percentage'), share }),
    z.strictObject({ kind: z.literal('amount'), net: amount }),
  ]),
  use: z.enum(['once', 'once-a-company', 'many']),
  until: instant,
});
export type Voucher = z.infer<typeof voucher>;

/** From so many hours before the start, this share of the price is kept. */
export const cancellationStep = z.strictObject({ hoursBefore: z.int().min(0).max(2160), keeps: share });

/** How a space lets its rooms. */
export const bookingPolicy = z.strictObject({
  holdMinutes: z.int().min(1).max(60),
  approvalHours: z.int().min(1).max(240),
  /** Until so many hours before the start a booking can be changed by its link. */
  noticeHours: z.int().min(0).max(720),
  /** How far ahead rooms can be booked. */
  aheadDays: z.int().min(1).max(1000),
  /** The step with the most hours that is not yet over applies; before all of them nothing is kept. */
  cancellation: z.array(cancellationStep).max(10),
  yield: z.array(yieldRule).max(20),
  /** What persons who are checked in pay for a room, as a share of its hourly price. */
  togetherShare: share,
  /** No contract and no voucher takes a room below this share of its tariff. */
  floorShare: share,
  vouchers: z.array(voucher).max(200),
  /** Of the space as a whole: public holidays and the like. */
  closures: z.array(closure).max(100),
});
export type BookingPolicy = z.infer<typeof bookingPolicy>;

/** What bookers may know of the policy; codes of vouchers are not for everybody. */
export const publicPolicy = bookingPolicy.omit({ yield: true, vouchers: true, floorShare: true });

/** A space that lets rooms, as a list of places shows it. */
export const place = z.strictObject({
  spaceId,
  name: z.string(),
  timeZone: z.string(),
  currency,
  hours: z.array(openingSpan),
});
export type Place = z.infer<typeof place>;

export const places = z.strictObject({ places: z.array(place) });
export const roomsOfSpace = z.strictObject({ place, rooms: z.array(room), policy: publicPolicy });

export const permissions = ['room:view', 'room:manage'] as const;

export const errors = [
  'room_unknown',
  'rooms_not_let',
  'room_withdrawn',
  'room_parts_wrong',
  'room_parts_fixed',
  'quarter_hours_only',
] as const;
