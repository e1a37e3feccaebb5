import { DAY, MINUTE } from '#values/clock';
import { beginningOfDay, instantsAt } from '#values/local-time';
import type { Span } from '#values/span';
import type { Stretch } from '#values/stretch';

const QUARTER = 15;
const WHOLE_DAY = 1440;

/** A day of a space's calendar: the span that it is, and 1 = Monday … 7 = Sunday. */
export interface LocalDay extends Span {
  readonly date: string;
  readonly weekday: number;
  /** On a day with a clock change, the instants of every quarter-hour that the wall shows, by its number. */
  readonly quarters?: readonly (readonly Date[])[];
}

/** The date `days` after another, on the calendar. */
export function dateAfter(date: string, days: number): string {
  return new Date(new Date(`${date}T00:00:00Z`).getTime() + days * DAY).toISOString().slice(0, 10);
}

function beginningOf(date: string, timeZone: string): Date {
  const [noon] = instantsAt(date, WHOLE_DAY / 2, timeZone);
  // No clock on earth is changed at noon.
  if (!noon) throw new RangeError(`${date} has no noon in ${timeZone}`);
  return beginningOfDay(noon, timeZone);
}

/** Days that were worked out before; some twenty readings of the wall's clock go into each. */
const known = new Map<string, LocalDay>();
const DAYS_KEPT = 5_000;

/** A date as the span that it is in a time zone. @throws RangeError for a date that is none. */
export function localDay(date: string, timeZone: string): LocalDay {
  const key = `${date} ${timeZone}`;
  const day = known.get(key) ?? workedOut(date, timeZone);
  if (known.size >= DAYS_KEPT) known.clear();
  known.set(key, day);
  return day;
}

function workedOut(date: string, timeZone: string): LocalDay {
  const from = beginningOf(date, timeZone);
  const to = beginningOf(dateAfter(date, 1), timeZone);
  const day = { date, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7, from, to };
  if (to.getTime() - from.getTime() === DAY) return day;
  const quarters = Array.from({ length: WHOLE_DAY / QUARTER }, (_, at) =>
    instantsAt(date, at * QUARTER, timeZone),
  );
  return { ...day, quarters };
}

/** The wall's quarter-hours of a day that a span touches; an hour that comes twice is taken when either is. */
export function stretchesOf({ from, to, quarters }: LocalDay, span: Span): Stretch[] {
  if (!quarters) {
    const start = Math.max(0, (span.from.getTime() - from.getTime()) / MINUTE);
    const end = Math.min(WHOLE_DAY, (span.to.getTime() - from.getTime()) / MINUTE);
    return start < end ? [[start, end]] : [];
  }
  if (span.to <= from || to <= span.from) return [];
  const isTouched = (start: Date) =>
    start < span.to && span.from.getTime() < start.getTime() + QUARTER * MINUTE;
  return quarters.flatMap((starts, at): Stretch[] =>
    starts.some(isTouched) ? [[at * QUARTER, (at + 1) * QUARTER]] : [],
  );
}
