import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shareOf } from '#values/money';
import { keptShare, sumsOf, undone } from '../../../server/bookings/refund.ts';
import { priceLine } from '../../../server/quotes/contract.ts';

const START = new Date('2026-12-01T09:00:00Z');
const STEPS = [
  { hoursBefore: 24, keeps: 5_000 },
  { hoursBefore: 4, keeps: 10_000 },
];

const lineOf = (net: number, vatRate = 2100) => {
  const vat = shareOf(net, vatRate);
  return priceLine.parse({
    code: 'room',
    occurrenceId: 'one',
    roomId: 'rembrandt',
    quantity: 1,
    net,
    vatRate,
    vat,
    gross: net + vat,
    income: 'rooms',
  });
};

describe('the cancellation table', () => {
  const cases = [
    { hours: 25, keeps: 0, because: 'a day and more ahead nothing is kept' },
    { hours: 24, keeps: 0, because: 'until 24 hours before means these too' },
    { hours: 23.99, keeps: 5_000, because: 'then half is kept' },
    { hours: 4, keeps: 5_000, because: 'until 4 hours before' },
    { hours: 3.99, keeps: 10_000, because: 'then all' },
    { hours: -1, keeps: 10_000, because: 'and after the start as well' },
  ];
  for (const { hours, keeps, because } of cases)
    it(`keeps ${keeps} basis points ${hours} hours before: ${because}`, () => {
      const now = new Date(START.getTime() - hours * 3_600_000);

      assert.equal(keptShare(STEPS, START, now), keeps);
    });

  it('keeps nothing where there is none', () => {
    assert.equal(keptShare([], START, START), 0);
  });
});

describe('what is given back', () => {
  it('and what is kept are together what was paid, line by line, and all of it undoes to nothing', () => {
    const line = fc.record({
      net: fc.integer({ min: -100_000, max: 1_000_000 }),
      rate: fc.constantFrom(2100, 900, 0, 1400),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 0, max: 10_000 }),
        (drafts, keeps) => {
          const lines = drafts.map(({ net, rate }) => lineOf(net, rate));

          const back = sumsOf(undone(lines, keeps));
          const all = sumsOf([...lines, ...undone(lines, 0)]);

          const kept = lines.reduce((sum, { net }) => sum + shareOf(net, keeps), 0);
          assert.equal(sumsOf(lines).net + back.net, kept);
          assert.deepEqual(all, { net: 0, vat: 0, gross: 0 });
        },
      ),
      { seed: 21, numRuns: 300 },
    );
  });
});
