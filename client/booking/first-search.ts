import { DAY, later } from '#values/clock';
import { wallTime } from '#values/local-time';
import type { Letting } from './find-step.tsx';
import { layoutsFor, QUARTER, type Search } from './wish.ts';

/** Two people who look for half an hour stand before a door; its code says which. */
const AT_DOOR = /^#room=(.+)$/;
const HALF_HOUR = 30;

const nothingYet = { layout: undefined, equipment: [], options: {} } as const;

/** A room now, as the code beside its door asks for it; otherwise tomorrow morning for eight, as an example. */
export function firstSearch({ place, rooms }: Letting, now: Date, hash: string): Search {
  const wanted = AT_DOOR.exec(hash)?.[1];
  const room = rooms.find(({ roomId }) => roomId === wanted);
  if (!room) {
    const { date } = wallTime(later(now, DAY), place.timeZone);
    return { ...nothingYet, date, people: 8, from: 9 * 60, to: 12 * 60, roomId: undefined };
  }
  const { date, minute } = wallTime(now, place.timeZone);
  const from = Math.ceil(minute / QUARTER) * QUARTER;
  return {
    ...nothingYet,
    date,
    people: 2,
    layout: layoutsFor(room, 2)[0],
    from,
    to: from + HALF_HOUR,
    roomId: room.roomId,
  };
}
