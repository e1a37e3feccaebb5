import { DAY, HOUR, later, MINUTE } from './clock.ts';

/** Minutes after local midnight, 0…1440. */
export type MinuteOfDay = number;

/** One opening span of a weekday (1 = Monday … 7 = Sunday), half-open: [opens, closes). */
export interface OpeningSpan {
  readonly weekday: number;
  readonly opens: MinuteOfDay;
  readonly closes: MinuteOfDay;
}

/** What a clock on the wall of the space shows. */
export interface WallTime {
  /** `2026-11-24` */
  readonly date: string;
  readonly weekday: number;
  readonly minute: MinuteOfDay;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // The Gregorian calendar and Latin digits whatever the machine's own locale is.
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** The wall time of an instant in a space's IANA time zone. @throws RangeError for an unknown zone. */
export function wallTime(instant: Date, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return { date, weekday, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

/**
 * The instants at which the wall of a space shows this date and minute, in order: none in the gap of a clock change,
 * two where an hour comes twice, else one. Minute 1440 is the midnight that ends the day.
 * @throws RangeError for an unknown zone or a date that is none.
 */
export function instantsAt(date: string, minute: MinuteOfDay, timeZone: string): Date[] {
  const shown = new Date(`${date}T00:00:00Z`).getTime() + minute * MINUTE;
  if (Number.isNaN(shown)) throw new RangeError(`date ${date}`);
  const wallAt = (instant: number) => {
    const wall = wallTime(new Date(instant), timeZone);
    return new Date(`${wall.date}T00:00:00Z`).getTime() + wall.minute * MINUTE;
  };
  // Whatever the offset is then, it is the one of the day before or of the day after.
  const offsets = new Set([-DAY, DAY].map((aside) => wallAt(shown + aside) - (shown + aside)));
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((instant) => wallAt(instant) === shown)
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant));
}

/** The instant at which the local day of another begins. */
export function beginningOfDay(instant: Date, timeZone: string): Date {
  return beginningOfDate(wallTime(instant, timeZone).date, timeZone);
}

/** The first instant of a local date: midnight, or later where a clock change swallows it. */
export function beginningOfDate(date: string, timeZone: string): Date {
  for (let minute = 0; minute < 1440; minute += 15) {
    const [first] = instantsAt(date, minute, timeZone);
    if (first) return first;
  }
  throw new RangeError(`${date} has no beginning in ${timeZone}`);
}

/** The first instant of the local date that follows: a day has 23 or 25 hours where a clock change falls on it. */
export function endOfDate(date: string, timeZone: string): Date {
  return beginningOfDay(later(beginningOfDate(date, timeZone), 26 * HOUR), timeZone);
}

/** Is the space open at this instant? */
export function isOpen(hours: readonly OpeningSpan[], timeZone: string, instant: Date): boolean {
  const { weekday, minute } = wallTime(instant, timeZone);
  return hours.some((span) => span.weekday === weekday && span.opens <= minute && minute < span.closes);
}

/**
 * The next wall time at which a closed space opens, as date and minute; `undefined` if it never does.
 * Days are counted on the calendar, so a clock change moves nothing.
 */
export function opensNext(
  hours: readonly OpeningSpan[],
  timeZone: string,
  instant: Date,
): { date: string; minute: MinuteOfDay } | undefined {
  const now = wallTime(instant, timeZone);
  const midnight = new Date(`${now.date}T00:00:00Z`).getTime();
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = new Date(midnight + ahead * DAY);
    const weekday = day.getUTCDay() || 7;
    const opens = hours
      .filter((span) => span.weekday === weekday && (ahead > 0 || span.opens > now.minute))
      .map((span) => span.opens)
      .sort((a, b) => a - b)[0];
    if (opens !== undefined) return { date: day.toISOString().slice(0, 10), minute: opens };
  }
  return undefined;
}

/** `08:30` for 510. */
export function clockFace(minute: MinuteOfDay): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
