import assert from 'node:assert/strict';
import { reminderFor } from '../../../server/letters/dunning.ts';

describe('an unpaid invoice', () => {
  const cases = [
    { due: '2026-12-08', today: '2026-12-07', reminder: undefined, because: 'its day has not come' },
    { due: '2026-12-08', today: '2026-12-08', reminder: undefined, because: 'its day is not over' },
    { due: '2026-12-08', today: '2026-12-09', reminder: 1, because: 'its day is over' },
    { due: '2026-12-08', today: '2026-12-21', reminder: 1, because: 'two weeks are not over' },
    { due: '2026-12-08', today: '2026-12-22', reminder: 2, because: 'two weeks are over' },
    { due: '2026-12-08', today: '2027-01-07', reminder: 3, because: 'thirty days are over, and a year' },
    { due: '2026-12-08', today: '2027-06-01', reminder: 3, because: 'there is no fourth' },
    { due: '2026-03-28', today: '2026-03-29', reminder: 1, because: 'a day of 23 hours is a day' },
    { due: '2026-10-25', today: '2026-10-26', reminder: 1, because: 'a day of 25 hours is a day' },
  ];
  for (const { due, today, reminder, because } of cases)
    it(`due ${due} is reminded of ${reminder ?? 'not at all'} on ${today}: ${because}`, () => {
      assert.equal(reminderFor(due, today), reminder);
    });
});
