import { z } from 'zod';
import { roomTogether } from '#contract/bookings';
import { checkIn, openness } from '#contract/checkins';
import { hostIntroduction, ownBlock, personalIntroduction } from '#contract/introductions';
import { hostLunch, ownTable } from '#contract/lunches';
import { ownProfile, personId } from '#contract/people';
import { instant, type problem } from '#contract/platform';
import { capacity, carrier, gauge, treat } from '#contract/seat-fund';
import { skillId } from '#contract/skills';
import { seatId, space } from '#contract/spaces';

/**
 * Live views. Lists are records keyed by id, so that a change is a small merge patch (RFC 7396); nothing is ever
 * null, because null is the patch's word for "gone".
 */

/** What a kiosk shows: which seats are taken, never by whom. */
export const kioskView = z.strictObject({
  space,
  open: z.boolean(),
  opensAt: z.string().optional(),
  taken: z.record(seatId, z.literal(true)),
  free: z.int(),
  /** Why so many are free, and which room opened some of them today. */
  fund: capacity,
});
export type KioskView = z.infer<typeof kioskView>;

export const presentPerson = z.strictObject({
  personId,
  name: z.string(),
  company: z.string().optional(),
  seatId,
  openness,
  focus: z.string(),
  offers: z.array(skillId),
  needs: z.array(skillId),
  since: instant,
  newcomer: z.boolean(),
});
export type PresentPerson = z.infer<typeof presentPerson>;

/** What hosts see: who is here, whom to introduce and why, what came of it, which seats are free. */
export const boardView = z.strictObject({
  space,
  open: z.boolean(),
  present: z.record(personId, presentPerson),
  /** Suggested, offered, accepted and met, of today. */
  introductions: z.record(z.string(), hostIntroduction),
  lunch: hostLunch,
  seats: z.strictObject({ total: z.int(), free: z.int() }),
  fund: capacity,
  gauge,
});
export type BoardView = z.infer<typeof boardView>;

/** Who carried something, as whoever had it is told: the room, and the company only if it wants to be named. */
export const seenCarrier = carrier
  .pick({ kind: true, roomId: true })
  .extend({ company: z.string().optional() });
export type SeenCarrier = z.infer<typeof seenCarrier>;

/** What one person sees on their phone. */
export const memberView = z.strictObject({
  own: ownProfile,
  /** Absent when not checked in. */
  presence: z
    .strictObject({ checkIn, spaceName: z.string(), seatLabel: z.string(), zone: z.string() })
    .optional(),
  /** Today's, keyed by introduction; the ones that lapsed or were declined are gone without a trace. */
  introductions: z.record(z.string(), personalIntroduction),
  /** Whom one does not want to meet again, keyed by the introduction after which one said so. */
  blocks: z.record(z.string(), ownBlock),
  /** The lunch table that one is asked to, or sits at. */
  lunch: ownTable.optional(),
  /** Who carried the seat of this check-in, the largest part first. */
  carriers: z.array(seenCarrier),
  /** What they have taken today besides the seat, and who carried most of it. */
  treats: z.partialRecord(treat, seenCarrier),
  /** The room that this person has taken to sit with others, as long as it is theirs. */
  room: roomTogether.optional(),
});
export type MemberView = z.infer<typeof memberView>;

export const viewName = z.enum(['kiosk', 'board', 'member']);
export type ViewName = z.infer<typeof viewName>;

export interface Views {
  kiosk: KioskView;
  board: BoardView;
  member: MemberView;
}

export const viewRequest = z.strictObject({ view: viewName });

/** What time it is in the house, and how many seconds pass there while one passes for whoever reads this. */
export const houseClock = z.strictObject({ at: instant, speed: z.number().nonnegative() });
export type HouseClock = z.infer<typeof houseClock>;

/** `revision` counts the changes of one view since `epoch`, which names the server's run. */
export const viewOpened = z.strictObject({
  epoch: z.string(),
  revision: z.int(),
  state: z.union([kioskView, boardView, memberView]),
  /** Of the moment of the answer: a screen shows the house's time, however wrong its own clock is. */
  clock: houseClock,
});
export type ViewOpened = z.infer<typeof viewOpened>;

/** From `revision - 1` to `revision`; whoever has another revision opens the view again. */
export const viewPatch = z.strictObject({
  view: viewName,
  epoch: z.string(),
  revision: z.int(),
  patch: z.record(z.string(), z.unknown()),
});
export type ViewPatch = z.infer<typeof viewPatch>;

export type Acknowledged<Reply> =
  | { ok: true; reply: Reply }
  | { ok: false; problem: z.infer<typeof problem> };

/** socket.io's typed maps. */
export interface ClientToServer {
  'view:open': (
    request: z.infer<typeof viewRequest>,
    reply: (answer: Acknowledged<ViewOpened>) => void,
  ) => void;
}

export interface ServerToClient {
  'view:patch': (patch: ViewPatch) => void;
  /** The credential is no longer good: pair or sign in again. */
  'credential:revoked': () => void;
}

export const permissions = ['kiosk:view', 'board:view', 'member:view'] as const;

export const errors = [] as const;
