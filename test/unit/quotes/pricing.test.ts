import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bookingPolicy, type Room, room, type Voucher } from '#contract/rooms';
import { shareOf } from '#values/money';
import { type BookingWish, occurrenceWish, wish } from '../../../server/quotes/contract.ts';
import { type Priced, priceOf, roomNet, seatsCarried, type Terms } from '../../../server/quotes/pricing.ts';
import { samplePolicy, sampleRooms } from '../../../server/sample-data/sample-rooms.ts';
import { spaceId } from '../../../server/spaces/contract.ts';

const UTRECHT = spaceId.parse('utrecht-domplein');
const FUND = { share: 2000, seatDay: 800 };

function roomOf(tariff: Partial<Room['tariff']> = {}): Room {
  const [one] = sampleRooms(UTRECHT).filter(({ roomId }) => roomId === 'rembrandt');
  return room.parse({ ...one, tariff: { ...one?.tariff, ...tariff } });
}

interface Overrides {
  quarters?: number;
  tariff?: Partial<Room['tariff']>;
  weekday?: number;
  minute?: number;
  leadDays?: number;
  occupancy?: number;
}

/** A Tuesday at ten, a week ahead, in an empty house. */
function pricedOf({ quarters = 4, tariff, ...circumstances }: Overrides = {}): Priced {
  const chosen = roomOf(tariff);
  const from = new Date('2026-12-01T09:00:00Z');
  const { occurrenceId } = occurrenceWish.parse({
    occurrenceId: 'one',
    roomId: 'rembrandt',
    date: '2026-12-01',
    from: 600,
    to: 660,
  });
  return {
    occurrence: {
      occurrenceId,
      room: chosen,
      date: '2026-12-01',
      weekday: 2,
      wall: [600, 600 + quarters * 15],
      from,
      to: new Date(from.getTime() + quarters * 900_000),
    },
    circumstances: {
      base: roomNet(chosen.tariff, quarters),
      weekday: 2,
      minute: 600,
      leadDays: 7,
      occupancy: 0,
      ...circumstances,
    },
  };
}

const wishOf = (options: BookingWish['options'] = []): BookingWish =>
  wish.parse({
    spaceId: UTRECHT,
    people: 12,
    layout: 'boardroom',
    options,
    occurrences: [{ occurrenceId: 'one', roomId: 'rembrandt', date: '2026-12-01', from: 600, to: 660 }],
  });

const termsOf = (overrides: Partial<Terms> = {}): Terms => ({
  policy: samplePolicy(),
  fund: FUND,
  rate: 'standard',
  ...overrides,
});

const voucherOf = (takes: Voucher['takes']): Voucher => ({
  code: 'WELKOM',
  takes,
  use: 'many',
  until: '2030-01-01T00:00:00Z',
});

