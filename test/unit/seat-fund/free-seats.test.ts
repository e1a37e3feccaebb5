import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SAMPLE_POLICY } from '../../../server/sample-data/sample-fund.ts';
import { freeSeats, isAdmitted, opened, type SeatsNow } from '../../../server/seat-fund/free-seats.ts';

/** Thirty-six chairs, a floor of twelve, two kept for newcomers, eight euros a seat, nothing in the fund. */
function seatsNow(overrides: Partial<SeatsNow> = {}): SeatsNow {
  const none = { balance: 0, taken: 0, newcomers: 0, unpaid: 0 };
  return { policy: SAMPLE_POLICY, physical: 36, ...none, ...overrides };
}

const low = { ...SAMPLE_POLICY, ceiling: 30 };

describe('the number of free seats', () => {
  const cases = [
    { now: {}, is: '12 by the floor', because: 'it stays open with nothing in the fund' },
    { now: { balance: 9_599 }, is: '12 by the floor', because: 'eleven paid seats are less' },
    { now: { balance: 16_000 }, is: '20 by the fund', because: 'twenty seats are paid for' },
    { now: { balance: 15_999 }, is: '19 by the fund', because: 'most of a seat is no seat' },
    { now: { balance: 90_000 }, is: '36 by the seats', because: 'there are no more chairs' },
    { now: { balance: 90_000, policy: low }, is: '30 by the ceiling', because: 'the policy says so' },
    { now: { balance: 8_000, taken: 10 }, is: '20 by the fund', because: 'those who sit are paid for' },
    { now: { taken: 20 }, is: '20 by the fund', because: 'nobody who sits is sent away' },
    {
      now: { balance: 8_000, taken: 10, unpaid: 4 },
      is: '16 by the fund',
      because: 'four are yet to be paid',
    },
    { now: { physical: 8 }, is: '8 by the seats', because: 'there are fewer chairs than the floor' },
    { now: { balance: -1 }, is: '12 by the floor', because: 'a debt closes no floor' },
  ];
  for (const { now, is, because } of cases)
    it(`is ${is} (${because})`, () => {
      const { open, limit } = freeSeats(seatsNow(now));

      assert.equal(`${open} by the ${limit}`, is);
    });

  it('never falls when the fund grows, and stays within floor, ceiling and chairs', () => {
    const anything = fc.record({
      balance: fc.nat(100_000),
      taken: fc.nat(36),
      newcomers: fc.nat(5),
      unpaid: fc.nat(5),
      physical: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(anything, fc.nat(50_000), (now, more) => {
        const poorer = freeSeats(seatsNow(now));
        const richer = freeSeats(seatsNow({ ...now, balance: now.balance + more }));

        const most = Math.min(36, now.physical);
        assert(richer.open >= poorer.open);
        assert(poorer.open >= Math.min(12, most) && richer.open <= most);
        assert(poorer.free >= poorer.reserved && poorer.reserved >= 0);
      }),
      { seed: 7 },
    );
  });
});

describe('who is given a free seat', () => {
  const regular = { isNewcomer: false, hasDrawn: false };
  const newcomer = { isNewcomer: true, hasDrawn: false };
  const back = { isNewcomer: false, hasDrawn: true };
  const cases = [
    { who: regular, now: { taken: 9 }, is: true, because: 'three are free and two kept' },
    { who: regular, now: { taken: 10 }, is: false, because: 'the last two are kept for newcomers' },
    { who: newcomer, now: { taken: 10 }, is: true, because: 'they are kept for them' },
    { who: regular, now: { taken: 10, newcomers: 2 }, is: true, because: 'two newcomers have come' },
    { who: newcomer, now: { taken: 12 }, is: false, because: 'the floor is full and the fund empty' },
    { who: back, now: { taken: 12 }, is: true, because: 'their seat of today has been paid for' },
    { who: regular, now: { taken: 36 }, is: true, because: 'that all chairs are taken the chairs say' },
    { who: back, now: { taken: 30, policy: low }, is: false, because: 'the ceiling is the ceiling' },
  ];
  for (const { who, now, is, because } of cases)
    it(`is decided: ${is ? 'yes' : 'no'} (${because})`, () => {
      assert.equal(isAdmitted(seatsNow(now), who), is);
    });
});

describe('what a contribution has opened', () => {
  const cases = [
    { balance: 16_000, amount: 3_200, seats: 4, because: 'four seats at eight euros' },
    { balance: 16_000, amount: 16_000, seats: 8, because: 'without it the floor would still be open' },
    { balance: 90_000, amount: 3_200, seats: 0, because: 'all chairs were open without it' },
    { balance: 16_000, amount: 799, seats: 1, because: 'it made the last seat whole' },
  ];
  for (const { balance, amount, seats, because } of cases)
    it(`is ${seats} (${because})`, () => {
      assert.equal(opened(seatsNow({ balance }), amount), seats);
    });
});
