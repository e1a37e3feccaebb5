import type { Booking, Occurrence } from '#contract/bookings';
import type { Room, RoomId } from '#contract/rooms';
import type { Space } from '#contract/spaces';
import { type CalendarEntry, uidOf } from '#platform/ical';
import type { Language } from '#values/locale';
import { writingOf } from '#values/writing';

interface Shown {
  space: Space;
  rooms: ReadonlyMap<RoomId, Room>;
  /** When the feed is read. */
  now: Date;
}

const GONE: readonly Occurrence['state'][] = ['cancelled', 'no-show'];

/** What a calendar shows of a booking: each of its dates that holds a room. A hidden title stays hidden. */
export function entriesOf(booking: Booking, { space, rooms, now }: Shown): CalendarEntry[] {
  if (booking.state !== 'confirmed' && booking.state !== 'requested') return [];
  const language: Language = space.languages[0] ?? 'en';
  const writing = writingOf(language, space.timeZone);
  const state = booking.state === 'confirmed' ? ('confirmed' as const) : ('tentative' as const);
  return booking.occurrences
    .filter((one) => !GONE.includes(one.state))
    .map(({ occurrenceId, roomId, startsAt, endsAt }) => {
      const room = rooms.get(roomId)?.labels[language] ?? roomId;
      const span = { from: new Date(startsAt), to: new Date(endsAt) };
      return {
        uid: uidOf(occurrenceId),
        sequence: booking.revision,
        stamp: now,
        span,
        title: booking.titleHidden || booking.title === undefined ? room : `${room}: ${booking.title}`,
        // The wall of the space and the name of its time zone, whatever the reader's calendar makes of the instants.
        note: writing.span(span),
        place: `${room}, ${space.name}`,
        state,
      };
    });
}
