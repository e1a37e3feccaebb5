import { type Space, space } from '#contract/spaces';
import plan from './space.json' with { type: 'json' };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

function minuteOf(face: string): number {
  const [hours = 0, minutes = 0] = face.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Tables are proposed at 11:45. */
const LUNCH_AT = minuteOf('12:15');
const POLICY = { perDay: 2, lapseMinutes: 30 };

/**
 * The demonstration space. It is open day and night, so that whoever tries it at eleven in the evening is let in;
 * `withHours` gives it the hours of a real one.
 */
export function sampleSpace({ withHours = false } = {}): Space {
  const hours = withHours
    ? plan.hours.map(({ weekday, opens, closes }) => ({
        weekday,
        opens: minuteOf(opens),
        closes: minuteOf(closes),
      }))
    : WEEKDAYS.map((weekday) => ({ weekday, opens: 0, closes: 24 * 60 }));
  return space.parse({ ...plan, hours, introductions: POLICY, lunchAt: LUNCH_AT });
}
