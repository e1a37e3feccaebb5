import type { Room } from '#contract/rooms';
import { type Clock, DAY, later, MINUTE } from '#values/clock';
import { invalid } from '#values/errors';
import { clockFace, instantsAt, type MinuteOfDay, type OpeningSpan } from '#values/local-time';
import type { Span } from '#values/span';
import { liesWithin, openOn } from '#values/stretch';
import type { BookingWish, OccurrenceId, OccurrenceWish, Slot } from './contract.ts';

/** Rooms are let by whole quarters: one that has begun can still be taken, and counts whole. */
const QUARTER = 15 * MINUTE;

/** An occurrence with its instants. */
export interface Scheduled extends Span {
  readonly occurrenceId: OccurrenceId;
  readonly room: Room;
  readonly date: string;
  readonly weekday: number;
  /** The same span as the wall of the space shows it. */
  readonly wall: readonly [MinuteOfDay, MinuteOfDay];
  readonly fold?: 'earlier' | 'later';
}

/** The hours and time zone by which a wish is read, and how far ahead one may book. */
export interface House {
  readonly timeZone: string;
  readonly hours: readonly OpeningSpan[];
  readonly aheadDays: number;
  isClosed(room: Room, date: string): boolean;
}

function instantOf({ date, fold }: Slot, minute: MinuteOfDay, timeZone: string): Date {
  const [first, second] = instantsAt(date, minute, timeZone);
  const at = { date, at: clockFace(minute) };
  if (!first) throw invalid('local_time_missing', at);
  if (!second) return first;
  if (fold === undefined) throw invalid('local_time_twice', at);
  return fold === 'earlier' ? first : second;
}

/**
 * The instants of a slot. @throws DomainError invalid `span_empty`, `local_time_missing` in the gap of a clock
 * change, `local_time_twice` where an hour comes twice and the slot does not say which is meant.
 */
export function spanOf(slot: Slot, timeZone: string): Span {
  if (slot.to <= slot.from) throw invalid('span_empty');
  const span = {
    from: instantOf(slot, slot.from, timeZone),
    to: instantOf(slot, slot.to, timeZone),
  };
  if (span.to <= span.from) throw invalid('span_empty');
  return span;
}

/**
 * When an occurrence takes place. @throws DomainError as `spanOf`; invalid `span_past`, `span_too_far`, `room_closed`.
 */
export function scheduled(wanted: OccurrenceWish, room: Room, house: House, clock: Clock): Scheduled {
  const { occurrenceId, date, from, to, fold } = wanted;
  const span = spanOf(wanted, house.timeZone);
  const now = clock.now();
  if (later(span.from, QUARTER) <= now) throw invalid('span_past', { date });
  if (span.from > later(now, house.aheadDays * DAY)) throw invalid('span_too_far', { days: house.aheadDays });
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const open = openOn(house.hours, weekday);
  if (house.isClosed(room, date) || !liesWithin([from, to], open))
    throw invalid('room_closed', {
      date,
      roomId: room.roomId,
      open: house.isClosed(room, date) ? [] : open.map((stretch) => stretch.map(clockFace).join('–')),
    });
  return { occurrenceId, room, date, weekday, wall: [from, to], ...(fold ? { fold } : {}), ...span };
}

/**
 * Is every room let? Asked of what is new: what was booked before a room was taken out of letting stands.
 * @throws DomainError invalid `room_withdrawn`.
 */
export function assertLet(occurrences: readonly Scheduled[]): void {
  const gone = occurrences.find(({ room }) => room.withdrawn);
  if (gone) throw invalid('room_withdrawn', { roomId: gone.room.roomId });
}

/**
 * Does the room hold this? @throws DomainError invalid `layout_unavailable`, `over_capacity`, `option_unavailable`.
 */
export function assertFits(room: Room, { people, layout, options }: BookingWish): void {
  const holds = room.capacity[layout];
  if (holds === undefined) throw invalid('layout_unavailable', { roomId: room.roomId, layout });
  if (people > holds) throw invalid('over_capacity', { roomId: room.roomId, holds });
  const lacking = options.find(({ code }) => room.tariff.options.every((option) => option.code !== code));
  if (lacking) throw invalid('option_unavailable', { roomId: room.roomId, option: lacking.code });
}
