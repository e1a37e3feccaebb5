import type { Space } from '#contract/spaces';
import { createSharedWork } from '#platform/shared-work';
import { newId } from '#platform/tokens';
import { createTurns } from '#platform/turns';
import { type Clock, later, MINUTE } from '#values/clock';
import { conflict, type Details, type DomainError, invalid } from '#values/errors';
import type { CalendarService, Stake } from '../calendar/service.ts';
import type { Scheduled } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import { remindersBefore } from './aging.ts';
import type { BookingOf, OccurrenceOf } from './booking.ts';
import type { Claiming } from './claiming.ts';
import type { BookingId } from './contract.ts';
import type { BookingWrites } from './writes.ts';

interface HoldingNeeds {
  clock: Clock;
  rooms: RoomService;
  calendar: CalendarService;
  writes: BookingWrites;
  claiming: Claiming;
}

export type Holding = ReturnType<typeof createHolding>;

/** An occurrence and all that it would take. */
export interface Place {
  occurrence: OccurrenceOf;
  stakes: Stake[];
}

/** Taking rooms: for a new booking, and for one that moves. All that is asked for, or nothing. */
export function createHolding({ clock, rooms, calendar, writes, claiming }: HoldingNeeds) {
  // A popular hour is refused to many at once, and they are all told the same.
  const refusals = createSharedWork<Details>();
  const turns = createTurns();

  /** An occurrence with a claim of its own. */
  function placeOf(bookingId: BookingId, space: Space, scheduled: Scheduled): Place {
    const { occurrenceId, date, from, to, wall, fold, room } = scheduled;
    const claim = { claimId: newId(), bookingId, from, to, since: clock.now() };
    const stakes = calendar.stakesOf(claim, {
      spaceId: space.id,
      timeZone: space.timeZone,
      parts: rooms.partsOf(room),
      buffers: room.buffers,
    });
    const occurrence: OccurrenceOf = {
      occurrenceId,
      roomId: room.roomId,
      date,
      wall,
      ...(fold ? { fold } : {}),
      from,
      to,
      state: 'planned',
      claimId: claim.claimId,
      roomDays: stakes.map(({ id }) => id),
      takenUntil: later(to, room.buffers.afterMinutes * MINUTE),
      ...(room.noShow ? { noShow: room.noShow } : {}),
      reminds: remindersBefore(scheduled, space.timeZone),
      reminded: [],
    };
    return { occurrence, stakes };
  }

  /** What would work instead: when that room is free next, and another room at this time. */
  async function instead(space: Space, occurrence: OccurrenceOf, people: number): Promise<Details> {
    const { roomId, date, wall, from, to } = occurrence;
    const room = await rooms.room(roomId);
    const [next, another] = await Promise.all([
      calendar.nextFree(space, room, wall[1] - wall[0], from),
      calendar.freeRoom(space, { span: { from, to }, people, except: roomId }),
    ]);
    return {
      roomId,
      date,
      ...(next ? { nextDate: next.date, nextFrom: next.stretch[0], nextTo: next.stretch[1] } : {}),
      ...(another ? { anotherRoom: another.roomId } : {}),
    };
  }

  async function refusalOf(space: Space, occurrence: OccurrenceOf, people: number): Promise<DomainError> {
    const { roomId, from, to } = occurrence;
    const key = [roomId, from.getTime(), to.getTime(), people].join(' ');
    return conflict('slot_taken', await refusals.join(key, () => instead(space, occurrence, people)));
  }

  /** @throws DomainError invalid `occurrences_clash`; conflict `slot_taken`, before anything is written. */
  async function look(places: readonly Place[], space: Space, people: number): Promise<void> {
    if (calendar.clashAmong(places.flatMap(({ stakes }) => stakes))) throw invalid('occurrences_clash');
    for (const { occurrence, stakes } of places)
      if (await claiming.isTaken(stakes)) throw await refusalOf(space, occurrence, people);
  }

  /**
   * One after another for whoever wants the same room-days. The claims decide without it, also between processes;
   * but a crowd that waits its turn finds the room taken by one reading, where one that does not would write in vain.
   */
  function inTurn<Result>(places: readonly Place[], work: () => Promise<Result>): Promise<Result> {
    const days = [...new Set(places.flatMap(({ occurrence }) => occurrence.roomDays))].sort();
    // Everybody waits in the same order, so that nobody waits for somebody who waits for them.
    return days.reduceRight<() => Promise<Result>>((inner, day) => () => turns.take(day, inner), work)();
  }

  /** The first of these places that is refused; `undefined` when all were taken. */
  async function take(places: readonly Place[]): Promise<OccurrenceOf | undefined> {
    const refused = await claiming.take(places.flatMap(({ stakes }) => stakes));
    return places.find(({ occurrence }) => occurrence.claimId === refused?.claim.claimId)?.occurrence;
  }

  const giveBack = (places: readonly Place[]) =>
    calendar.release(
      places.map(({ occurrence }) => occurrence.claimId),
      places.flatMap(({ occurrence }) => occurrence.roomDays),
    );

  return {
    placeOf,
    instead,

    /**
     * Writes a new booking and takes its rooms; `undefined` where its id is known already.
     * @throws DomainError invalid `occurrences_clash`; conflict `slot_taken` with what would work, `booking_at_work`.
     */
    async hold(booking: BookingOf, places: readonly Place[], space: Space): Promise<BookingOf | undefined> {
      const { people } = booking.wish;
      await look(places, space, people);
      return inTurn(places, async () => {
        await look(places, space, people);
        if (!(await writes.insert(booking))) return undefined;
        const refused = await take(places);
        const held = refused ? undefined : await writes.save({ ...booking, claimed: true });
        if (held) {
          claiming.changed(held);
          return held;
        }
        await writes.withdraw(booking._id);
        await giveBack(places);
        throw refused ? await refusalOf(space, refused, people) : conflict('booking_at_work');
      });
    },

    /**
     * Takes other rooms for a booking and writes what it becomes; `undefined` where it has changed meanwhile.
     * @throws DomainError invalid `occurrences_clash`; conflict `slot_taken` with what would work.
     */
    async move(
      before: BookingOf,
      after: BookingOf,
      { places, space }: { places: readonly Place[]; space: Space },
    ): Promise<BookingOf | undefined> {
      const { people } = after.wish;
      await look(places, space, people);
      return inTurn(places, async () => {
        await look(places, space, people);
        const refused = await take(places);
        const moved = refused ? undefined : await claiming.save(before, after);
        if (moved) return moved;
        // Its document never named these claims, so nobody relies on them.
        await giveBack(places);
        if (refused) throw await refusalOf(space, refused, people);
        return undefined;
      });
    },
  };
}
