import { z } from 'zod';
import { equipment, layout, localDate, roomId } from '#contract/rooms';

/** What room is wanted; whatever is left out does not matter. */
export const availabilityRequest = z.strictObject({
  date: localDate,
  days: z.coerce.number().int().min(1).max(7).default(1),
  people: z.coerce.number().int().min(1).max(500).optional(),
  layout: layout.optional(),
  equipment: z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(equipment).max(6))
    .optional(),
});
export type AvailabilityRequest = z.infer<typeof availabilityRequest>;

/** Minutes of the local day, two by two: from, to, from, to, … in order, half-open, none touching the next. */
const stretches = z.array(z.int().min(0).max(1440));

/**
 * Which rooms fit and when they are taken. A span that touches no `busy` stretch of its date, and lies within one of
 * `open`, can be booked: what rooms need before and after a booking is counted in.
 */
export const availability = z.strictObject({
  days: z.array(z.strictObject({ date: localDate, open: stretches })),
  rooms: z.array(
    z.strictObject({
      roomId,
      /** One list for each of `days`; a day on which the room is closed is taken as a whole. */
      busy: z.array(stretches),
    }),
  ),
});
export type Availability = z.infer<typeof availability>;

export const permissions = ['calendar:view'] as const;

export const errors = [] as const;
