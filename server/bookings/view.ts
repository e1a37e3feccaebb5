import { type AskedChange, awaitedBy, type BookingOf, type OccurrenceOf } from './booking.ts';
import type { Booking, Occurrence } from './contract.ts';

const occurrenceView = ({ wall: [from, to], ...one }: OccurrenceOf): Occurrence => ({
  occurrenceId: one.occurrenceId,
  roomId: one.roomId,
  date: one.date,
  from,
  to,
  startsAt: one.from.toISOString(),
  endsAt: one.to.toISOString(),
  state: one.state,
});

const askedView = (change: AskedChange): Booking['asked'] => ({
  askId: change.askId,
  occurrences: change.occurrences.map(occurrenceView),
  people: change.wish.people,
  gross: change.price.gross,
  awaits: [...awaitedBy(change)],
  until: change.until.toISOString(),
});

/** A booking as whoever holds its link, and the hosts, see it. */
export function viewOf({
  _id,
  wish,
  occurrences,
  until,
  title,
  billing,
  papers,
  ...booking
}: BookingOf): Booking {
  const isWaiting = booking.state === 'held' || booking.state === 'requested';
  return {
    bookingId: _id,
    spaceId: booking.spaceId,
    state: booking.state,
    revision: booking.revision,
    occurrences: occurrences.map(occurrenceView),
    people: wish.people,
    layout: wish.layout,
    options: wish.options,
    price: booking.price,
    ...(until && isWaiting ? { until: until.toISOString() } : {}),
    ...(booking.awaits && booking.state === 'requested' ? { awaits: [...booking.awaits] } : {}),
    ...(booking.askId && booking.state === 'requested' ? { askId: booking.askId } : {}),
    ...(booking.asked && booking.state === 'confirmed' ? { asked: askedView(booking.asked) } : {}),
    ...(title === undefined ? {} : { title }),
    titleHidden: booking.titleHidden,
    ...(billing ? { billing } : {}),
    papers: papers.map(({ number }) => number),
  };
}
