import assert from 'node:assert/strict';
import { excess, overDays, shareOf } from '../../matching/simulate/intervals.ts';

describe('intervals and shares', () => {
  it("know Wilson's interval: 8 of 10 lie within .490 and .943", () => {
    const { value, low, high } = shareOf(8, 10);

    assert.deepEqual([value, low.toFixed(3), high.toFixed(3)], [0.8, '0.490', '0.943']);
  });

  it('know nothing of no cases', () => {
    assert.deepEqual([shareOf(0, 0).low, shareOf(0, 0).high], [0, 1]);
  });

  it('find a difference of days that is there, and hold one that is not for possible', () => {
    const days = (ours: number, theirs: number) =>
      Array.from({ length: 40 }, (_, i) => ({
        ours: { hits: ours + (i % 3), cases: 20 },
        theirs: { hits: theirs + ((i + 1) % 3), cases: 20 },
      }));
    const of = (ours: number, theirs: number) =>
      overDays([days(ours, theirs)], ([group = []]) => excess(group));

    assert.ok(of(9, 6).low > 0.1 && of(9, 6).high < 0.2);
    assert.ok(of(6, 6).low < 0 && of(6, 6).high > 0);
  });
});
