import {
  type BookingWish,
  type OccurrenceWish,
  occurrenceId,
  type SeriesDate,
  type SeriesRequest,
} from '#contract/quotes';
import type { Room } from '#contract/rooms';

/** How often the same again is booked. */
export const RHYTHMS = {
  daily: { unit: 'day', count: 1 },
  weekly: { unit: 'week', count: 1 },
  fortnightly: { unit: 'week', count: 2 },
  monthly: { unit: 'month', count: 1 },
} as const satisfies Record<string, SeriesRequest['every']>;
export type Rhythm = keyof typeof RHYTHMS;

/** What becomes of a date on which the room is taken. */
export type Way = 'skip' | 'room' | 'time';

/** The same again, so many times in all; by date, what was chosen where the room is taken. */
export interface Series {
  readonly rhythm: Rhythm;
  readonly times: number;
  readonly ways: Readonly<Record<string, Way>>;
}

/** Asks how each date of a series stands that begins with a wish for one. */
export function seriesRequestOf(
  { spaceId, people, layout, occurrences: [first] }: BookingWish,
  { rhythm, times }: Series,
): SeriesRequest | undefined {
  return first && { ...first, spaceId, people, layout, every: RHYTHMS[rhythm], times };
}

type Taken = Extract<SeriesDate, { state: 'taken' }>;

/** The other room that is free on a taken date, where it can be had as it is wanted. */
export function otherRoomOf(
  { anotherRoom }: Taken,
  { people, layout, options }: BookingWish,
  rooms: readonly Room[],
): Room | undefined {
  const room = rooms.find(({ roomId }) => roomId === anotherRoom);
  const holds = (room?.capacity[layout] ?? 0) >= people;
  const serves = options.every(({ code }) => room?.tariff.options.some((option) => option.code === code));
  return holds && serves ? room : undefined;
}

/** When the room itself is free next, as long as it was wanted. */
export function otherTimeOf({ nextDate, nextFrom, nextTo }: Taken) {
  if (nextDate === undefined || nextFrom === undefined || nextTo === undefined) return undefined;
  return { date: nextDate, from: nextFrom, to: nextTo };
}

/** The ways out of a taken date, the best first; leaving it out is always one. */
export function waysOf(date: Taken, wish: BookingWish, rooms: readonly Room[]): Way[] {
  return [
    ...(otherRoomOf(date, wish, rooms) ? (['room'] as const) : []),
    ...(otherTimeOf(date) ? (['time'] as const) : []),
    'skip',
  ];
}

/** A wish for all dates of a series that can be had, in the ways that were chosen; `undefined` for none. */
export function wishOfSeries(
  wish: BookingWish,
  dates: readonly SeriesDate[],
  { ways, rooms }: Pick<Series, 'ways'> & { readonly rooms: readonly Room[] },
): BookingWish | undefined {
  const [first] = wish.occurrences;
  if (!first) return undefined;
  const occurrences = dates.flatMap((one, at): OccurrenceWish[] => {
    const { date } = one;
    const same = { ...first, date, occurrenceId: occurrenceId.parse(`${first.occurrenceId}-${at}`) };
    if (one.state === 'free') return [same];
    if (one.state === 'refused') return [];
    const room = ways[date] === 'room' ? otherRoomOf(one, wish, rooms) : undefined;
    const time = ways[date] === 'time' ? otherTimeOf(one) : undefined;
    return room || time ? [{ ...same, ...(room && { roomId: room.roomId }), ...time }] : [];
  });
  return occurrences.length > 0 ? { ...wish, occurrences } : undefined;
}
