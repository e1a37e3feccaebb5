import { DAY, later, MINUTE } from '#values/clock';
import { instantsAt } from '#values/local-time';
import {
  type BookingOf,
  type Duty,
  hasRunOut,
  type OccurrenceOf,
  type Reminder,
  withoutAsked,
} from './booking.ts';
import type { OccurrenceState } from './contract.ts';
import { BUDGET, mail, withDuties } from './duties.ts';

const IS_COMING: readonly OccurrenceState[] = ['planned', 'checked-in'];

/**
 * When a booker is reminded: as many days before, when the wall shows the hour of the start. A week with a clock change
 * in it has an hour more or less, and people live by the wall. Where that day's wall never shows the hour, it is so
 * long before as days mostly are.
 */
export function remindersBefore(
  { date, wall: [minute], fold, from }: Pick<OccurrenceOf, 'date' | 'wall' | 'fold' | 'from'>,
  timeZone: string,
): OccurrenceOf['reminds'] {
  const before = (days: number) => {
    const day = later(new Date(`${date}T00:00:00Z`), -days * DAY)
      .toISOString()
      .slice(0, 10);
    const shown = instantsAt(day, minute, timeZone);
    return (fold === 'later' ? shown.at(-1) : shown[0]) ?? later(from, -days * DAY);
  };
  return { 'booking-in-a-week': before(7), 'booking-in-two-days': before(2) };
}

const remindersOf = ({ from, reminds, reminded, noShow }: OccurrenceOf): { what: Reminder; at: Date }[] => {
  const before = [
    { what: 'booking-in-a-week' as const, at: reminds['booking-in-a-week'] },
    { what: 'booking-in-two-days' as const, at: reminds['booking-in-two-days'] },
  ];
  const warning = noShow
    ? [{ what: 'booking-no-show' as const, at: later(from, noShow.warnMinutes * MINUTE) }]
    : [];
  return [...before, ...warning].filter(({ what }) => !reminded.includes(what));
};

function momentsOf(occurrence: OccurrenceOf): Date[] {
  if (!IS_COMING.includes(occurrence.state)) return [];
  const { from, to, noShow, state } = occurrence;
  if (state === 'checked-in') return [to];
  const release = noShow ? [later(from, noShow.releaseMinutes * MINUTE)] : [];
  return [...remindersOf(occurrence).map(({ at }) => at), ...release, to];
}

/** When the clock has to look at a booking next: at once where something is still to be done. */
export function nextMoment({
  state,
  until,
  occurrences,
  duties,
  madeAt,
  asked,
}: Omit<BookingOf, 'next'>): Date | undefined {
  if (duties.length > 0) return madeAt;
  if (state === 'held' || state === 'requested') return until;
  if (state !== 'confirmed') return undefined;
  const moments = [...occurrences.flatMap(momentsOf), ...(asked ? [asked.until] : [])];
  return moments.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Marks as done the reminders whose time was over before there was anything to remind of. */
export function withoutLateReminders(occurrence: OccurrenceOf, now: Date): OccurrenceOf {
  const late = remindersOf(occurrence).filter(({ at }) => at <= now);
  return { ...occurrence, reminded: [...occurrence.reminded, ...late.map(({ what }) => what)] };
}

/** An occurrence that has just been agreed to. Whoever is here takes it at once: no door waits for them to come. */
export function asAgreed(occurrence: OccurrenceOf, rate: BookingOf['rate'], now: Date): OccurrenceOf {
  const planned = withoutLateReminders(occurrence, now);
  return rate === 'together' ? { ...planned, state: 'checked-in' } : planned;
}

/** What time alone makes of an occurrence of a confirmed booking. */
function grown(occurrence: OccurrenceOf, now: Date): OccurrenceOf {
  const { state, from, to, noShow } = occurrence;
  if (state === 'planned' && noShow && later(from, noShow.releaseMinutes * MINUTE) <= now)
    return { ...occurrence, state: 'no-show' };
  if (IS_COMING.includes(state) && to <= now) return { ...occurrence, state: 'used' };
  const due = remindersOf(occurrence).filter(({ at }) => at <= now);
  if (state !== 'planned' || due.length === 0) return occurrence;
  return { ...occurrence, reminded: [...occurrence.reminded, ...due.map(({ what }) => what)] };
}

/** A booking that has run out; what was taken of a budget while it was being confirmed goes back. */
function lapsed(booking: BookingOf): BookingOf {
  const duty: Duty = { kind: 'budget', cause: `booking:${booking._id}:lapsed:budget` };
  return { ...booking, state: 'lapsed', duties: [...booking.duties, duty] };
}

/** A change that came to nothing, by a no or by silence: the booking stays as it is, and its booker is told. */
export function unchanged(booking: BookingOf): BookingOf {
  const { askId } = booking.asked ?? booking;
  return withDuties({ ...withoutAsked(booking), ...(askId ? { askId } : {}) }, [
    BUDGET,
    mail('booking-change-declined'),
  ]);
}

/** What time alone makes of a booking, and of what it makes the house write; the same booking where it makes nothing. */
export function aged(booking: BookingOf, now: Date): BookingOf {
  if (hasRunOut(booking, now)) return lapsed(booking);
  if (booking.state !== 'confirmed') return booking;
  if (booking.asked && booking.asked.until <= now) return unchanged(booking);
  const occurrences = booking.occurrences.map((one) => grown(one, now));
  if (occurrences.every((one, at) => one === booking.occurrences[at])) return booking;
  const duties = occurrences.flatMap(({ occurrenceId, reminded, from }, at): Duty[] =>
    reminded
      .filter((notice) => !booking.occurrences[at]?.reminded.includes(notice))
      .map((notice) => ({
        kind: 'mail',
        notice,
        occurrenceId,
        // The start is part of the cause: what was moved is reminded of anew.
        cause: `${booking._id}:${occurrenceId}:${notice}:${from.toISOString()}`,
      })),
  );
  return { ...booking, occurrences, duties: [...booking.duties, ...duties] };
}
