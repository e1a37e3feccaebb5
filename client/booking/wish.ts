import type { Availability } from '#contract/calendar';
import { type BookingWish, occurrenceId } from '#contract/quotes';
import type { Equipment, Layout, OptionCode, Place, Room, RoomId } from '#contract/rooms';
import type { QuarterState, RoomDay, Selection } from './quarter-selection.ts';

/** Minutes of a quarter-hour. */
export const QUARTER = 15;

/** What somebody looks for, step by step. Minutes are the wall's. */
export interface Search {
  readonly date: string;
  readonly people: number;
  readonly layout: Layout | undefined;
  readonly equipment: readonly Equipment[];
  readonly from: number;
  readonly to: number;
  readonly roomId: RoomId | undefined;
  readonly options: Readonly<Partial<Record<OptionCode, number>>>;
}

/** The search as the server prices it; nothing until a room is chosen that holds so many. */
export function wishOf(
  { place, rooms }: { readonly place: Place; readonly rooms: readonly Room[] },
  search: Search,
  id: string,
): BookingWish | undefined {
  const room = rooms.find(({ roomId }) => roomId === search.roomId);
  const layout = room && (search.layout ?? layoutsFor(room, search.people)[0]);
  if (!room || !layout) return undefined;
  const { date, from, to, people } = search;
  return {
    spaceId: place.spaceId,
    occurrences: [{ occurrenceId: occurrenceId.parse(id), roomId: room.roomId, date, from, to }],
    people,
    layout,
    options: room.tariff.options.flatMap(({ code }) => {
      const quantity = search.options[code] ?? 0;
      return quantity > 0 ? [{ code, quantity }] : [];
    }),
  };
}

/** Two by two: from, to, from, to, … as the contract writes stretches. */
function isWithin(stretches: readonly number[], minute: number): boolean {
  for (let at = 0; at < stretches.length; at += 2) {
    const [from = 0, to = 0] = stretches.slice(at, at + 2);
    if (from <= minute && minute < to) return true;
  }
  return false;
}

/** The first and last minute that any day of an availability is open; a closed day shows office hours, all closed. */
export function openingOf({ days }: Availability): { first: number; last: number } {
  const minutes = days.flatMap(({ open }) => open);
  if (minutes.length === 0) return { first: 9 * 60, last: 18 * 60 };
  return { first: Math.min(...minutes), last: Math.max(...minutes) };
}

/** What a quarter is, seen from now: `nowMinute` is the wall's on that day, 0 on a later one. */
function stateOf(
  minute: number,
  open: readonly number[],
  busy: readonly number[],
  nowMinute: number,
): QuarterState {
  if (minute < nowMinute) return 'past';
  if (!isWithin(open, minute)) return 'closed';
  return isWithin(busy, minute) ? 'busy' : 'free';
}

/** The first day of an availability as rows of quarters, in the order of the rooms given. */
export function rowsOf(
  { days, rooms }: Availability,
  names: ReadonlyMap<string, string>,
  nowMinute: number,
): RoomDay[] {
  const [day] = days;
  if (!day) return [];
  const { first, last } = openingOf({ days, rooms });
  const minutes = Array.from({ length: (last - first) / QUARTER }, (_, at) => first + at * QUARTER);
  return rooms.map(({ roomId, busy }) => ({
    roomId,
    name: names.get(roomId) ?? roomId,
    quarters: minutes.map((minute) => stateOf(minute, day.open, busy[0] ?? [], nowMinute)),
  }));
}

/** The search as the grid shows it. */
export function selectionOf({ roomId, from, to }: Search, first: number): Selection | undefined {
  return roomId && { roomId, from: (from - first) / QUARTER, to: (to - first) / QUARTER };
}

/** How a room stands for the whole of the time that is searched. What is closed or over nobody can wait for. */
export function standingOf(
  { quarters }: RoomDay,
  { from, to }: Pick<Search, 'from' | 'to'>,
  first: number,
): 'free' | 'busy' | 'closed' {
  const wanted = quarters.slice(Math.max(0, (from - first) / QUARTER), (to - first) / QUARTER);
  const isOpen = from >= first && wanted.length === (to - from) / QUARTER;
  if (!isOpen || wanted.some((state) => state === 'closed' || state === 'past')) return 'closed';
  return wanted.every((state) => state === 'free') ? 'free' : 'busy';
}

/** The layouts in which a room holds so many, the tightest first. */
export function layoutsFor({ capacity }: Room, people: number): Layout[] {
  return Object.entries(capacity)
    .filter(([, holds]) => holds >= people)
    .sort(([, a], [, b]) => a - b)
    .flatMap(([name]) => (isLayout(name) ? [name] : []));
}

export const LAYOUTS: readonly Layout[] = ['theatre', 'classroom', 'boardroom', 'u-shape', 'lounge'];

function isLayout(name: string): name is Layout {
  return LAYOUTS.some((layout) => layout === name);
}
