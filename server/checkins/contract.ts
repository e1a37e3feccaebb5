import { z } from 'zod';
import { link } from '#contract/auth';
import { personId } from '#contract/people';
import { idText, instant, lineOfText } from '#contract/platform';
import { skillList } from '#contract/skills';
import { seatId, spaceId } from '#contract/spaces';

export const checkInId = idText.brand<'check-in'>();
export type CheckInId = z.infer<typeof checkInId>;

/** `open` now, `breaks` for coffee and lunch only, `closed` today. */
export const openness = z.enum(['open', 'breaks', 'closed']);
export type Openness = z.infer<typeof openness>;

/** Today's answer to "What is on your mind today?": the words, and the skills that were confirmed. */
export const focus = z.strictObject({ text: lineOfText(280), skills: skillList });
export type Focus = z.infer<typeof focus>;

export const checkInRequest = z.strictObject({
  checkInId,
  personId,
  seatId,
  openness,
  focus,
  /** When the person means to leave, if they say so. */
  until: instant.optional(),
});
export type CheckInRequest = z.infer<typeof checkInRequest>;

export const checkIn = z.strictObject({
  checkInId,
  spaceId,
  personId,
  seatId,
  openness,
  focus,
  startedAt: instant,
  until: instant.optional(),
});
export type CheckIn = z.infer<typeof checkIn>;

/** `phone` signs the person in on their own phone, once. */
export const checkInReply = z.strictObject({ checkIn, phone: link });
export type CheckInReply = z.infer<typeof checkInReply>;

export const checkInChange = z
  .strictObject({ openness: openness.optional(), focus: focus.optional() })
  .refine((change) => change.openness !== undefined || change.focus !== undefined);
export type CheckInChange = z.infer<typeof checkInChange>;

/** Leaving is said by the person; closing time ends the rest, which is not the same. */
export const ending = z.enum(['left', 'expired']);
export type Ending = z.infer<typeof ending>;

export const checkInEnded = z.strictObject({ checkInId, endedAt: instant, ending });

/** What a kiosk asks after a pass was shown, and how somebody leaves at the kiosk. */
export const presenceReply = z.strictObject({ checkIn: checkIn.optional() });
export const checkOutRequest = z.strictObject({ personId });

/** `change` is one's own; with `manage` it reaches every check-in of the space. */
export const permissions = ['check-in:create', 'check-in:change', 'check-in:manage'] as const;

export const errors = [
  'seat_taken',
  'already_checked_in',
  'space_closed',
  'check_in_unknown',
  'check_in_ended',
  'until_passed',
] as const;
