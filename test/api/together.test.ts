import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { MINUTE } from '#values/clock';
import { createBooking, grossIn, hold, slotOf } from '../builders/bookings.ts';
import { createDevice, createPresent, textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const TODAY = '2026-11-24';

describe('people who are here and want to sit together', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;
  let ana: Awaited<ReturnType<typeof createPresent>>;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
    kiosk = (await createDevice(test, host)).token;
    ana = await createPresent(test, kiosk, 's01');
  });

  afterEach(() => test.close());

  const wishOf = (overrides: object = {}) => ({
    quoteId: randomUUID(),
    personId: ana.personId,
    people: 3,
    minutes: 30,
    ...overrides,
  });
  const propose = (wish: object, token = ana.token) => test.call('POST', '/together-proposals', wish, token);
  const take = (wish: { quoteId: string }, overrides: object = {}, token = ana.token) =>
    test.call(
      'POST',
      '/together-bookings',
      {
        bookingId: wish.quoteId,
        quoteId: wish.quoteId,
        personId: ana.personId,
        email: 'ana@example.com',
        language: 'nl',
        ...overrides,
      },
      token,
    );
  const leave = (bookingId: string, token = ana.token) =>
    test.call('POST', '/together-endings', { bookingId, personId: ana.personId }, token);

  it('take two taps, at half the price, to the smallest room that is free', async () => {
    const wish = wishOf();
    // Nobody meets on the quarter-hour: the one that has begun is the nearer one.
    test.clock.forward(7 * MINUTE);

    const proposed = await propose(wish);
    const booked = await take(wish);

    assert.equal(grossIn(proposed.body, 'price'), 726);
    assert.equal(textIn(booked.body, 'booking', 'state'), 'confirmed');
    assert.equal(textIn(booked.body, 'booking', 'occurrences', '0', 'roomId'), 'canal');
    assert.equal(textIn(booked.body, 'booking', 'occurrences', '0', 'startsAt'), '2026-11-24T09:00:00.000Z');
  });

  it('are proposed the next quarter-hour where that is nearer, and nothing of the one before it', async () => {
    test.clock.forward(8 * MINUTE);

    const proposed = await propose(wishOf());

    const occurrences = Reflect.get(Object(proposed.body.wish), 'occurrences');
    assert.deepEqual([occurrences[0].from, occurrences[0].to], [615, 645]);
  });

  it('have the room while they are in it: no door gives it away because nobody checked in', async () => {
    const wish = wishOf();
    test.clock.forward(7 * MINUTE);
    await propose(wish);
    const booked = await take(wish);

    test.clock.forward(9 * MINUTE);
    await test.house.app.services.bookings.age();
    const stands = await test.call('GET', `/bookings/manage/${textIn(booked.body, 'manage')}`);

    assert.equal(textIn(stands.body, 'occurrences', '0', 'state'), 'checked-in');
  });

  it('see it live on the phone until they are done, and then it is free for others at once', async () => {
    const phone = await openScreen(test.url, ana.token, 'member');
    const wish = wishOf();
    await propose(wish);
    await take(wish);

    const { room } = await phone.until((state) => state.room !== undefined);
    const again = await propose(wishOf());
    test.clock.forward(20 * MINUTE);
    const left = await leave(wish.quoteId);
    await phone.until((state) => state.room === undefined);
    const others = await hold(test, {
      occurrences: [slotOf({ roomId: 'canal', date: TODAY, from: 615, to: 645 })],
    });
    const twice = await leave(wish.quoteId);
    phone.close();

    assert.deepEqual([room?.roomId, room?.endsAt], ['canal', '2026-11-24T09:30:00.000Z']);
    assert.deepEqual(again.body.details, { roomId: 'canal', until: '2026-11-24T09:30:00.000Z' });
    assert.equal(left.status, 200);
    assert.equal(others.status, 201);
    assert.equal(twice.body.code, 'occurrence_over');
  });

  it('are asked once for the address of the invoice, and told enough of it to know it again', async () => {
    const first = wishOf();
    await propose(first);

    const unknown = await take(first, { email: undefined });
    await take(first);
    await leave(first.quoteId);
    const second = wishOf();
    const proposed = await propose(second, kiosk);
    const booked = await take(second, { email: undefined }, kiosk);

    assert.equal(unknown.body.code, 'address_needed');
    assert.equal(proposed.body.invoiceTo, 'a•••@example.com');
    assert.equal(textIn(booked.body, 'booking', 'billing', 'email'), 'ana@example.com');
  });

  it('get the invoice by mail, in their language', async () => {
    const wish = wishOf();
    await propose(wish);
    await take(wish);
    await test.house.app.settled();

    const sent = await test.call('GET', '/notifications', undefined, host);
    const mails = sent.body.notifications as { message: string; to: string; language: string }[];
    const papers = await test.house.app.services.invoices.ofBooking(wish.quoteId);

    assert.deepEqual(
      papers.map(({ kind, gross }) => [kind, gross]),
      [['invoice', 726]],
    );
    assert.deepEqual(mails.map(({ message, to, language }) => [message, to, language]).sort(), [
      ['booking-confirmed', 'ana@example.com', 'nl'],
      ['invoice-sent', 'ana@example.com', 'nl'],
    ]);
  });

  it('are told which room is free next, and when, where none is now', async () => {
    for (const roomId of ['canal', 'vecht', 'rhine', 'rembrandt', 'dom'])
      await createBooking(test, {
        occurrences: [slotOf({ roomId, date: TODAY, from: 600, to: roomId === 'vecht' ? 645 : 720 })],
      });

    const refused = await propose(wishOf());

    assert.equal(refused.body.code, 'no_room_free');
    assert.deepEqual(refused.body.details, { roomId: 'vecht', nextAt: '2026-11-24T09:45:00.000Z' });
  });

  it('are nobody who is elsewhere, and end nobody else’s', async () => {
    const wish = wishOf();
    await propose(wish);
    await take(wish);
    const bo = await createPresent(test, kiosk, 's05', { name: 'Bo' });

    const foreign = await propose(wishOf({ personId: randomUUID() }));
    const others = await leave(wish.quoteId, bo.token);
    const asTheirs = await test.call(
      'POST',
      '/together-endings',
      { bookingId: wish.quoteId, personId: bo.personId },
      bo.token,
    );

    assert.equal(foreign.body.code, 'not_here');
    assert.equal(others.body.code, 'booking_unknown');
    assert.equal(asTheirs.body.code, 'booking_unknown');
  });
});
