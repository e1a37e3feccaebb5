import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newSeller, type Seller } from '#contract/invoices';
import { isMod97InFront } from '#values/check-digits';
import { isReverseCharged, vatGroups } from '#values/vat';
import { partOf, totalsOf, turned } from '../../../server/invoices/document.ts';
import { nextNumber, numberText, referenceOf } from '../../../server/invoices/numbering.ts';
import { standingOf } from '../../../server/invoices/standing.ts';
import { SAMPLE_SELLER } from '../../../server/sample-data/sample-seller.ts';
import { customerOf, lineOf } from '../../builders/money.ts';

describe('the run of numbers', () => {
  const cases = [
    { last: undefined, year: 2026, next: 'UTRECHT-2026-0001', because: 'it begins' },
    { last: { year: 2026, sequence: 9 }, year: 2026, next: 'UTRECHT-2026-0010', because: 'it goes on' },
    {
      last: { year: 2026, sequence: 9999 },
      year: 2026,
      next: 'UTRECHT-2026-10000',
      because: 'it does not end',
    },
    { last: { year: 2026, sequence: 9 }, year: 2027, next: 'UTRECHT-2027-0001', because: 'a year begins' },
    {
      last: { year: 2027, sequence: 1 },
      year: 2026,
      next: 'UTRECHT-2027-0002',
      because: 'a clock went back',
    },
  ];
  for (const { last, year, next, because } of cases)
    it(`has ${next} next (${because})`, () => {
      assert.equal(numberText('UTRECHT', nextNumber(last, year)), next);
    });

  it('has a reference each that banks can check', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(20), (sequence, digit) => {
        const reference = referenceOf(numberText('UTRECHT', { year: 2026, sequence }));
        const at = 4 + (digit % (reference.length - 4));
        const slip = reference.slice(0, at) + (reference[at] === '7' ? '8' : '7') + reference.slice(at + 1);

        assert(isMod97InFront(reference), reference);
        assert(!isMod97InFront(slip), slip);
      }),
      { seed: 3 },
    );
  });

  it('agrees with the reference of the standard', () => {
    assert(isMod97InFront('RF18539007547034'), 'ISO 11649 gives this one');
    assert.equal(referenceOf('539007547034'), 'RF18539007547034');
  });
});

describe('a seller who is typed in', () => {
  it('has an IBAN that checks', () => {
    const slip = { ...SAMPLE_SELLER, iban: SAMPLE_SELLER.iban.replace('7', '8') };

    assert(newSeller.safeParse(SAMPLE_SELLER).success);
    assert(!newSeller.safeParse(slip).success);
  });
});

