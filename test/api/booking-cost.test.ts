import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createBooking, hold, quoteOf, slotOf } from '../builders/bookings.ts';
import { commandsOf } from '../support/command-surface.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

/** What a request costs of the store, in commands: the number that its speed follows from. */
describe('the commands to the store', () => {
  let test: TestHouse;

  beforeEach(async () => {
    test = await openTestHouse();
    // The rooms and their rules are known from the first request on.
    await hold(test, { occurrences: [slotOf({ from: 1200, to: 1260 })] });
  });

  afterEach(() => test.close());

  const PRICE = ['find fund_policies', 'find lettings', 'find room_days', 'find spaces', 'insert quotes'];
  const HOLD = [
    'find bookings',
    'find lettings',
    'find quotes',
    'find room_days',
    'find spaces',
    'insert bookings',
    'update bookings',
    'update room_days',
  ];
  /** The room is looked at once, its holder too; then three readings find what would work instead. */
  const REFUSED = [
    'find bookings',
    'find bookings',
    'find lettings',
    'find lettings',
    'find lettings',
    'find quotes',
    'find room_days',
    'find room_days',
    'find room_days',
    'find spaces',
  ];

  async function quoted() {
    const quote = quoteOf();
    await test.call('POST', '/quotes', quote);
    return () => test.call('POST', '/bookings', { bookingId: randomUUID(), quoteId: quote.quoteId });
  }

  it('are five for a price', async () => {
    const sent = await commandsOf(() => test.call('POST', '/quotes', quoteOf()));

    assert.deepEqual(sent, PRICE);
  });

  it('are eight for a hold, of which three write', async () => {
    const held = await quoted();

    const sent = await commandsOf(async () => {
      await held();
      await test.house.app.settled();
    });

    assert.deepEqual(sent, HOLD);
  });

  it('are ten for a hold that is refused, and write nothing', async () => {
    await createBooking(test);
    await test.house.app.settled();
    const held = await quoted();

    const sent = await commandsOf(held);

    assert.deepEqual(sent, REFUSED);
  });

  it('are less than one for every second of a crowd that is refused at once', async () => {
    await createBooking(test);
    await test.house.app.settled();
    const { quotes, bookings } = test.house.app.services;
    const quote = quoteOf();
    await test.call('POST', '/quotes', quote);
    const { _id: quoteId } = await quotes.told(quote.quoteId as never);
    const crowd = Array.from({ length: 100 }, () => ({ bookingId: randomUUID() as never, quoteId }));

    const sent = await commandsOf(() => Promise.allSettled(crowd.map((one) => bookings.hold(one))));

    assert(sent.length < crowd.length / 2, `${sent.length} commands for a hundred`);
  });
});
