import type { Space } from '#contract/spaces';
import { createSharedWork } from '#platform/shared-work';
import { newId } from '#platform/tokens';
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

/** How often somebody waits for others before they try all the same: nobody is overtaken for ever. */
const WAITS = 50;

/** Taking rooms: for a new booking, and for one that moves. All that is asked for, or nothing. */
export function createHolding({ clock, rooms, calendar, writes, claiming }: HoldingNeeds) {
  // A popular hour is refused to many at once, and they are all told the same.
  const refusals = createSharedWork<Details>();
  const atWork = new Map<string, Promise<void>>();

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
    const room = (await rooms.letting(space.id)).rooms.get(roomId);
    const [next, another] = await Promise.all([
      room && calendar.nextFree(space, room, wall[1] - wall[0], from),
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
    const taken = placeIn(places, await claiming.firstTaken(places.flatMap(({ stakes }) => stakes)));
    if (taken) throw await refusalOf(space, taken, people);
  }

  /**
   * Looks, and works where nothing stands in the way. Whoever finds somebody at work on the same room-days waits for
   * them and looks again. The claims decide without it, also between processes; but a crowd that waits finds the room
   * taken by one reading that it shares, where one that does not would write in vain.
   */
  async function inTurn<Result>(
    places: readonly Place[],
    looked: () => Promise<void>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const days = [...new Set(places.flatMap(({ occurrence }) => occurrence.roomDays))];
    await looked();
    for (let waits = 0; waits < WAITS; waits++) {
      const other = days.map((day) => atWork.get(day)).find((one) => one !== undefined);
      if (!other) break;
      await other;
      await looked();
    }
    const done = work();
    const leave = () => {
      for (const day of days) if (atWork.get(day) === ended) atWork.delete(day);
    };
    const ended: Promise<void> = done.then(leave, leave);
    for (const day of days) atWork.set(day, ended);
    return done;
  }

  /** The occurrence that a stake is of. */
  const placeIn = (places: readonly Place[], stake: Stake | undefined) =>
    places.find(({ occurrence }) => occurrence.claimId === stake?.claim.claimId)?.occurrence;

  /** The first of these places that is refused; `undefined` when all were taken. */
  const take = async (places: readonly Place[]) =>
    placeIn(places, await claiming.take(places.flatMap(({ stakes }) => stakes)));

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
      const looked = () => look(places, space, people);
      return inTurn(places, looked, async () => {
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
      const looked = () => look(places, space, people);
      return inTurn(places, looked, async () => {
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
