import { z } from 'zod';
import { idText, language } from '#contract/platform';

export const spaceId = idText.brand<'space'>();
export type SpaceId = z.infer<typeof spaceId>;

export const seatId = idText.brand<'seat'>();
export type SeatId = z.infer<typeof seatId>;

const metres = z.number().min(0).max(500);
const labels = z.record(language, z.string());

export const zone = z.strictObject({
  id: idText,
  labels,
  x: metres,
  y: metres,
  width: metres,
  height: metres,
});

export const seat = z.strictObject({
  id: seatId,
  label: z.string().min(1).max(8),
  zone: idText,
  x: metres,
  y: metres,
  kind: z.enum(['table', 'sofa', 'bar', 'quiet']),
});
export type Seat = z.infer<typeof seat>;

export const feature = z.strictObject({
  kind: z.enum(['wall', 'window', 'door', 'kitchen', 'coffee', 'plant', 'table', 'stairs', 'kiosk']),
  x: metres,
  y: metres,
  width: metres,
  height: metres,
});

/** Everything is in metres from the top left corner; y grows downwards, as on a screen. */
export const floorPlan = z.strictObject({ width: metres, height: metres, features: z.array(feature) });

const minuteOfDay = z.int().min(0).max(1440);

/** Half-open spans of local time; weekday 1 is Monday. */
export const openingSpan = z.strictObject({
  weekday: z.int().min(1).max(7),
  opens: minuteOfDay,
  closes: minuteOfDay,
});

/** How this space introduces people: offers a person and day, and how long one stands. */
export const introductionPolicy = z.strictObject({
  perDay: z.int().min(0).max(20),
  lapseMinutes: z.int().min(1).max(240),
});
export type IntroductionPolicy = z.infer<typeof introductionPolicy>;

export const space = z.strictObject({
  id: spaceId,
  name: z.string().min(1).max(80),
  timeZone: z.string(),
  currency: z.enum(['EUR', 'EGP', 'JPY']),
  languages: z.array(language).min(1),
  hours: z.array(openingSpan),
  zones: z.array(zone),
  seats: z.array(seat),
  floorPlan,
  introductions: introductionPolicy,
  /** When the house eats; without it tables are proposed only where a host asks. */
  lunchAt: minuteOfDay.optional(),
});
export type Space = z.infer<typeof space>;

export const permissions = ['space:view'] as const;

export const errors = ['space_unknown', 'space_foreign', 'seat_unknown'] as const;
