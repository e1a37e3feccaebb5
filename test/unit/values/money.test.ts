import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allocate, decimalText, minorOf, shareOf } from '../../../server/values/money.ts';

describe('a share of an amount', () => {
  const cases = [
    { amount: 10_000, share: 2_100, is: 2_100, because: 'VAT of a hundred euros' },
    { amount: 50, share: 100, is: 1, because: 'half a cent goes away from zero' },
    { amount: -50, share: 100, is: -1, because: 'and so does its undoing' },
    { amount: 49, share: 100, is: 0, because: 'less than half is none' },
    {
      amount: 9_007_199_254_740_991,
      share: 10_000,
      is: 9_007_199_254_740_991,
      because: 'all of it, exactly',
    },
  ];
  for (const { amount, share, is, because } of cases)
    it(`of ${share} basis points of ${amount} is ${is}: ${because}`, () => {
      assert.equal(shareOf(amount, share), is);
    });

  it('is undone to the cent by the share of the undone amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 10_000 }), (amount, share) => {
        assert.equal(shareOf(amount, share) + shareOf(-amount, share), 0);
      }),
    );
  });

  it('refuses a part of a cent', () => {
    assert.throws(() => shareOf(1.5, 100), { name: 'RangeError', message: /amount/ });
  });
});

describe('an amount that is split', () => {
  it('adds up to itself, each part within one coin of its due', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (amount, given) => {
        fc.pre(given.some((weight) => weight > 0));
        const total = given.reduce((sum, weight) => sum + weight, 0);

        const parts = allocate(amount, given);

        assert.equal(
          parts.reduce((sum, part) => sum + part, 0),
          amount,
        );
        parts.forEach((part, at) => {
          assert(Math.abs(part - (amount * (given[at] ?? 0)) / total) < 1 + 1e-6);
        });
      }),
    );
  });

  it('gives the odd coin to the first of equals', () => {
    assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33]);
  });

  it('refuses weights that divide nothing', () => {
    assert.throws(() => allocate(100, [0, 0]), RangeError);
    assert.throws(() => allocate(100, [-1, 2]), RangeError);
  });
});

describe('an amount in writing', () => {
  const cases = [
    { amount: 1_250, currency: 'EUR', text: '12.50' },
    { amount: -5, currency: 'EGP', text: '-0.05' },
    { amount: 1_250, currency: 'JPY', text: '1250' },
  ] as const;
  for (const { amount, currency, text } of cases)
    it(`of ${amount} ${currency} is ${text}, and is read back`, () => {
      assert.equal(decimalText(amount, currency), text);
      assert.equal(minorOf(text, currency), amount);
    });

  for (const text of ['', '1,00', '1.005', '1e3', ' 1', '--1', '0x10', '12345678901234'])
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(minorOf(text, 'EUR'), undefined);
    });
});