describe('the sums of a paper', () => {
  const abroad: Seller = { ...SAMPLE_SELLER, vatNumber: 'EG123456789' };

  it('are rounded on each line and summed by rate', () => {
    const lines = [
      lineOf({ net: 333, vatRate: 900 }),
      lineOf({ net: 333, vatRate: 900 }),
      lineOf({ net: 10_001, vatRate: 2_100 }),
    ];

    const { vat, net, gross } = totalsOf(lines, SAMPLE_SELLER, customerOf());

    assert.deepEqual(vat, [
      { rate: 2_100, net: 10_001, vat: 2_100 },
      { rate: 900, net: 666, vat: 60 },
    ]);
    assert.deepEqual([net, gross], [10_667, 12_827]);
  });

  it('have no VAT where the buyer owes it in another member state', () => {
    const { vat, gross, reverseCharge } = totalsOf(
      [lineOf()],
      SAMPLE_SELLER,
      customerOf({ vatNumber: 'DE136695976' }),
    );

    assert.deepEqual([vat, gross, reverseCharge], [[{ rate: 0, net: 10_000, vat: 0 }], 10_000, true]);
  });

  const buyers = [
    { seller: SAMPLE_SELLER, buyer: undefined, charged: false, because: 'a consumer has no number' },
    { seller: SAMPLE_SELLER, buyer: 'NL001234567B01', charged: false, because: 'it is the same country' },
    { seller: SAMPLE_SELLER, buyer: 'GB123456789', charged: false, because: 'that is no member state' },
    { seller: SAMPLE_SELLER, buyer: 'EL123456789', charged: true, because: 'Greece writes EL' },
    { seller: abroad, buyer: 'DE136695976', charged: false, because: 'the seller is in none' },
  ];
  for (const { seller, buyer, charged, because } of buyers)
    it(`${charged ? 'turn' : 'leave'} the VAT (${because})`, () => {
      assert.equal(isReverseCharged(seller.vatNumber, buyer), charged);
    });

  it('of an invoice and of its credit note come to nothing, to the cent', () => {
    const lines = fc.array(
      fc.record({ net: fc.integer({ min: -5_000, max: 90_000 }), vatRate: fc.constantFrom(2_100, 900, 0) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, (given) => {
        const paper = given.map((line) => lineOf(line));

        const credited = totalsOf(turned(paper), SAMPLE_SELLER, customerOf());

        const invoiced = totalsOf(paper, SAMPLE_SELLER, customerOf());
        assert.equal(invoiced.gross + credited.gross, 0);
        assert.deepEqual(
          vatGroups(paper).map(({ vat }) => -vat || 0),
          credited.vat.map(({ vat }) => vat || 0),
        );
      }),
      { seed: 12 },
    );
  });

  it('of a part are that part of each line', () => {
    const lines = [
      lineOf(),
      lineOf({ code: 'lunch', quantity: 12, unitNet: 1_450, net: 17_400, vatRate: 900 }),
    ];

    assert.deepEqual(
      partOf(lines, 5_000).map(({ quantity, net }) => [quantity, net]),
      [
        [1, 5_000],
        [1, 8_700],
      ],
    );
    assert.deepEqual(partOf(lines, 10_000), lines);
    assert.deepEqual(partOf(lines, 0), []);
  });
});

describe('how far an invoice has come', () => {
  const cases = [
    {
      payments: [],
      credits: [],
      today: '2026-12-01',
      state: 'issued',
      open: 12_100,
      because: 'nothing came',
    },
    { payments: [12_100], credits: [], today: '2026-12-01', state: 'paid', open: 0, because: 'all came' },
    {
      payments: [100],
      credits: [],
      today: '2026-12-01',
      state: 'partly-paid',
      open: 12_000,
      because: 'some came',
    },
    {
      payments: [100],
      credits: [],
      today: '2026-12-15',
      state: 'overdue',
      open: 12_000,
      because: 'it is late',
    },
    {
      payments: [],
      credits: [],
      today: '2026-12-14',
      state: 'issued',
      open: 12_100,
      because: 'its last day',
    },
    {
      payments: [12_200],
      credits: [],
      today: '2026-12-15',
      state: 'overpaid',
      open: 0,
      because: 'too much came',
    },
    {
      payments: [12_200, -100],
      credits: [],
      today: '2026-12-15',
      state: 'paid',
      open: 0,
      because: 'it went back',
    },
    {
      payments: [],
      credits: [-12_100],
      today: '2026-12-15',
      state: 'credited',
      open: 0,
      because: 'all was undone',
    },
    {
      payments: [6_050],
      credits: [-6_050],
      today: '2026-12-15',
      state: 'paid',
      open: 0,
      because: 'half was',
    },
    {
      payments: [12_100],
      credits: [-12_100],
      today: '2026-12-01',
      state: 'credited',
      open: 0,
      because: 'owed back',
    },
  ];
  for (const { state, open, because, today, ...told } of cases)
    it(`is ${state} (${because})`, () => {
      const standing = standingOf({ gross: 12_100, due: '2026-12-14', ...told }, today);

      assert.deepEqual([standing.state, standing.open], [state, open]);
    });
});
