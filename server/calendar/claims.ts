import type { RoomId } from '#contract/rooms';
import type { SpaceId } from '#contract/spaces';
import { later } from '#values/clock';
import { wallTime } from '#values/local-time';
import { overlaps, type Span, widened } from '#values/span';
import { dateAfter } from './local-day.ts';

/** A stretch of time that a booking takes of a room, with what the room needs before and after. */
export interface Claim extends Span {
  /** Of one occurrence at one time: moved, an occurrence takes a new claim and leaves the old one. */
  readonly claimId: string;
  readonly bookingId: string;
  /** When it was made; until it is known to its booking it has a moment's grace. */
  readonly since: Date;
}

/** A claim on one room-day, before it is written. */
export interface Stake {
  readonly id: string;
  readonly spaceId: SpaceId;
  readonly roomId: RoomId;
  readonly date: string;
  readonly claim: Claim;
}

/** What an occurrence takes: its rooms between walls, and how much room they need around it. */
export interface Wish {
  readonly spaceId: SpaceId;
  readonly timeZone: string;
  readonly parts: readonly RoomId[];
  readonly buffers: { readonly beforeMinutes: number; readonly afterMinutes: number };
}

/** The local dates that a span touches, in order. */
export function datesOf({ from, to }: Span, timeZone: string): string[] {
  const last = wallTime(later(to, -1), timeZone).date;
  const dates = [wallTime(from, timeZone).date];
  for (let date = dates[0] ?? last; date < last; ) {
    date = dateAfter(date, 1);
    dates.push(date);
  }
  return dates;
}

/** The key of one room on one date. */
export function roomDayId(spaceId: SpaceId, roomId: RoomId, date: string): string {
  return `${spaceId}:${roomId}:${date}`;
}

/** Everything that an occurrence has to claim; the buffers of a claim may reach into the days beside it. */
export function stakesOf(claim: Claim, { spaceId, timeZone, parts, buffers }: Wish): Stake[] {
  const span = widened(claim, buffers.beforeMinutes, buffers.afterMinutes);
  return datesOf(span, timeZone).flatMap((date) =>
    parts.map((roomId) => ({
      id: roomDayId(spaceId, roomId, date),
      spaceId,
      roomId,
      date,
      claim: { ...claim, ...span },
    })),
  );
}

/** Those of these claims that stand in the way of another booking's. */
export function inTheWay(claim: Claim, others: readonly Claim[]): Claim[] {
  return others.filter((other) => other.bookingId !== claim.bookingId && overlaps(other, claim));
}

/** Do two of these claims, of one booking, want the same room at the same time? */
export function clashAmong(stakes: readonly Stake[]): boolean {
  return stakes.some((one, at) =>
    stakes
      .slice(at + 1)
      .some(
        (other) =>
          other.id === one.id &&
          other.claim.claimId !== one.claim.claimId &&
          overlaps(other.claim, one.claim),
      ),
  );
}
