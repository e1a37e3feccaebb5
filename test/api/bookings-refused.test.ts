import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  confirmationOf,
  createBooking,
  hold,
  quoteOf,
  slotOf,
  TOMORROW,
  type WishOverrides,
} from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { type Eyes, eyesOn } from '../support/database-dump.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const one = (slot: Parameters<typeof slotOf>[0], more: WishOverrides = {}): WishOverrides => ({
  occurrences: [slotOf(slot)],
  ...more,
});

/** What may be asked for and cannot be had: each with its code, and the whole store as it was before. */
describe('a booking that cannot be', () => {
  let test: TestHouse;
  let eyes: Eyes;

  before(async () => {
    test = await openTestHouse();
    eyes = await eyesOn(test);
  });

  after(async () => {
    await eyes.close();
    await test.close();
  });

  const wishes: readonly { because: string; wish: WishOverrides; refusal: string }[] = [
    { because: 'no minutes', wish: one({ from: 600, to: 600 }), refusal: '400 span_empty' },
    { because: 'its end before its start', wish: one({ from: 660, to: 600 }), refusal: '400 span_empty' },
    { because: 'yesterday', wish: one({ date: '2026-11-23' }), refusal: '400 span_past' },
    { because: 'earlier today', wish: one({ date: '2026-11-24', from: 540 }), refusal: '400 span_past' },
    { because: 'in two years', wish: one({ date: '2028-11-24' }), refusal: '400 span_too_far' },
    { because: 'no quarter-hour', wish: one({ from: 605 }), refusal: '400 quarter_hours_only' },
    { because: 'a day of closure', wish: one({ date: '2026-12-25' }), refusal: '400 room_closed' },
    { because: 'a date that is none', wish: one({ date: '2026-02-30' }), refusal: '400 request_invalid' },
    {
      because: 'an hour that the clock skips',
      wish: one({ date: '2027-03-28', from: 120, to: 195 }),
      refusal: '400 local_time_missing',
    },
    {
      because: 'an hour that comes twice',
      wish: one({ date: '2027-10-31', from: 150, to: 240 }),
      refusal: '400 local_time_twice',
    },
    { because: 'too many people', wish: one({}, { people: 40 }), refusal: '400 over_capacity' },
    {
      because: 'a layout that the room has not',
      wish: one({}, { layout: 'lounge' }),
      refusal: '400 layout_unavailable',
    },
    {
      because: 'an option that the room has not',
      wish: one({ roomId: 'vecht' }, { options: [{ code: 'screen', quantity: 1 }] }),
      refusal: '400 option_unavailable',
    },
    { because: 'a room that is none', wish: one({ roomId: 'atlantis' }), refusal: '404 room_unknown' },
    { because: 'a space that is none', wish: one({}, { spaceId: 'atlantis' }), refusal: '404 space_unknown' },
    {
      because: 'a voucher that is none',
      wish: one({}, { voucher: 'GRATIS' }),
      refusal: '400 voucher_unknown',
    },
  ];

  for (const { because, wish, refusal } of wishes)
    it(`is refused with ${refusal}: ${because}`, async () => {
      const before = await eyes.dump();

      const reply = await test.call('POST', '/quotes', quoteOf(wish));

      assert.equal(`${reply.status} ${reply.body.code}`, refusal);
      assert.equal(await eyes.dump(), before);
    });

  it('means the hour that it says, where one comes twice', async () => {
    // A month later that night is no longer too far ahead.
    const wish = (fold: string) => one({ date: '2027-10-31', from: 150, to: 165, fold });
    test.clock.forward(30 * 86_400_000);

    const first = await hold(test, wish('earlier'));
    const second = await hold(test, wish('later'));

    assert.equal(textIn(first.body, 'booking', 'occurrences', '0', 'startsAt'), '2027-10-31T00:30:00.000Z');
    assert.equal(textIn(second.body, 'booking', 'occurrences', '0', 'startsAt'), '2027-10-31T01:30:00.000Z');
  });
});

