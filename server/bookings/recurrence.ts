import type { SeriesRequest } from '#contract/quotes';
import { DAY } from '#values/clock';

const midnight = (date: string) => new Date(`${date}T00:00:00Z`);
const dateText = (day: Date) => day.toISOString().slice(0, 10);
const daysAfter = (day: Date, days: number) => new Date(day.getTime() + days * DAY);

/** Which of its weekday in its month a date is, from 0. */
const weekOfMonth = (day: Date) => Math.floor((day.getUTCDate() - 1) / 7);

/** The same weekday of the same week so many months later; a fifth that a month does not have is left out. */
function monthsAfter(first: Date, months: number): Date | undefined {
  const begin = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1));
  const ahead = (first.getUTCDay() - begin.getUTCDay() + 7) % 7;
  const day = daysAfter(begin, ahead + 7 * weekOfMonth(first));
  return day.getUTCMonth() === begin.getUTCMonth() ? day : undefined;
}

/** The dates of a series on the calendar of the space: no clock change moves them. */
export function datesOfSeries({
  date,
  every,
  times,
}: Pick<SeriesRequest, 'date' | 'every' | 'times'>): string[] {
  const first = midnight(date);
  const steps = Array.from({ length: times }, (_, step) => step * every.count);
  const days = { day: 1, week: 7 } as const;
  const dayOf = (step: number) =>
    every.unit === 'month' ? monthsAfter(first, step) : daysAfter(first, step * days[every.unit]);
  return steps.flatMap((step) => {
    const day = dayOf(step);
    return day ? [dateText(day)] : [];
  });
}