describe('the price of a room by its tariff', () => {
  const tariff = roomOf().tariff;
  const cases = [
    { quarters: 1, net: 1_500, because: 'a quarter of an hour' },
    { quarters: 4, net: 6_000, because: 'an hour' },
    { quarters: 13, net: 19_500, because: 'three and a quarter hours are still below the half day' },
    { quarters: 14, net: 20_000, because: 'three and a half are capped by the half day' },
    { quarters: 16, net: 20_000, because: 'four hours are a half day' },
    { quarters: 20, net: 26_000, because: 'a half day and an hour' },
    { quarters: 26, net: 34_000, because: 'six and a half are capped by the day' },
    { quarters: 96, net: 34_000, because: 'a day is never more than a day' },
  ];
  for (const { quarters, net, because } of cases)
    it(`is ${net} for ${quarters} quarters: ${because}`, () => {
      assert.equal(roomNet(tariff, quarters), net);
    });

  it('never falls when one stays longer, and is never more than by the hour', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.integer({ min: 1, max: 95 }),
        (hourlyNet, halfDayNet, dayNet, quarters) => {
          const one = { ...tariff, hourlyNet, halfDayNet, dayNet };

          const net = roomNet(one, quarters);

          assert(net <= roomNet(one, quarters + 1));
          assert(net <= shareOf(hourlyNet, quarters * 2500) && net <= dayNet);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe('the parts of a price', () => {
  it('add up to the totals, each line with its own VAT', () => {
    const option = fc.record({
      code: fc.constantFrom('coffee' as const, 'lunch' as const),
      quantity: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 96 }),
        fc.nat(7),
        fc.nat(10_000),
        fc.array(option, { maxLength: 2 }),
        (quarters, weekday, occupancy, options) => {
          const price = priceOf(wishOf(options), [pricedOf({ quarters, weekday, occupancy })], termsOf());

          const total = (of: 'net' | 'vat' | 'gross') => price.lines.reduce((sum, line) => sum + line[of], 0);
          assert.deepEqual([price.net, price.vat, price.gross], [total('net'), total('vat'), total('gross')]);
          assert.equal(price.gross, price.net + price.vat);
          assert(price.lines.every(({ net, vat, vatRate }) => vat === shareOf(net, vatRate)));
          assert.equal(
            price.vat,
            price.byRate.reduce((sum, { vat }) => sum + vat, 0),
          );
        },
      ),
      { seed: 12, numRuns: 300 },
    );
  });

  it('are an hour, coffee and lunch for twelve, to the cent', () => {
    const options = [
      { code: 'coffee' as const, quantity: 12 },
      { code: 'lunch' as const, quantity: 12 },
    ];

    const { lines, gross, byRate, carries } = priceOf(wishOf(options), [pricedOf()], termsOf());

    assert.deepEqual(
      lines.map(({ code, quantity, net, vat }) => [code, quantity, net, vat]),
      [
        ['room', 4, 6_000, 1_260],
        ['coffee', 12, 5_400, 486],
        ['lunch', 12, 17_400, 1_566],
      ],
    );
    assert.deepEqual(byRate, [
      { vatRate: 2100, net: 6_000, vat: 1_260 },
      { vatRate: 900, net: 22_800, vat: 2_052 },
    ]);
    assert.equal(gross, 32_112);
    assert.equal(carries, 1);
  });

  it('hold what a booking lacks to the least that the room is let for', () => {
    const { lines } = priceOf(wishOf(), [pricedOf({ quarters: 1 })], termsOf());

    assert.deepEqual(
      lines.map(({ code, net }) => [code, net]),
      [
        ['room', 1_500],
        ['minimum', 1_500],
      ],
    );
  });

  it('name each yield rule that spoke, with its reason and the seats that it carries', () => {
    const { lines } = priceOf(
      wishOf(),
      [pricedOf({ quarters: 96, weekday: 4, occupancy: 8_000 })],
      termsOf(),
    );

    assert.deepEqual(
      lines.map(({ code, net, reason, seats }) => [code, net, reason?.en, seats]),
      [
        ['room', 34_000, undefined, undefined],
        ['yield', 3_400, 'Thursdays fill up', 0],
        ['yield', 5_100, 'A busy day', 1],
      ],
    );
  });

  it('stay between the floor and the ceiling of the last yield rule that spoke, whatever the rules are', () => {
    const rule = fc.record({
      adjust: fc.integer({ min: -10_000, max: 30_000 }),
      floor: fc.integer({ min: 0, max: 10_000 }),
      ceiling: fc.integer({ min: 10_000, max: 40_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (rules, quarters) => {
          const [sample] = samplePolicy().yield;
          const policy = bookingPolicy.parse({
            ...samplePolicy(),
            yield: rules.map((one, at) => ({
              ...sample,
              ...one,
              ruleId: `rule-${at}`,
              when: { on: 'weekday', weekdays: [2] },
            })),
          });
          const priced = pricedOf({ quarters, tariff: { minimumNet: 0 } });
          const last = rules.at(-1);

          const { net } = priceOf(wishOf(), [priced], termsOf({ policy }));

          const { base } = priced.circumstances;
          assert(net >= shareOf(base, last?.floor ?? 0) && net <= shareOf(base, last?.ceiling ?? 0));
        },
      ),
      { seed: 13, numRuns: 400 },
    );
  });

  it('are half for persons who are here, without yield rules, voucher or minimum', () => {
    const voucher = voucherOf({ kind: 'percentage', share: 5_000 });

    const price = priceOf(
      wishOf(),
      [pricedOf({ quarters: 2, weekday: 4 })],
      termsOf({ rate: 'together', voucher }),
    );

    assert.deepEqual(
      price.lines.map(({ code, net }) => [code, net]),
      [['room', 1_500]],
    );
  });

  it('are what a contract says, without yield rules and never below the floor', () => {
    const agreed = priceOf(wishOf(), [pricedOf({ weekday: 4 })], termsOf({ shares: { rembrandt: 7_500 } }));
    const absurd = priceOf(wishOf(), [pricedOf({ weekday: 4 })], termsOf({ shares: { rembrandt: 100 } }));

    assert.deepEqual(
      agreed.lines.map(({ net }) => net),
      [4_500],
    );
    assert.deepEqual(
      absurd.lines.map(({ net }) => net),
      [3_600],
    );
  });

  it('are never taken below the floor by a voucher, and an amount is spent once over all dates', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 30 }), (net, quarters) => {
        const voucher = voucherOf({ kind: 'amount', net });
        const dates = [pricedOf({ quarters }), pricedOf({ quarters: 8 })];
        const terms = termsOf({ voucher });

        const { lines } = priceOf(wishOf(), dates, terms);

        const off = lines.filter(({ code }) => code === 'voucher').reduce((sum, line) => sum - line.net, 0);
        const least = dates.reduce(
          (sum, one) => sum + shareOf(one.circumstances.base, terms.policy.floorShare),
          0,
        );
        const rooms = lines
          .filter(({ income }) => income === 'rooms')
          .reduce((sum, line) => sum + line.net, 0);
        assert(off <= net);
        assert(rooms >= least);
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('carry only seats that are paid for', () => {
    assert.equal(seatsCarried(39_999, FUND), 10);
    assert.equal(seatsCarried(3_999, FUND), 1);
    assert.equal(seatsCarried(-5, FUND), 0);
    assert.equal(seatsCarried(10_000, { share: 2000, seatDay: 0 }), 0);
  });
});
