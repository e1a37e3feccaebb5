import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Span } from '#values/span';

/** Something that a calendar shows. */
export interface CalendarEntry {
  /** The same for one thing through all its changes. */
  uid: string;
  /** Grows with each change, so that a calendar never takes older news for newer. */
  sequence: number;
  /** When this was written. */
  stamp: Date;
  span: Span;
  title: string;
  note?: string;
  place?: string;
  url?: string;
  state: 'tentative' | 'confirmed' | 'cancelled';
  /** Who invites whom, where this is an invitation. */
  organizer?: { name: string; address: string };
  attendee?: { name: string; address: string };
}

/** The UID of one thing, whichever mail or feed tells of it. */
export const uidOf = (id: string): string => `${id}@common-table`;

/** What a calendar is to do with it: show it, take it in as an invitation or its change, or take it out. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

interface CalendarText {
  name: string;
  /** The wall by which a calendar with settings of its own may show it. */
  timeZone: string;
  method: CalendarMethod;
  entries: readonly CalendarEntry[];
}

const STATES = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<CalendarEntry['state'], ICalEventStatus>;

const MAIL_LESS = /[\p{Cc}"]/gu;

const named = ({ name, address }: { name: string; address: string }) => ({
  name: name.replace(MAIL_LESS, ' '),
  email: address,
});

/**
 * An iCalendar text (RFC 5545). Instants are written in UTC: every calendar knows what they are, whichever rules of
 * clock changes it ships with, and none has to trust a table of ours.
 */
export function calendarText({ name, timeZone, method, entries }: CalendarText): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod[method],
    prodId: { company: 'Common Table', product: 'rooms', language: 'EN' },
  });
  calendar.x('X-WR-TIMEZONE', timeZone);
  for (const entry of entries) {
    const { uid, sequence, stamp, span, title, note, place, url, state, organizer, attendee } = entry;
    calendar.createEvent({
      id: uid,
      sequence,
      stamp,
      start: span.from,
      end: span.to,
      summary: title,
      status: STATES[state],
      ...(note === undefined ? {} : { description: note }),
      ...(place === undefined ? {} : { location: place }),
      ...(url === undefined ? {} : { url }),
      ...(organizer ? { organizer: named(organizer) } : {}),
      ...(attendee ? { attendees: [{ ...named(attendee), rsvp: false }] } : {}),
    });
  }
  return calendar.toString();
}
