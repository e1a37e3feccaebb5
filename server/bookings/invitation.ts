import type { Room, RoomId } from '#contract/rooms';
import type { Space } from '#contract/spaces';
import { type CalendarEntry, calendarText, uidOf } from '#platform/ical';
import type { MailFile } from '#platform/mailer';
import { bookerOf } from './billing.ts';
import type { BookingOf, OccurrenceOf } from './booking.ts';

interface Inviting {
  space: Space;
  rooms: ReadonlyMap<RoomId, Room>;
  organizer: { name: string; address: string };
  now: Date;
}

/** What a mail carries for calendars: in itself for one date, as files for several. */
interface Invitation {
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
  attachments?: readonly MailFile[];
}

const clockText = (minute: number) =>
  [minute / 60, minute % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join('');

function entryOf(booking: BookingOf, one: OccurrenceOf, inviting: Inviting): CalendarEntry {
  const { billing, language = 'en', revision: sequence, state, title } = booking;
  const { occurrenceId, roomId, from, to } = one;
  const { space, rooms, organizer, now: stamp } = inviting;
  const room = rooms.get(roomId)?.labels[language] ?? roomId;
  return {
    uid: uidOf(occurrenceId),
    sequence,
    stamp,
    span: { from, to },
    title: title ?? room,
    place: `${room}, ${space.name}`,
    state: state === 'confirmed' && one.state !== 'cancelled' ? 'confirmed' : 'cancelled',
    organizer,
    ...(billing ? { attendee: { name: bookerOf(billing), address: billing.email } } : {}),
  };
}

/**
 * The invitation to some dates of a booking, or their withdrawal. A message asks for one UID (RFC 5546), and calendars
 * hold to it: of several they take the first. So one date is an invitation that the mail itself is, and each of several
 * is a file of its own, with the UID that the date has in the feeds.
 */
export function invitationOf(
  booking: BookingOf,
  subject: readonly OccurrenceOf[],
  inviting: Inviting,
): Invitation {
  const { name, timeZone } = inviting.space;
  const messages = subject.map((one) => {
    const entry = entryOf(booking, one, inviting);
    const method = entry.state === 'cancelled' ? ('CANCEL' as const) : ('REQUEST' as const);
    return { one, method, text: calendarText({ name, timeZone, method, entries: [entry] }) };
  });
  const [first, ...others] = messages;
  if (!first) return {};
  if (others.length === 0) return { calendar: { method: first.method, text: first.text } };
  const attachments = messages.map(({ one, method, text }): MailFile => {
    const { date, wall, roomId } = one;
    const mediaType = `text/calendar; charset=utf-8; method=${method}`;
    return { name: `${date}-${clockText(wall[0])}-${roomId}.ics`, mediaType, bytes: Buffer.from(text) };
  });
  return { attachments };
}
