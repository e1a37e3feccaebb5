import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SAMPLE_POLICY } from '../../../server/sample-data/sample-fund.ts';
import { carriersOf, chiefOf } from '../../../server/seat-fund/carriers.ts';
import { coverOf } from '../../../server/seat-fund/cover.ts';
import {
  balanceOf,
  drawing,
  type Lot,
  lotsAfter,
  takingBack,
  usedLots,
} from '../../../server/seat-fund/lots.ts';
import { fundPart } from '../../../server/seat-fund/share.ts';

const lots: readonly Lot[] = [
  { entry: 1, left: 500 },
  { entry: 4, left: 800 },
];

describe('what the fund holds', () => {
  it('goes out in the order in which it came in', () => {
    assert.deepEqual(drawing(lots, 800), {
      uses: [
        { entry: 1, amount: 500 },
        { entry: 4, amount: 300 },
      ],
      short: 0,
    });
  });

  it('is short of what it lacks, and never below zero', () => {
    const { uses, short } = drawing(lots, 2_000);

    assert.equal(short, 700);
    assert.deepEqual(usedLots(lots, uses), []);
  });

  it('goes back only from those who are paid back, the youngest first, and only what nobody has used', () => {
    const of = new Set([4, 9]);
    const more = [...lots, { entry: 9, left: 100 }];

    assert.deepEqual(takingBack(more, of, 1_000), {
      uses: [
        { entry: 9, amount: 100 },
        { entry: 4, amount: 800 },
      ],
      short: 100,
    });
  });

  it('refuses an entry that takes out what it does not name', () => {
    const entry = { number: 7, postings: [{ account: 'liability:seat-fund', amount: 300 }], uses: [] };

    assert.throws(() => lotsAfter(lots, entry), /RangeError/);
    assert.throws(() => usedLots(lots, [{ entry: 1, amount: 501 }]), /RangeError/);
    assert.throws(() => usedLots(lots, [{ entry: 2, amount: 1 }]), /RangeError/);
  });

  it('is what came in less what went out, after anything', () => {
    const moves = fc.array(fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: -900, max: -1 })));
    fc.assert(
      fc.property(moves, (amounts) => {
        let held: readonly Lot[] = [];
        let expected = 0;
        for (const [index, amount] of amounts.entries()) {
          const { uses, short } = amount < 0 ? drawing(held, -amount) : { uses: [], short: 0 };
          const moved = amount < 0 ? amount + short : amount;
          if (moved === 0) continue;
          const posting = { account: 'liability:seat-fund', amount: -moved };
          held = lotsAfter(held, { number: index + 1, postings: [posting], uses });
          expected += moved;
        }

        assert.equal(balanceOf(held), expected);
        assert(expected >= 0);
      }),
      { seed: 9 },
    );
  });
});

describe("the fund's part of an invoice", () => {
  const cases = [
    { gross: 12_100, rooms: 10_000, paid: 12_100, part: 2_000, because: 'a fifth of the net room income' },
    { gross: 12_100, rooms: 10_000, paid: 0, part: 0, because: 'nothing is paid' },
    { gross: 12_100, rooms: 10_000, paid: 6_050, part: 1_000, because: 'half is paid' },
    { gross: 12_100, rooms: 10_000, paid: 20_000, part: 2_000, because: 'what is paid too much goes back' },
    { gross: 121, rooms: 99, paid: 121, part: 19, because: 'the odd cent is the house’s' },
    { gross: 121, rooms: 100, paid: 60, part: 9, because: 'so it is of a part' },
    { gross: 0, rooms: 0, paid: 12_100, part: 0, because: 'all was credited' },
    { gross: 5_000, rooms: -200, paid: 5_000, part: 0, because: 'a discount on rooms gives nothing back' },
  ];
  for (const { part, because, ...invoice } of cases)
    it(`is ${part} of ${invoice.gross} with ${invoice.paid} paid (${because})`, () => {
      assert.equal(fundPart({ ...invoice, share: 2000 }), part);
    });

  it('never exceeds its share of what was paid, and comes to the same in one payment or in many', () => {
    const invoices = fc.record({
      rooms: fc.integer({ min: 1, max: 1_000_000 }),
      extra: fc.nat(500_000),
      share: fc.nat(10_000),
      parts: fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(invoices, ({ rooms, extra, share, parts }) => {
        const invoice = { rooms, gross: rooms + extra, share };
        let paid = 0;
        let given = 0;
        for (const part of parts) {
          const before = fundPart({ ...invoice, paid });
          paid += part;
          given += fundPart({ ...invoice, paid }) - before;
        }

        assert.equal(given, fundPart({ ...invoice, paid }));
        assert(given * 10_000 <= Math.min(paid, invoice.gross) * share);
      }),
      { seed: 10 },
    );
  });
});

describe('who carried a seat', () => {
  const sources = new Map([
    [1, { number: 1, postings: [], uses: [], about: { booking: 'b1', room: 'rembrandt', company: 'acme' } }],
    [4, { number: 4, postings: [], uses: [], about: {} }],
  ]);
  const draw = (uses: { entry: number; amount: number }[]) => ({
    number: 9,
    postings: [{ account: 'cost:seats', amount: -800 }],
    uses,
  });

  it('is told with the largest part first, the house’s too', () => {
    const uses = [
      { entry: 1, amount: 300 },
      { entry: 4, amount: 400 },
    ];

    assert.deepEqual(carriersOf(draw(uses), sources), [
      { kind: 'gift', amount: 400 },
      { kind: 'booking', amount: 300, bookingId: 'b1', roomId: 'rembrandt', companyId: 'acme' },
      { kind: 'house', amount: 100 },
    ]);
  });

  const cases = [
    { uses: [{ entry: 1, amount: 800 }], chief: 1, because: 'it paid all' },
    {
      uses: [
        { entry: 1, amount: 400 },
        { entry: 4, amount: 400 },
      ],
      chief: 1,
      because: 'the older of equals',
    },
    {
      uses: [
        { entry: 1, amount: 300 },
        { entry: 4, amount: 500 },
      ],
      chief: 4,
      because: 'it paid more',
    },
    { uses: [{ entry: 1, amount: 300 }], chief: undefined, because: 'the house paid more' },
    { uses: [], chief: undefined, because: 'the house paid all' },
  ];
  for (const { uses, chief, because } of cases)
    it(`is counted once: for ${chief ?? 'the house'} (${because})`, () => {
      assert.equal(chiefOf(draw(uses))?.entry, chief);
    });
});

describe('the gauge', () => {
  const cases = [
    {
      balance: 24_000,
      drawn: 0,
      openDays: 0,
      colour: 'green',
      days: undefined,
      because: 'nothing drawn yet',
    },
    { balance: 0, drawn: 0, openDays: 3, colour: 'red', days: undefined, because: 'nothing there either' },
    { balance: 24_000, drawn: 16_000, openDays: 1, colour: 'red', days: 1, because: 'one and a half days' },
    { balance: 80_000, drawn: 32_000, openDays: 2, colour: 'amber', days: 5, because: 'five days' },
    { balance: 320_000, drawn: 448_000, openDays: 28, colour: 'green', days: 20, because: 'twenty days' },
  ];
  for (const { colour, days, because, ...seen } of cases)
    it(`is ${colour} (${because})`, () => {
      const cover = coverOf(SAMPLE_POLICY, seen);

      assert.deepEqual([cover.colour, cover.days], [colour, days]);
    });
});
