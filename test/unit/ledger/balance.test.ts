import assert from 'node:assert/strict';
import fc from 'fast-check';
import { folded, gathered, isBalanced } from '../../../server/ledger/balance.ts';
import type { Posting } from '../../../server/ledger/contract.ts';

const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((amount) => amount !== 0);
const accounts = fc.constantFrom(
  'bank',
  'income:rooms',
  'vat:2100',
  'liability:seat-fund',
  'receivable:acme',
);

/** Postings that sum to zero, whatever accounts they are on. */
const balanced = fc
  .array(fc.record({ account: accounts, amount: amounts }), { minLength: 1, maxLength: 6 })
  .map((postings): Posting[] => {
    const rest = postings.reduce((sum, { amount }) => sum + amount, 0);
    const all = [...postings, { account: 'payable:refunds', amount: -rest }];
    return all.filter(({ amount }) => amount !== 0) as Posting[];
  })
  .filter((postings) => postings.length > 1);

describe('the books', () => {
  const cases = [
    { amounts: [100, -100], balanced: true, because: 'debit and credit are equal' },
    { amounts: [121, -100, -21], balanced: true, because: 'three sides may be' },
    { amounts: [121, -100, -20], balanced: false, because: 'a cent is lost' },
    { amounts: [0, 0], balanced: false, because: 'nothing is no posting' },
    { amounts: [], balanced: false, because: 'an entry says something' },
  ];
  for (const { amounts: given, balanced: expected, because } of cases)
    it(`take an entry of ${given.join(' ') || 'nothing'}: ${expected} (${because})`, () => {
      const postings = given.map((amount): Posting => ({ account: 'bank', amount }));

      assert.equal(isBalanced(postings), expected);
    });

  it('refuse half a cent', () => {
    assert.throws(() => isBalanced([{ account: 'bank', amount: 0.5 }]), /RangeError.*not a whole amount/);
  });

  it('sum to zero over all accounts, after any entries', () => {
    fc.assert(
      fc.property(fc.array(balanced, { maxLength: 20 }), (entries) => {
        const balances = folded(
          {},
          entries.map((postings) => ({ postings })),
        );

        assert.equal(
          Object.values(balances).reduce((sum, amount) => sum + amount, 0),
          0,
        );
        assert(Object.values(balances).every((amount) => amount !== 0));
      }),
      { seed: 4 },
    );
  });

  it('hold the same however they are folded: at once, or on from any entry', () => {
    fc.assert(
      fc.property(fc.array(balanced, { maxLength: 12 }), fc.nat(12), (entries, cut) => {
        const all = entries.map((postings) => ({ postings }));

        assert.deepEqual(folded(folded({}, all.slice(0, cut)), all.slice(cut)), folded({}, all));
      }),
      { seed: 5 },
    );
  });

  it('write one posting an account, and none of zero', () => {
    const postings: Posting[] = [
      { account: 'bank', amount: 100 },
      { account: 'income:rooms', amount: -80 },
      { account: 'income:rooms', amount: -20 },
      { account: 'vat:900', amount: 5 },
      { account: 'vat:900', amount: -5 },
    ];

    assert.deepEqual(gathered(postings), [
      { account: 'bank', amount: 100 },
      { account: 'income:rooms', amount: -100 },
    ]);
  });
});
