import { DAY, later } from '#values/clock';
import { wallTime } from '#values/local-time';
import type { Letting } from './find-step.tsx';
import { layoutsFor, QUARTER, type Search } from './wish.ts';

/** Whoever stands before a door looks for two; its code says which room, and what of it was offered. */
const AT_DOOR = /^#room=([^&]+)(?:&date=([\d-]{10})&from=(\d+)&to=(\d+))?$/;
const HALF_HOUR = 30;

const nothingYet = { layout: undefined, equipment: [], options: {} } as const;

/** A room now, as the code beside its door asks for it; otherwise tomorrow morning for eight, as an example. */
export function firstSearch({ place, rooms }: Letting, now: Date, hash: string): Search {
  const [, wanted, offered, from, to] = AT_DOOR.exec(hash) ?? [];
  const room = rooms.find(({ roomId }) => roomId === wanted);
  if (!room) {
    const { date } = wallTime(later(now, DAY), place.timeZone);
    return { ...nothingYet, date, people: 8, from: 9 * 60, to: 12 * 60, roomId: undefined };
  }
  const atDoor = { ...nothingYet, people: 2, layout: layoutsFor(room, 2)[0], roomId: room.roomId };
  const { date, minute } = wallTime(now, place.timeZone);
  // A code that was kept until its time is over asks for the next half hour.
  if (offered === date && Number(to) > minute) return { ...atDoor, date, from: Number(from), to: Number(to) };
  const next = Math.ceil(minute / QUARTER) * QUARTER;
  return { ...atDoor, date, from: next, to: next + HALF_HOUR };
}
