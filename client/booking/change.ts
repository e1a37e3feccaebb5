import type { Booking, ChangeRequest, Occurrence, Part } from '#contract/bookings';
import type { Room } from '#contract/rooms';
import type { Search } from './wish.ts';

/** One date of a booking as a search, to be changed like one. */
export function searchOf(
  { people, layout, options }: Booking,
  { roomId, date, from, to }: Occurrence,
): Search {
  return {
    date,
    people,
    layout,
    equipment: [],
    from,
    to,
    roomId,
    options: Object.fromEntries(options.map(({ code, quantity }) => [code, quantity])),
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What has to be asked for so that a booking becomes what is wanted; `undefined` when it is that already. */
export function changeOf(
  booking: Booking,
  wanted: Search,
  { occurrenceId, scope, room }: Part & { readonly room: Room },
): ChangeRequest | undefined {
  const named = booking.occurrences.find((one) => one.occurrenceId === occurrenceId);
  if (!named) return undefined;
  const { date, from, to, people, layout } = wanted;
  const { roomId } = room;
  const isMoved = !isSame([named.roomId, named.date, named.from, named.to], [roomId, date, from, to]);
  const options = room.tariff.options.flatMap(({ code }) => {
    const quantity = wanted.options[code] ?? 0;
    return quantity > 0 ? [{ code, quantity }] : [];
  });
  const sorted = (list: Booking['options']) => list.toSorted((a, b) => a.code.localeCompare(b.code));
  const change: ChangeRequest = {
    ...(isMoved && { move: { occurrenceId, scope, roomId, date, from, to } }),
    ...(people !== booking.people && { people }),
    ...(layout && layout !== booking.layout && { layout }),
    ...(!isSame(sorted(options), sorted(booking.options)) && { options }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

/** The dates of a booking that are still to come, in their order. */
export function plannedOf({ occurrences }: Booking): Occurrence[] {
  return occurrences
    .filter(({ state }) => state === 'planned')
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
}
