import assert from 'node:assert/strict';
import { datesOfSeries } from '../../../server/bookings/recurrence.ts';

describe('the dates of a series', () => {
  const cases = [
    {
      date: '2026-10-20',
      unit: 'week',
      count: 1,
      dates: ['2026-10-20', '2026-10-27', '2026-11-03'],
      because: 'over a clock change',
    },
    {
      date: '2026-12-30',
      unit: 'day',
      count: 2,
      dates: ['2026-12-30', '2027-01-01', '2027-01-03'],
      because: 'over a new year',
    },
    {
      date: '2026-02-27',
      unit: 'day',
      count: 1,
      dates: ['2026-02-27', '2026-02-28', '2026-03-01'],
      because: 'over the end of February',
    },
    {
      date: '2026-11-24',
      unit: 'month',
      count: 1,
      dates: ['2026-11-24', '2026-12-22', '2027-01-26'],
      because: 'each fourth Tuesday',
    },
    {
      date: '2026-12-29',
      unit: 'month',
      count: 1,
      dates: ['2026-12-29', '2027-03-30'],
      because: 'months without a fifth Tuesday are left out',
      times: 4,
    },
  ] as const;
  for (const { date, unit, count, dates, because, ...more } of cases)
    it(`from ${date}, every ${count} ${unit}: ${because}`, () => {
      const times = 'times' in more ? more.times : 3;

      assert.deepEqual(datesOfSeries({ date, every: { unit, count }, times }), dates);
    });
});