describe('a request that comes too late, twice, or from somebody else', () => {
  let test: TestHouse;
  let eyes: Eyes;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse();
    eyes = await eyesOn(test);
    host = await createStaff(test, 'host');
  });

  afterEach(async () => {
    await eyes.close();
    await test.close();
  });

  /** Asks once everything has settled, and holds the store against what it was. */
  async function refused(ask: () => Promise<Reply>): Promise<string> {
    await test.house.app.settled();
    const before = await eyes.dump();
    const { status, body } = await ask();
    await test.house.app.settled();
    assert.equal(await eyes.dump(), before);
    return `${status} ${body.code}`;
  }

  it('is refused with what would work where the room is taken, and half of a series with it', async () => {
    await createBooking(test);
    const quotes = [
      quoteOf(),
      quoteOf({ occurrences: ['2026-11-30', TOMORROW].map((date) => slotOf({ date })) }),
    ];
    for (const quote of quotes) await test.call('POST', '/quotes', quote);

    for (const { quoteId } of quotes)
      assert.equal(
        await refused(() => test.call('POST', '/bookings', { bookingId: randomUUID(), quoteId })),
        '409 slot_taken',
      );
  });

  it('is refused where two dates of one series are in each other’s way', async () => {
    const quote = quoteOf({ occurrences: [slotOf(), slotOf({ from: 660, to: 720 })] });
    await test.call('POST', '/quotes', quote);

    const code = await refused(() =>
      test.call('POST', '/bookings', { bookingId: randomUUID(), quoteId: quote.quoteId }),
    );

    assert.equal(code, '400 occurrences_clash');
  });

  it('is refused by a link that the house has not made, whichever way it is used', async () => {
    const { bookingId } = await createBooking(test);
    const word = `${bookingId}.${'A'.repeat(43)}`;
    const slot = slotOf();
    const part = { occurrenceId: slot.occurrenceId, scope: 'one' };
    const asked: [string, string, object?][] = [
      ['GET', ''],
      ['POST', '/confirmation', confirmationOf(7_260)],
      ['POST', '/refunds', part],
      ['POST', '/cancellations', { ...part, gross: 0 }],
      ['POST', '/change-previews', { move: { ...slot, scope: 'one' } }],
      ['POST', '/changes', { move: { ...slot, scope: 'one' }, gross: 0 }],
    ];

    for (const [method, rest, body] of asked)
      assert.equal(
        await refused(() => test.call(method, `/bookings/manage/${word}${rest}`, body)),
        '404 booking_unknown',
      );
  });

  it('is refused for what is over, was given up, or is another booking’s', async () => {
    const { word } = await createBooking(test);
    const shown = await test.call('GET', `/bookings/manage/${word}`);
    const part = { occurrenceId: textIn(shown.body, 'occurrences', '0', 'occurrenceId'), scope: 'all' };
    const path = `/bookings/manage/${word}`;

    const foreign = await refused(() =>
      test.call('POST', `${path}/refunds`, { ...part, occurrenceId: 'of-another' }),
    );
    // Tomorrow at ten is 24 hours away: nothing is kept.
    await test.call('POST', `${path}/cancellations`, { ...part, gross: 7_260 });
    const twice = await refused(() => test.call('POST', `${path}/cancellations`, { ...part, gross: 7_260 }));

    assert.deepEqual([foreign, twice], ['404 occurrence_unknown', '409 booking_over']);
  });

  it('is refused to hosts of another space, and for ids that are known for something else', async () => {
    const elsewhere = await createStaff(test, 'host', 'amsterdam-west');
    const { bookingId } = await createBooking(test);
    const quote = quoteOf({ occurrences: [slotOf({ roomId: 'canal' })] });
    await test.call('POST', '/quotes', quote);

    const codes = [
      await refused(() =>
        test.call('POST', `/bookings/${bookingId}/decisions`, { approve: true }, elsewhere),
      ),
      await refused(() =>
        test.call('GET', '/spaces/utrecht-domplein/bookings?date=2026-11-25', undefined, elsewhere),
      ),
      await refused(() => test.call('GET', '/rooms/rhine/door', undefined, elsewhere)),
      await refused(() => test.call('POST', `/bookings/${bookingId}/decisions`, { approve: true }, host)),
      await refused(() => test.call('POST', '/bookings', { bookingId, quoteId: quote.quoteId })),
      await refused(() => test.call('POST', '/quotes', quote)),
    ];

    assert.deepEqual(codes, [
      '403 space_foreign',
      '403 space_foreign',
      '403 space_foreign',
      '409 booking_not_requested',
      '409 booking_exists',
      '409 quote_exists',
    ]);
  });
});
