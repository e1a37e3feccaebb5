import type { Connection } from 'mongoose';
import type { Room, RoomId } from '#contract/rooms';
import type { Space, SpaceId } from '#contract/spaces';
import { createLasting } from '#platform/lasting';
import { wallTime } from '#values/local-time';
import type { Span } from '#values/span';
import { ALL_DAY, firstGap, isClear, merged, occupancyOf, openOn, type Stretch } from '#values/stretch';
import type { Letting, RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { busyTime } from './busy-time.ts';
import { type Claim, clashAmong, datesOf, inTheWay, roomDayId, stakesOf } from './claims.ts';
import type { Availability, AvailabilityRequest } from './contract.ts';
import { dateAfter, type LocalDay, localDay, stretchesOf } from './local-day.ts';
import type { RoomDayDocument } from './model.ts';
import { createRoomDayWrites } from './writes.ts';

interface CalendarNeeds {
  connection: Connection;
  spaces: SpaceService;
  rooms: RoomService;
}

export type CalendarService = ReturnType<typeof createCalendarService>;

/** A span that could be had instead, as the wall of the space shows it. */
export interface Gap {
  date: string;
  stretch: Stretch;
}

export type { Claim, Stake } from './claims.ts';
export type { RoomDayDocument as RoomDay } from './model.ts';

/** A room for so many people: any, any other than one, or just one. */
interface RoomWish {
  people: number;
  except?: RoomId;
  only?: RoomId | undefined;
}

const DAYS_LOOKED_AHEAD = 14;
/** Grids of weeks that are kept; one of five hundred rooms takes about half a megabyte. */
const GRIDS_KEPT = 100;

/** The claims on each room on one date. */
type Taken = ReadonlyMap<RoomId, readonly Claim[]>;

const lists = new WeakMap<readonly RoomDayDocument[], Taken>();

/** The room-days of one date by their rooms, worked out once for the same list. */
function byRoom(days: readonly RoomDayDocument[]): Taken {
  const taken = lists.get(days) ?? new Map(days.map(({ roomId, claims }) => [roomId, claims]));
  lists.set(days, taken);
  return taken;
}

const liesIn = (closures: Room['closures'], date: string) =>
  closures.some(({ first, last }) => first <= date && date <= last);

/** One list for every day that nothing takes, so that it is looked at once. */
const NO_CLAIMS: readonly Claim[] = [];
const NOTHING: Taken = new Map();

/** What is free when. Truth about a booking is the booking; what takes a room's time stands here, once. */
export function createCalendarService({ connection, spaces, rooms }: CalendarNeeds) {
  const writes = createRoomDayWrites(connection);
  const grids = createLasting<Availability>(GRIDS_KEPT);

  const isClosed = ({ policy }: Letting, room: Room, date: string) =>
    liesIn(policy.closures, date) || liesIn(room.closures, date);

  /** The minutes of a day at which a booking of this room may not lie, what it needs around it counted in. */
  function busyOf(letting: Letting, room: Room, day: LocalDay, taken: Taken): readonly Stretch[] {
    if (room.withdrawn || isClosed(letting, room, day.date)) return [ALL_DAY];
    const parts = rooms.partsOf(room);
    const [only] = parts;
    if (parts.length === 1 && only) return busyTime(room, day, taken.get(only) ?? NO_CLAIMS);
    return merged(parts.flatMap((part) => busyTime(room, day, taken.get(part) ?? NO_CLAIMS)));
  }

  /** What takes the rooms of a space on some dates, in their order. */
  const takenOn = (spaceId: SpaceId, dates: readonly string[]): Promise<Taken[]> =>
    Promise.all(dates.map(async (date) => byRoom(await writes.ofDate(spaceId, date))));

  function fits(room: Room, { people, layout, equipment }: Partial<AvailabilityRequest>): boolean {
    const holds =
      layout === undefined ? Math.max(...Object.values(room.capacity)) : (room.capacity[layout] ?? 0);
    return (
      !room.withdrawn &&
      holds >= (people ?? 1) &&
      (equipment ?? []).every((item) => room.equipment.includes(item))
    );
  }

  const bySize = (a: Room, b: Room) =>
    Math.max(...Object.values(a.capacity)) - Math.max(...Object.values(b.capacity));

  /** Where a room is free next for so many minutes: on one of the fourteen days from an instant on. */
  async function nextFree(space: Space, room: Room, length: number, from: Date): Promise<Gap | undefined> {
    const letting = await rooms.letting(space.id);
    const now = wallTime(from, space.timeZone);
    const dates = Array.from({ length: DAYS_LOOKED_AHEAD }, (_, ahead) => dateAfter(now.date, ahead));
    const ids = dates.flatMap((date) => rooms.partsOf(room).map((part) => roomDayId(space.id, part, date)));
    const days = await writes.byIds(ids);
    for (const date of dates) {
      const day = localDay(date, space.timeZone);
      const busy = busyOf(letting, room, day, byRoom(days.filter((one) => one.date === date)));
      const notBefore = date === now.date ? now.minute : 0;
      const stretch = firstGap({ open: openOn(space.hours, day.weekday), busy }, length, notBefore);
      if (stretch) return { date, stretch };
    }
    return undefined;
  }

  /** The rooms that would do and need no host's word, the smallest first. */
  const fitting = (letting: Letting, wish: RoomWish) =>
    [...letting.rooms.values()]
      .filter((room) => room.roomId !== wish.except && (wish.only ?? room.roomId) === room.roomId)
      .filter((room) => !room.approval && fits(room, wish))
      .sort(bySize);

  /** The smallest room that fits, needs no host's word, and is free for all of a span. */
  async function freeRoom(space: Space, wish: RoomWish & { span: Span }): Promise<Room | undefined> {
    const letting = await rooms.letting(space.id);
    const dates = datesOf(wish.span, space.timeZone);
    const taken = await takenOn(space.id, dates);
    const days = dates.map((date) => localDay(date, space.timeZone));
    const isFree = (room: Room) =>
      days.every((day, at) => {
        const busy = busyOf(letting, room, day, taken[at] ?? NOTHING);
        return stretchesOf(day, wish.span).every((stretch) => isClear(stretch, busy));
      });
    return fitting(letting, wish).find(isFree);
  }

  return {
    ...writes,
    stakesOf,
    clashAmong,
    inTheWay,
    isClosed,
    nextFree,
    freeRoom,

    /** The room that fits and is free first for so many minutes, and when. */
    async nextRoom(space: Space, wish: RoomWish & { minutes: number }, from: Date) {
      const candidates = fitting(await rooms.letting(space.id), wish);
      const found = await Promise.all(
        candidates.map(async (room) => ({ room, gap: await nextFree(space, room, wish.minutes, from) })),
      );
      const keyOf = ({ date, stretch: [begins] }: Gap) => `${date} ${String(begins).padStart(4, '0')}`;
      return found
        .flatMap(({ room, gap }) => (gap ? [{ room, ...gap }] : []))
        .sort((a, b) => keyOf(a).localeCompare(keyOf(b)))[0];
    },

    /** When a room may be used on a date, and when it is taken, what it needs around it counted in. */
    async dayOf(space: Space, room: Room, date: string) {
      const day = localDay(date, space.timeZone);
      const letting = await rooms.letting(space.id);
      const [taken = NOTHING] = await takenOn(space.id, [date]);
      return { open: openOn(space.hours, day.weekday), busy: busyOf(letting, room, day, taken) };
    },

    /**
     * The grid of a space for some days; the very same object for as long as nothing that it is made from changes.
     * @throws DomainError missing `rooms_not_let`.
     */
    async availability(spaceId: SpaceId, request: AvailabilityRequest): Promise<Availability> {
      const [space, letting] = await Promise.all([spaces.space(spaceId), rooms.letting(spaceId)]);
      const days = Array.from({ length: request.days }, (_, ahead) =>
        localDay(dateAfter(request.date, ahead), space.timeZone),
      );
      const taken = await takenOn(
        spaceId,
        days.map(({ date }) => date),
      );
      // What the wall shows is a value, read anew each time; the rest are the very objects of the time before.
      const key = JSON.stringify([spaceId, request, space.timeZone, space.hours]);
      return grids.of(key, [letting, ...taken], () => ({
        days: days.map(({ date, weekday }) => ({ date, open: openOn(space.hours, weekday).flat() })),
        rooms: [...letting.rooms.values()]
          .filter((room) => fits(room, request))
          .map((room) => ({
            roomId: room.roomId,
            busy: days.map((day, at) => busyOf(letting, room, day, taken[at] ?? NOTHING).flat()),
          })),
      }));
    },

    /** How full the rooms of a space are on a date, in basis points of their open minutes. */
    async occupancy(space: Space, letting: Letting, date: string): Promise<number> {
      const [taken = NOTHING] = await takenOn(space.id, [date]);
      const day = localDay(date, space.timeZone);
      const open = openOn(space.hours, day.weekday);
      const single = [...letting.rooms.values()].filter(
        ({ parts, withdrawn }) => parts.length === 0 && !withdrawn,
      );
      const shares = single.map((room) => occupancyOf(open, busyOf(letting, room, day, taken)));
      return shares.length === 0 ? 0 : Math.round(shares.reduce((sum, one) => sum + one, 0) / shares.length);
    },
  };
}
