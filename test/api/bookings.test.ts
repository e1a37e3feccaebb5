import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { doorView } from '#contract/bookings';
import { bookingPapers } from '#contract/invoices';
import { quoteRequest } from '#contract/quotes';
import { spaceId } from '#contract/spaces';
import {
  confirm,
  confirmationOf,
  createBooking,
  grossIn,
  hold,
  quoteOf,
  slotOf,
  TOMORROW,
} from '../builders/bookings.ts';
import { createDevice, textIn } from '../builders/people.ts';
import { createCompany, createStaff, UTRECHT } from '../builders/world.ts';
import { eyesOn } from '../support/database-dump.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a booking', () => {
  let test: TestHouse;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
  });

  afterEach(() => test.close());

  const manage = (word: string, rest = '') => `/bookings/manage/${word}${rest}`;
  const service = () => test.house.app.services.bookings;

  async function passes(milliseconds: number): Promise<void> {
    test.clock.forward(milliseconds);
    await service().age();
    await test.house.app.settled();
  }

  async function stateOf(word: string): Promise<unknown[]> {
    const { body } = await test.call('GET', manage(word));
    const occurrences: { state: string }[] = Reflect.get(body, 'occurrences') as { state: string }[];
    return [body.state, ...occurrences.map(({ state }) => state)];
  }

  /** The mails of the house by their message, in the order in which they were asked for. */
  async function mails(): Promise<string[]> {
    const { body } = await test.call('GET', '/notifications', undefined, host);
    const list = body.notifications as { message: string }[];
    return list.map(({ message }) => message).sort();
  }

  async function papersOf(bookingId: string) {
    const found = await test.house.app.services.invoices.ofBooking(bookingId);
    return found.map(({ kind, gross }) => [kind, gross]);
  }

  it('of twelve with lunch is held, confirmed, billed and told of', async () => {
    const options = [{ code: 'lunch', quantity: 12 }];

    const { word, bookingId } = await createBooking(test, { people: 12, options });
    await test.house.app.settled();

    const { body } = await test.call('GET', manage(word));
    assert.equal(body.state, 'confirmed');
    assert.equal(grossIn(body, 'price'), 7_260 + 18_966);
    assert.deepEqual(await papersOf(bookingId), [['invoice', 26_226]]);
    const { body: written } = await test.call('GET', `${manage(word)}/papers`);
    const { papers, isWriting } = bookingPapers.parse(written);
    assert.deepEqual([papers.map(({ gross }) => gross), isWriting], [[26_226], false]);
    assert.equal((await test.call('GET', papers[0]?.path ?? '')).status, 200);
    assert((await mails()).includes('booking-confirmed'));
  });

  it('is not looked at again by the clock until there is something to do', async () => {
    const eyes = await eyesOn(test);
    await createBooking(test, { occurrences: [slotOf({ date: '2026-12-04' })] });
    await test.house.app.settled();

    const stored = new Map<string, { next: string }[]>(JSON.parse(await eyes.dump()));
    await eyes.close();

    // In a week, the reminder is due.
    assert.deepEqual(
      stored.get('bookings')?.map(({ next }) => next),
      ['2026-11-27T09:00:00.000Z'],
    );
  });

  it('confirmed by a double click is confirmed and billed once', async () => {
    const held = await hold(test);

    const replies = await Promise.all([confirm(test, held), confirm(test, held), confirm(test, held)]);
    await test.house.app.settled();
    await service().age();

    assert(replies.some(({ status }) => status === 200));
    assert(replies.every(({ status, body }) => status === 200 || body.code === 'booking_at_work'));
    assert.deepEqual(await papersOf(textIn(held.body, 'booking', 'bookingId')), [['invoice', 7_260]]);
  });

  it('that is not confirmed in ten minutes lapses, and the room is free again', async () => {
    const held = await hold(test);
    await passes(10 * MINUTE);

    const late = await confirm(test, held);
    const again = await hold(test);

    assert.equal(late.body.code, 'booking_not_held');
    assert.equal(again.status, 201);
  });

  it('that cannot be billed yet keeps no other from lapsing, and is billed when it can be', async () => {
    const { invoices, spaces } = test.house.app.services;
    const [space] = await spaces.all();
    assert(space);
    const seller = await invoices.sellerOf(space);
    const held = await hold(test);
    const forgotten = await hold(test, { occurrences: [slotOf({ from: 900, to: 960 })] });
    const eyes = await eyesOn(test);
    await eyes.lose('sellers');
    await eyes.close();
    await confirm(test, held);
    const bookingId = textIn(held.body, 'booking', 'bookingId');

    await assert.rejects(passes(10 * MINUTE), AggregateError);
    const unbilled = await papersOf(bookingId);
    await invoices.setSeller(space, seller);
    await service().age();

    assert.deepEqual(await stateOf(textIn(forgotten.body, 'manage')), ['lapsed', 'planned']);
    assert.deepEqual(unbilled, []);
    assert.deepEqual(await papersOf(bookingId), [['invoice', 7_260]]);
  });

  it('is at the price that was told, though the tariff rises in between; a new hold is not', async () => {
    const quote = quoteOf();
    const told = await test.call('POST', '/quotes', quote);
    const { rooms } = test.house.app.services;
    const [room] = (await rooms.ofSpace((await rooms.places())[0]?.spaceId ?? never())).filter(
      ({ roomId }) => roomId === 'rembrandt',
    );
    if (room) await rooms.saveRoom({ ...room, tariff: { ...room.tariff, hourlyNet: 9_000 } });

    const held = await test.call('POST', '/bookings', { bookingId: randomUUID(), quoteId: quote.quoteId });
    const booked = await confirm(test, held);
    test.clock.forward(16 * MINUTE);
    const stale = await test.call('POST', '/bookings', { bookingId: randomUUID(), quoteId: quote.quoteId });

    assert.equal(grossIn(told.body, 'price'), 7_260);
    assert.equal(grossIn(booked.body, 'price'), 7_260);
    assert.equal(stale.body.code, 'quote_stale');
  });

  it('is at a company’s rate for its bookers alone: whoever else has the link is told the tariff', async () => {
    const { token, companyId, booker } = await createCompany(test, host);
    await test.call('PATCH', `/companies/${companyId}`, { rates: [{ share: 8_000 }] }, host);
    const [theirs, given] = [
      await hold(test, {}, token),
      await hold(test, { occurrences: [slotOf({ from: 900, to: 960 })] }, token),
    ];
    const path = manage(textIn(given.body, 'manage'), '/confirmation');
    const actor = {
      role: 'booker',
      id: booker.bookerId,
      spaceId: UTRECHT,
      permissions: new Set<never>(),
    } as const;
    const { quoteId: _quote, ...elsewhere } = quoteRequest.parse(quoteOf({ spaceId: 'elsewhere' }));

    const own = await confirm(test, theirs, token);
    const stranger = await test.call('POST', path, confirmationOf(5_808));
    const told = await test.call('POST', path, confirmationOf(7_260));

    assert.deepEqual([own.status, grossIn(own.body, 'price')], [200, 5_808]);
    assert.deepEqual([stranger.body.code, stranger.body.details], ['quote_stale', { gross: 7_260 }]);
    assert.deepEqual([told.status, grossIn(told.body, 'price')], [200, 7_260]);
    assert.deepEqual(await test.house.app.services.quotes.sharesOf(actor, elsewhere), {});
  });

  it('is priced anew without the dates that were given up while it was held', async () => {
    const { token, companyId } = await createCompany(test, host);
    await test.call('PATCH', `/companies/${companyId}`, { rates: [{ share: 8_000 }] }, host);
    const given = slotOf({ roomId: 'canal-side', from: 900, to: 960 });
    const held = await hold(test, { occurrences: [slotOf(), given] }, token);
    const word = textIn(held.body, 'manage');
    const part = { occurrenceId: given.occurrenceId, scope: 'one' };
    const refund = await test.call('POST', manage(word, '/refunds'), part);
    await test.call('POST', manage(word, '/cancellations'), { ...part, gross: grossIn(refund.body) });

    const told = await test.call('POST', manage(word, '/confirmation'), confirmationOf(7_260));

    // The room of that date is let on a host’s word, and nobody asks for it any more.
    assert.deepEqual([told.body.state, grossIn(told.body, 'price')], ['confirmed', 7_260]);
  });

  it('is not made for another amount than was shown', async () => {
    const held = await hold(test);
    const word = textIn(held.body, 'manage');

    const reply = await test.call('POST', manage(word, '/confirmation'), confirmationOf(7_259));

    assert.deepEqual(
      [reply.status, reply.body.code, reply.body.details],
      [409, 'quote_stale', { gross: 7_260 }],
    );
    assert.deepEqual(await stateOf(word), ['held', 'planned']);
  });

  it('of a series gives one date back: what is kept and given back is told before, and credited to the cent', async () => {
    const slots = ['2026-11-25', '2026-12-02', '2026-12-09'].map((date) =>
      slotOf({ date, from: 540, to: 600 }),
    );
    const { word, bookingId } = await createBooking(test, { occurrences: slots });
    await test.house.app.settled();
    const one = { occurrenceId: slots[0]?.occurrenceId, scope: 'one' };
    const later = { occurrenceId: slots[1]?.occurrenceId, scope: 'following' };

    const half = await test.call('POST', manage(word, '/refunds'), one);
    const wrong = await test.call('POST', manage(word, '/cancellations'), { ...one, gross: 1 });
    await test.call('POST', manage(word, '/cancellations'), { ...one, gross: grossIn(half.body) });
    const rest = await test.call('POST', manage(word, '/refunds'), later);
    await test.call('POST', manage(word, '/cancellations'), { ...later, gross: grossIn(rest.body) });
    await test.house.app.settled();

    // At ten tomorrow's nine o'clock is 23 hours away: half is kept. Early starts cost a tenth less.
    assert.equal(grossIn(half.body), 3_267);
    assert.equal(wrong.body.code, 'refund_changed');
    assert.equal(grossIn(rest.body), 13_068);
    assert.deepEqual(await stateOf(word), ['cancelled', 'cancelled', 'cancelled', 'cancelled']);
    assert.deepEqual(await papersOf(bookingId), [
      ['invoice', 19_602],
      ['credit-note', -3_267],
      ['credit-note', -13_068],
    ]);
  });

  it('moves with its series, and is billed anew only where it costs something else', async () => {
    const slots = ['2026-12-01', '2026-12-08'].map((date) => slotOf({ date }));
    const { word, bookingId } = await createBooking(test, { occurrences: slots });
    const move = { ...slots[0], scope: 'all', date: '2026-12-02', from: 660, to: 720 };
    const longer = { ...move, to: 750 };

    const same = await test.call('POST', manage(word, '/changes'), { move, gross: 0 });
    const preview = await test.call('POST', manage(word, '/change-previews'), { move: longer });
    const gross = grossIn(preview.body, 'difference');
    const changed = await test.call('POST', manage(word, '/changes'), { move: longer, gross });
    await test.house.app.settled();

    assert.equal(same.status, 200);
    assert.equal(gross, 7_260);
    const occurrences = changed.body.occurrences as { date: string; from: number; to: number }[];
    assert.deepEqual(
      occurrences.map(({ date, from, to }) => [date, from, to]),
      [
        ['2026-12-02', 660, 750],
        ['2026-12-09', 660, 750],
      ],
    );
    assert.deepEqual(await papersOf(bookingId), [
      ['invoice', 14_520],
      ['credit-note', -14_520],
      ['invoice', 21_780],
    ]);
  });

  it('can be changed until the notice, and later by a host', async () => {
    const slot = slotOf({ from: 540, to: 600 });
    const { word } = await createBooking(test, { occurrences: [slot] });
    const change = { move: { ...slot, from: 600, to: 660, scope: 'one' } };

    const late = await test.call('POST', manage(word, '/change-previews'), change);
    const byHost = await test.call('POST', manage(word, '/change-previews'), change, host);

    assert.equal(late.body.code, 'notice_over');
    assert.equal(byHost.status, 200);
  });

  it('of a room that needs a host waits for one: a yes bills it, no answer lets it lapse', async () => {
    const wish = (from: number) => ({
      occurrences: [slotOf({ roomId: 'canal-side', date: '2026-11-30', from, to: from + 60 })],
    });
    const asked = await createBooking(test, wish(600));
    const forgotten = await createBooking(test, wish(900));
    const before = await stateOf(asked.word);

    const yes = await test.call('POST', `/bookings/${asked.bookingId}/decisions`, { approve: true }, host);
    await passes(DAY);
    const tooLate = await test.call(
      'POST',
      `/bookings/${forgotten.bookingId}/decisions`,
      { approve: true },
      host,
    );

    assert.deepEqual(before, ['requested', 'planned']);
    assert.equal(yes.body.state, 'confirmed');
    assert.equal(tooLate.body.code, 'booking_not_requested');
    assert.deepEqual(await stateOf(forgotten.word), ['lapsed', 'planned']);
    assert.deepEqual((await papersOf(asked.bookingId)).length, 1);
    assert.deepEqual(await papersOf(forgotten.bookingId), []);
  });

  it('is reminded of a week and two days before, once each, and not of what was booked later than that', async () => {
    const far = slotOf({ date: '2026-12-04' });
    await createBooking(test, { occurrences: [far] });
    await createBooking(test, { occurrences: [slotOf()] });

    await passes(3 * DAY + HOUR);
    await passes(MINUTE);
    const week = await mails();
    await passes(5 * DAY);
    await passes(MINUTE);
    const all = await mails();

    assert.equal(week.filter((message) => message === 'booking-in-a-week').length, 1);
    assert.equal(all.filter((message) => message === 'booking-in-two-days').length, 1);
  });

  describe('at the door', () => {
    let screen: string;
    const soon = () => slotOf({ roomId: 'rhine', date: '2026-11-24', from: 630, to: 690 });

    beforeEach(async () => {
      screen = (await createDevice(test, host, 'screen')).token;
    });

    const door = (room = 'rhine') => test.call('GET', `/rooms/${room}/door`, undefined, screen);

    it('is next, then on; its title is shown unless it is hidden; a combined room shows at its parts', async () => {
      const slot = soon();
      const held = await hold(test, { occurrences: [slot] });
      const word = textIn(held.body, 'manage');
      const agreed = confirmationOf(grossIn(held.body, 'booking', 'price'), {
        title: 'Board',
        titleHidden: false,
      });
      await test.call('POST', manage(word, '/confirmation'), agreed);

      const before = await door();
      await passes(40 * MINUTE);
      const during = await door();
      const combined = await door('canal-side');

      assert.equal(textIn(before.body, 'next', 'title'), 'Board');
      assert.equal(before.body.now, undefined);
      assert.equal(textIn(during.body, 'now', 'title'), 'Board');
      assert.equal(textIn(combined.body, 'now', 'bookingId'), textIn(held.body, 'booking', 'bookingId'));
    });

    it('is warned at ten minutes and released at fifteen when nobody comes', async () => {
      const slot = soon();
      const { word } = await createBooking(test, { occurrences: [slot] });

      await passes(40 * MINUTE);
      const warned = await mails();
      const waiting = await stateOf(word);
      await passes(5 * MINUTE);
      const again = await hold(test, { occurrences: [slotOf({ ...soon(), from: 645, to: 690 })] });

      assert(warned.includes('booking-no-show'));
      assert.deepEqual(waiting, ['confirmed', 'planned']);
      assert.deepEqual(await stateOf(word), ['confirmed', 'no-show']);
      assert.equal(again.status, 201);
    });

    it('is checked in, ended early, and free for others once it has been made ready', async () => {
      const slot = soon();
      const { word, bookingId } = await createBooking(test, { occurrences: [slot] });
      const which = { bookingId, occurrenceId: slot.occurrenceId };

      const early = await test.call('POST', '/rooms/rhine/door/check-ins', which, screen);
      await passes(31 * MINUTE);
      const here = await test.call('POST', '/rooms/rhine/door/check-ins', which, screen);
      await passes(10 * MINUTE);
      const done = await test.call('POST', '/rooms/rhine/door/endings', which, screen);
      const twice = await test.call('POST', '/rooms/rhine/door/endings', which, screen);
      const next = await hold(test, { occurrences: [slotOf({ ...soon(), from: 660, to: 690 })] });

      assert.equal(early.body.code, 'too_early');
      assert.equal(textIn(here.body, 'now', 'state'), 'checked-in');
      assert.equal(done.status, 200);
      assert.equal(twice.body.code, 'occurrence_over');
      assert.deepEqual(await stateOf(word), ['confirmed', 'used']);
      // Ended at 10:41, and a quarter of an hour to make it ready: the first whole quarter after that.
      assert.equal(textIn(done.body, 'take', 'startsAt'), '2026-11-24T10:00:00.000Z');
      assert.equal(next.status, 201);
    });

    it('is free for whoever walks by as soon as it is ended, where nothing has to be made ready', async () => {
      const slot = slotOf({ roomId: 'vecht', date: '2026-11-24', from: 600, to: 720 });
      const { bookingId } = await createBooking(test, { occurrences: [slot] });
      const which = { bookingId, occurrenceId: slot.occurrenceId };
      await test.call('POST', '/rooms/vecht/door/check-ins', which, screen);
      await passes(20 * MINUTE);
      const during = await door('vecht');

      const done = await test.call('POST', '/rooms/vecht/door/endings', which, screen);
      const { from, to } = doorView.parse(done.body).take ?? {};
      const walkedUp = await hold(test, {
        occurrences: [slotOf({ roomId: 'vecht', date: '2026-11-24', from, to })],
      });
      const meanwhile = await door('vecht');

      assert.equal(textIn(during.body, 'take', 'startsAt'), '2026-11-24T11:00:00.000Z');
      assert.deepEqual([from, to], [615, 645]);
      assert.equal(walkedUp.status, 201);
      // Held while they type: the door says from when it could be had again.
      assert.equal(textIn(meanwhile.body, 'take', 'startsAt'), '2026-11-24T09:45:00.000Z');
    });
  });

  it('that is waited for is held for whoever came first when it becomes free, and they are told', async () => {
    const slot = slotOf({ date: '2026-11-27' });
    const { word } = await createBooking(test, { occurrences: [slot] });
    const { quoteId: _quote, ...wish } = quoteOf({ occurrences: [slotOf({ date: '2026-11-27' })] });
    const wait = (waitId: string) => ({
      ...wish,
      waitId,
      billing: confirmationOf(0).billing,
      language: 'nl',
    });
    await test.call('POST', '/waiting-list', wait('the-first'));
    test.clock.forward(1000);
    await test.call('POST', '/waiting-list', wait('the-second'));

    await service().waiting.serve();
    const early = await mails();
    await test.call('POST', manage(word, '/cancellations'), {
      occurrenceId: slot.occurrenceId,
      scope: 'one',
      gross: 7_260,
    });
    await service().waiting.serve();
    await test.house.app.settled();

    const day = await test.call('GET', `/spaces/${UTRECHT}/bookings?date=2026-11-27`, undefined, host);
    const states = (day.body.bookings as { booking: { bookingId: string; state: string } }[]).map(
      ({ booking }) => [booking.bookingId, booking.state],
    );
    assert(!early.includes('waiting-list-free'));
    assert.deepEqual(
      states.filter(([, state]) => state === 'held'),
      [['the-first', 'held']],
    );
    assert.equal((await mails()).filter((message) => message === 'waiting-list-free').length, 1);
  });

  it('of a series is looked at date by date before anything is taken', async () => {
    await createBooking(test, { occurrences: [slotOf({ date: '2026-12-11' })] });
    const request = {
      ...slotOf({ date: '2026-12-04' }),
      spaceId: UTRECHT,
      people: 2,
      layout: 'boardroom',
      every: { unit: 'week', count: 1 },
      times: 4,
    };

    const reply = await test.call('POST', '/series-previews', request);

    const dates = reply.body.dates as Record<string, unknown>[];
    assert.deepEqual(
      dates.map(({ date, state, code, anotherRoom }) => [date, state, code ?? anotherRoom]),
      [
        ['2026-12-04', 'free', undefined],
        ['2026-12-11', 'taken', 'canal'],
        ['2026-12-18', 'free', undefined],
        ['2026-12-25', 'refused', 'room_closed'],
      ],
    );
  });

  it('lets yield rules be played over what was booked before', async () => {
    const manager = await createStaff(test, 'manager');
    await createBooking(test, { occurrences: [slotOf()] });
    const [thursdays] = test.house.app.services.rooms
      ? ((await test.call('GET', `/spaces/${UTRECHT}/booking-policy`, undefined, manager)).body
          .yield as object[])
      : [];
    const rule = { ...thursdays, when: { on: 'weekday', weekdays: [3] }, adjust: 2_000 };

    const reply = await test.call('POST', `/spaces/${UTRECHT}/yield-plays`, { rules: [rule] }, manager);

    assert.deepEqual(reply.body, { bookings: 1, touched: 1, base: 6_000, net: 7_200 });
  });

  it('uses a voucher once for a company, again after that came to nothing', async () => {
    const wish = () => ({
      voucher: 'welkom',
      occurrences: [slotOf({ date: '2026-12-03', from: 600 + 90 * count++, to: 660 + 90 * (count - 1) })],
    });
    let count = 0;
    const first = await createBooking(test, wish());
    const held = await hold(test, wish());

    const second = await confirm(test, held);
    const whole = await test.call('GET', manage(first.word));
    const occurrenceId = textIn(whole.body, 'occurrences', '0', 'occurrenceId');
    await test.call('POST', manage(first.word, '/cancellations'), {
      occurrenceId,
      scope: 'all',
      gross: grossIn(whole.body, 'price'),
    });
    const third = await confirm(test, held);

    assert.equal(second.body.code, 'voucher_used');
    assert.equal(third.status, 200);
  });

  it('is on the grid at once, which is the very same for as long as nothing changes', async () => {
    const { calendar, rooms, spaces } = test.house.app.services;
    const { id } = await spaces.space(spaceId.parse(UTRECHT));
    const grid = () => calendar.availability(id, { date: TOMORROW, days: 2 });
    const { policy } = await rooms.letting(id);

    const [empty, same] = [await grid(), await grid()];
    await createBooking(test, { occurrences: [slotOf({ date: TOMORROW })] });
    const [booked, again] = [await grid(), await grid()];
    await rooms.savePolicy(id, { ...policy, closures: [{ first: TOMORROW, last: TOMORROW }] });
    const closed = await grid();

    assert.deepEqual([same === empty, again === booked], [true, true]);
    assert.notDeepEqual(booked, empty);
    assert(closed.rooms.every(({ busy }) => busy[0]?.join() === '0,1440'));
  });

  it('shows the grid of a week with what its room needs around it', async () => {
    await createBooking(test, {
      occurrences: [slotOf({ roomId: 'canal-side', date: TOMORROW, from: 600, to: 660 })],
    });

    const reply: Reply = await test.call(
      'GET',
      `/spaces/${UTRECHT}/availability?date=${TOMORROW}&days=2&people=6`,
    );

    const rooms = reply.body.rooms as { roomId: string; busy: number[][] }[];
    assert.deepEqual(
      rooms.filter(({ roomId }) => ['rhine', 'vecht', 'canal'].includes(roomId)),
      [
        { roomId: 'rhine', busy: [[570, 675], []] },
        { roomId: 'vecht', busy: [[585, 675], []] },
      ],
    );
  });
});

function never(): never {
  throw new RangeError('no space lets rooms');
}
