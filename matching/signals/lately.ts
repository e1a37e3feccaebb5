import { DAY } from '../state/evidence.ts';
import type { Person } from '../state/state.ts';

/** Days that smooth "just now"; more than so many days ago is long ago; a newcomer is taken for somebody of last week. */
const DAYS = { smooth: 0.05, longAgo: 30, newcomer: 7 };

/**
 * How lately somebody helped anybody: `−ln(days since + .05)`, from about 3 for an hour ago to −3.4 for a month or more.
 * Who is in the habit of helping goes on helping; who never helped is given the benefit of the doubt.
 */
export function lately({ lastHelped }: Person, at: number): number {
  const days = lastHelped === undefined ? DAYS.newcomer : Math.max(0, at - lastHelped) / DAY;
  return -Math.log(DAYS.smooth + Math.min(DAYS.longAgo, days));
}
