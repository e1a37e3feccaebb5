import assert from 'node:assert/strict';
import { DAY, HOUR } from '#values/clock';
import { instantsAt, wallTime } from '#values/local-time';
import { remindersBefore } from '../../../server/bookings/aging.ts';

/** A start, and by how many hours the two reminders come before it. */
const cases = [
  {
    timeZone: 'Europe/Amsterdam',
    date: '2026-03-28',
    hours: [168, 48],
    because: 'the day before summer time',
  },
  { timeZone: 'Europe/Amsterdam', date: '2026-03-29', hours: [167, 47], because: 'the day of 23 hours' },
  { timeZone: 'Europe/Amsterdam', date: '2026-03-31', hours: [167, 48], because: 'two days after it' },
  { timeZone: 'Europe/Amsterdam', date: '2026-04-05', hours: [168, 48], because: 'a week after it' },
  { timeZone: 'Europe/Amsterdam', date: '2026-10-25', hours: [169, 49], because: 'the day of 25 hours' },
  { timeZone: 'Europe/Amsterdam', date: '2026-10-26', hours: [169, 49], because: 'the day after it' },
  { timeZone: 'Africa/Cairo', date: '2026-04-24', hours: [167, 47], because: 'the day of 23 hours' },
  { timeZone: 'Africa/Cairo', date: '2026-04-26', hours: [167, 48], because: 'two days after it' },
  {
    timeZone: 'Africa/Cairo',
    date: '2026-10-29',
    hours: [168, 48],
    because: 'the day of 25 hours, before they come',
  },
  { timeZone: 'Africa/Cairo', date: '2026-10-30', hours: [169, 49], because: 'the day after it' },
  { timeZone: 'Asia/Tokyo', date: '2026-03-29', hours: [168, 48], because: 'a clock that never changes' },
  { timeZone: 'Asia/Tokyo', date: '2026-10-30', hours: [168, 48], because: 'a clock that never changes' },
] as const;

const remindersOf = (date: string, minute: number, timeZone: string, fold?: 'earlier' | 'later') => {
  const [first, second] = instantsAt(date, minute, timeZone);
  const from = fold === 'later' ? second : first;
  assert(from);
  const found = remindersBefore(
    { date, wall: [minute, minute + 60], from, ...(fold ? { fold } : {}) },
    timeZone,
  );
  return { from, at: [found['booking-in-a-week'], found['booking-in-two-days']] as const };
};

const hoursBefore = ({ from, at }: ReturnType<typeof remindersOf>) =>
  at.map((instant) => (from.getTime() - instant.getTime()) / HOUR);

describe('a reminder', () => {
  for (const { timeZone, date, hours, because } of cases)
    it(`comes when the wall shows the hour of the start: ${date} in ${timeZone}, ${because}`, () => {
      const found = remindersOf(date, 600, timeZone);

      assert.deepEqual(hoursBefore(found), hours);
      assert.deepEqual(
        found.at.map((instant) => wallTime(instant, timeZone).minute),
        [600, 600],
      );
    });

  it('comes as long before as days mostly are, where that day’s wall never shows the hour', () => {
    // 02:30 is left out on 29 March in Amsterdam.
    const { from, at } = remindersOf('2026-03-31', 150, 'Europe/Amsterdam');

    assert.equal(from.getTime() - at[1].getTime(), 2 * DAY);
    assert.equal(wallTime(at[0], 'Europe/Amsterdam').minute, 150);
  });

  it('comes once, where that day’s wall shows the hour twice', () => {
    // 02:30 comes twice on 25 October in Amsterdam; first by the clock of summer.
    const [first] = instantsAt('2026-10-25', 150, 'Europe/Amsterdam');

    assert.deepEqual(remindersOf('2026-10-27', 150, 'Europe/Amsterdam').at[1], first);
  });

  it('before an hour that comes twice is by the clock, whichever of the two is meant', () => {
    const [earlier, later] = (['earlier', 'later'] as const).map((fold) =>
      hoursBefore(remindersOf('2026-10-25', 150, 'Europe/Amsterdam', fold)),
    );

    assert.deepEqual(
      [earlier, later],
      [
        [168, 48],
        [169, 49],
      ],
    );
  });
});
