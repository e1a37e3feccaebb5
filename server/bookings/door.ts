import type { OccurrenceId } from '#contract/quotes';
import type { Room, RoomId } from '#contract/rooms';
import type { Space, SpaceId } from '#contract/spaces';
import { type Actor, isForeign } from '#values/actor';
import { type Clock, later, MINUTE } from '#values/clock';
import { conflict, forbidden, missing } from '#values/errors';
import { instantsAt, wallTime } from '#values/local-time';
import { firstGap } from '#values/stretch';
import type { CalendarService } from '../calendar/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { type BookingOf, livingOf, type OccurrenceOf } from './booking.ts';
import type { Claiming } from './claiming.ts';
import type { BookingId, DoorEntry, DoorView } from './contract.ts';
import { checkedIn, endedEarly } from './lifecycle.ts';
import { walkUp } from './walk-up.ts';
import type { BookingWrites } from './writes.ts';

interface DoorNeeds {
  clock: Clock;
  spaces: SpaceService;
  rooms: RoomService;
  calendar: CalendarService;
  writes: BookingWrites;
  claiming: Claiming;
}

/** A date of a booking, as somebody at the door names it. */
export interface AtDoor {
  bookingId: BookingId;
  occurrenceId: OccurrenceId;
}

/** People may check in from so many minutes before the start. */
const EARLY_MINUTES = 15;

/** For how long a room has to be free before it is offered at its door. */
const TAKEN_MINUTES = 30;

/** The panel beside a room: what is on now and next, and what can be done there. */
export function createDoor({ clock, spaces, rooms, calendar, writes, claiming }: DoorNeeds) {
  /** The rooms whose bookings take this one: itself, those that it is part of, and its own parts. */
  async function relatives(room: Room): Promise<RoomId[]> {
    const own = rooms.partsOf(room);
    const all = await rooms.ofSpace(room.spaceId);
    return all
      .filter((one) => rooms.partsOf(one).some((part) => own.includes(part)))
      .map(({ roomId }) => roomId);
  }

  function entryOf({ _id, title, titleHidden }: BookingOf, occurrence: OccurrenceOf): DoorEntry {
    const { occurrenceId, from, to, state, noShow } = occurrence;
    const awaits = state === 'planned' ? noShow : undefined;
    return {
      bookingId: _id,
      occurrenceId,
      state,
      startsAt: from.toISOString(),
      endsAt: to.toISOString(),
      ...(title && !titleHidden ? { title } : {}),
      ...(awaits
        ? {
            warnsAt: later(from, awaits.warnMinutes * MINUTE).toISOString(),
            releasesAt: later(from, awaits.releaseMinutes * MINUTE).toISOString(),
          }
        : {}),
    };
  }

  async function entriesOf(room: Room): Promise<DoorEntry[]> {
    const { timeZone } = await spaces.space(room.spaceId);
    const { date } = wallTime(clock.now(), timeZone);
    const family = await relatives(room);
    const found = await writes.inRooms(family, date);
    return found
      .filter(({ state }) => state === 'confirmed' || state === 'requested')
      .flatMap((booking) =>
        livingOf(booking)
          .filter((one) => one.date === date && family.includes(one.roomId) && one.to > clock.now())
          .map((one) => entryOf(booking, one)),
      )
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  }

  /** What could be had of a room by whoever stands before it: about now, else when it is free again today. */
  async function takeOf(space: Space, room: Room): Promise<DoorView['take']> {
    const { date, minute } = wallTime(clock.now(), space.timeZone);
    const day = await calendar.dayOf(space, room, date);
    const stretch = walkUp(day, minute) ?? firstGap(day, TAKEN_MINUTES, minute);
    if (!stretch) return undefined;
    const [startsAt, endsAt] = stretch.map((at) => instantsAt(date, at, space.timeZone)[0]);
    if (!startsAt || !endsAt) return undefined;
    const [from, to] = stretch;
    return { date, from, to, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  }

  async function view(actor: Actor, roomId: RoomId): Promise<DoorView> {
    const room = await rooms.room(roomId);
    assertOwnSpace(actor, room.spaceId);
    const space = await spaces.space(room.spaceId);
    const at = clock.now().toISOString();
    const [entries, take] = await Promise.all([entriesOf(room), takeOf(space, room)]);
    const now = entries.find(({ startsAt }) => startsAt <= at);
    const next = entries.find(({ startsAt }) => startsAt > at);
    return {
      at,
      timeZone: space.timeZone,
      labels: room.labels,
      ...(now ? { now } : {}),
      ...(next ? { next } : {}),
      ...(take ? { take } : {}),
    };
  }

  function assertOwnSpace(actor: Actor, spaceId: SpaceId): void {
    if (isForeign(actor, spaceId)) throw forbidden('space_foreign');
  }

  /** Changes the date of a booking that is on at this room. */
  async function change(
    actor: Actor,
    { bookingId, occurrenceId }: AtDoor,
    decision: (booking: BookingOf, occurrence: OccurrenceOf) => BookingOf,
  ): Promise<void> {
    const find = async () => {
      const found = await writes.byId(bookingId);
      if (!found) throw missing('booking_unknown');
      assertOwnSpace(actor, found.spaceId);
      return found;
    };
    await claiming.decide(find, (booking) => {
      const occurrence = booking.occurrences.find((one) => one.occurrenceId === occurrenceId);
      if (!occurrence) throw missing('occurrence_unknown');
      if (booking.state !== 'confirmed') throw conflict('booking_over');
      return decision(booking, occurrence);
    });
  }

  return {
    view,

    /** @throws DomainError conflict `too_early`, `occurrence_over`. */
    async checkIn(actor: Actor, roomId: RoomId, which: AtDoor): Promise<DoorView> {
      const now = clock.now();
      await change(actor, which, (booking, occurrence) => {
        if (occurrence.state === 'checked-in') return booking;
        if (occurrence.state !== 'planned' || occurrence.to <= now) throw conflict('occurrence_over');
        if (later(occurrence.from, -EARLY_MINUTES * MINUTE) > now) throw conflict('too_early');
        return checkedIn(booking, occurrence);
      });
      return view(actor, roomId);
    },

    /** The room is free again at once, but for what it needs after its people. @throws DomainError conflict `occurrence_over`. */
    async end(actor: Actor, roomId: RoomId, which: AtDoor): Promise<DoorView> {
      const now = clock.now();
      await change(actor, which, (booking, occurrence) => endedEarly(booking, occurrence, now));
      return view(actor, roomId);
    },
  };
}
