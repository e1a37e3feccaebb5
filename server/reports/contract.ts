import { z } from 'zod';
import { idText } from '#contract/platform';
import { impact } from '#contract/seat-fund';
import { spaceId } from '#contract/spaces';

/** What a booking, or all on a collective invoice, made possible, for anybody who holds its link: counts and sums, and nobody's name but the giver's. */
export const bookingImpact = z.strictObject({
  /** How many they are. */
  bookings: z.int().min(1),
  spaceId,
  spaceName: z.string(),
  currency: z.enum(['EUR', 'EGP', 'JPY']),
  roomId: idText.optional(),
  /** Only of a company that wants to be named. */
  company: z.string().optional(),
  impact,
  /** Introductions in which two have met while one of them sat on a seat that they carried. */
  introductions: z.int(),
});
export type BookingImpact = z.infer<typeof bookingImpact>;

export const permissions = ['impact:view'] as const;

export const errors = ['impact_unknown'] as const;
