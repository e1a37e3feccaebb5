import { later, MINUTE } from '#values/clock';
import { instantsAt, type MinuteOfDay, wallTime } from '#values/local-time';

/** So long before lunch a house proposes its tables by itself. */
const PROPOSED_BEFORE = 30;
/** So long it takes at least to be asked and to come. */
const LEAST_NOTICE = 20;
/** So long before lunch it is settled who sits where. */
const SETTLED_BEFORE = 10;
const QUARTER = 15;

/** When a lunch begins, and until when those who are asked may answer. */
export interface LunchTime {
  beginsAt: Date;
  answersUntil: Date;
}

/**
 * The lunch that somebody who is asked now can still come to: the house's own time, or the first quarter of an hour
 * that leaves twenty minutes where that is too soon, has passed, or was never set.
 */
export function nextLunch(now: Date, timeZone: string, lunchAt: MinuteOfDay | undefined): LunchTime {
  const { date, minute } = wallTime(now, timeZone);
  const own = lunchAt === undefined ? undefined : instantsAt(date, lunchAt, timeZone)[0];
  const soonest = Math.ceil((minute + LEAST_NOTICE) / QUARTER) * QUARTER - minute;
  const startOfMinute = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
  const quarter = later(startOfMinute, soonest * MINUTE);
  const beginsAt = own && own >= later(now, LEAST_NOTICE * MINUTE) ? own : quarter;
  return { beginsAt, answersUntil: later(beginsAt, -SETTLED_BEFORE * MINUTE) };
}

/** Is it the half hour before the house's lunch, in which tables are proposed without anybody's asking? */
export function isBeforeLunch(now: Date, timeZone: string, lunchAt: MinuteOfDay | undefined): boolean {
  if (lunchAt === undefined) return false;
  const { minute } = wallTime(now, timeZone);
  return lunchAt - PROPOSED_BEFORE <= minute && minute < lunchAt;
}
