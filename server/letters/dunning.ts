import { DAY } from '#values/clock';

/** How many days after its due date an invoice is reminded of: at once, and twice more. */
const DAYS_AFTER = [1, 14, 30] as const;

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`).getTime() / DAY;

/**
 * Which reminder an unpaid invoice has come to: 1, 2 or 3, or `undefined` before the first. Whoever has missed one
 * is not sent two at a time. Dates are those on the wall of the space, so no clock change moves a reminder.
 */
export function reminderFor(due: string, today: string): number | undefined {
  const late = dayOf(today) - dayOf(due);
  const step = DAYS_AFTER.filter((days) => late >= days).length;
  return step === 0 ? undefined : step;
}
