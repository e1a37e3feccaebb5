import assert from 'node:assert/strict';
import fc from 'fast-check';
import { invoiceNumber } from '../../../server/invoices/contract.ts';
import { totalsOf, turned } from '../../../server/invoices/document.ts';
import { ublOf } from '../../../server/invoices/ubl.ts';
import { SAMPLE_SELLER } from '../../../server/sample-data/sample-seller.ts';
import { customerOf, invoiceOf, lineOf } from '../../builders/money.ts';
import { brokenRules } from '../../support/en16931.ts';

const credits = invoiceNumber.parse('UTRECHT-2026-0041');

describe('an invoice as UBL', () => {
  const abroad = customerOf({ name: 'Müller & Söhne <GmbH>', vatNumber: 'DE136695976' });
  const papers = [
    { paper: invoiceOf('nl'), because: 'two rates and a voucher' },
    { paper: invoiceOf('en', { customer: abroad }), because: 'the buyer owes the VAT' },
    { paper: invoiceOf('en', { lines: [lineOf({ vatRate: 0 })] }), because: 'the zero rate' },
    {
      paper: invoiceOf('en', { lines: [lineOf({ net: 9_999, quantity: 4, unitNet: 2_500 })] }),
      because: 'a cap',
    },
    {
      paper: invoiceOf('nl', { kind: 'credit-note', credits, lines: turned(invoiceOf('nl').lines) }),
      because: 'it takes off',
    },
    { paper: invoiceOf('ja', { currency: 'JPY' }), because: 'yen have no decimals, and no SEPA' },
    {
      paper: invoiceOf('nl', { customer: { kind: 'consumer', name: 'Sam', email: 'sam@example.com' } }),
      because: 'a consumer without an address',
    },
  ];
  for (const { paper, because } of papers)
    it(`keeps the rules of EN 16931 (${because})`, () => {
      assert.deepEqual(brokenRules(ublOf(paper)), []);
    });

  it('keeps them whatever its lines are', () => {
    const lines = fc.array(
      fc.record({
        net: fc.integer({ min: -3_000, max: 90_000 }).filter((net) => net !== 0),
        quantity: fc.integer({ min: 1, max: 40 }),
        vatRate: fc.constantFrom(2_100, 900, 0),
      }),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(lines, (given) => {
        const paper = invoiceOf('en', { lines: given.map((line) => lineOf(line)) });

        assert.deepEqual(brokenRules(ublOf(paper)), []);
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  const good = invoiceOf('nl');

  it('says the same sums as the paper', () => {
    const { gross } = totalsOf(good.lines, SAMPLE_SELLER, good.customer);

    assert.match(ublOf(good), new RegExp(`<cbc:PayableAmount currencyID="EUR">${(gross / 100).toFixed(2)}<`));
  });
});
