import assert from 'node:assert/strict';
import { type Booking, booking as bookingSchema, bookingsOfDay, changePreview } from '#contract/bookings';
import { confirm, hold, slotOf } from '../builders/bookings.ts';
import { anotherAddress, UTRECHT } from '../builders/callers.ts';
import { textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { mailsIn } from '../support/outbox.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const DAY = 24 * 60 * 60_000;

describe('a booking of a room that is let on a host’s word, when it moves', () => {
  let test: TestHouse;
  let host: string;
  let slot: ReturnType<typeof slotOf>;
  let manage: string;
  let bookingId: string;

  let day = 6;
  let told: readonly string[];

  before(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
  });

  after(() => test.close());

  // Each has a working day of its own.
  beforeEach(async () => {
    day += day % 7 === 4 ? 3 : 1;
    slot = slotOf({ roomId: 'canal-side', date: `2026-12-${String(day).padStart(2, '0')}` });
    const held = await hold(test, { occurrences: [slot] });
    const { body } = await confirm(test, held);
    bookingId = textIn(body, 'bookingId');
    manage = `/bookings/manage/${textIn(held.body, 'manage')}`;
    await answer(true);
    await test.house.app.settled();
    told = (await written()).map(({ id }) => id);
  });

  const decide = (word: object) => test.call('POST', `/bookings/${bookingId}/decisions`, word, host);
  /** A host's word on what stands. */
  async function answer(approve: boolean) {
    const { asked } = await now();
    return decide({ approve, ...(asked ? { askId: asked.askId } : {}) });
  }
  const at = (from: number, overrides: object = {}) => ({
    move: { ...slot, scope: 'one', from, to: from + 60, ...overrides },
  });
  const previewed = async (change: object) =>
    changePreview.parse(
      (await test.call('POST', `${manage}/change-previews`, change, undefined, anotherAddress())).body,
    );
  async function change(change: object, token?: string): Promise<Booking> {
    const { difference } = await previewed(change);
    const agreed = { ...change, gross: difference.gross };
    const { body, status } = await test.call('POST', `${manage}/changes`, agreed, token, anotherAddress());
    assert.equal(status, 200, JSON.stringify(body));
    return bookingSchema.parse(body);
  }
  async function now(): Promise<Booking> {
    await test.house.app.settled();
    return bookingSchema.parse((await test.call('GET', manage)).body);
  }
  const times = ({ occurrences }: Pick<Booking, 'occurrences'>) => occurrences.map(({ from }) => from);
  const isFree = async (from: number) =>
    (
      await hold(test, {
        occurrences: [{ ...slotOf(), roomId: slot.roomId, date: slot.date, from, to: from + 60 }],
      })
    ).status === 201;
  const written = async () =>
    (await mailsIn(test)).map(({ messageId, subject }) => ({ id: messageId ?? '', subject: subject ?? '' }));
  /** What was written since the booking stood. */
  const subjects = async () =>
    (await written()).filter(({ id }) => !told.includes(id)).map(({ subject }) => subject);

  it('keeps what it has and what it asks for until the host answers', async () => {
    const { awaits } = await previewed(at(840));

    const asked = await change(at(840));

    assert.deepEqual(awaits, ['host']);
    assert.deepEqual(
      [asked.state, times(asked), asked.asked && times(asked.asked)],
      ['confirmed', [600], [840]],
    );
    assert.deepEqual([await isFree(600), await isFree(840)], [false, false]);
    await test.house.app.settled();
    assert.equal((await subjects()).filter((subject) => subject.startsWith('Asked for:')).length, 1);
    assert.equal((await subjects()).filter((subject) => subject.startsWith('Changed:')).length, 0);
  });

  it('stands before the host however far ahead it lies, until it is answered', async () => {
    const requests = async () => {
      const { body } = await test.call('GET', `/spaces/${UTRECHT}/booking-requests`, undefined, host);
      return bookingsOfDay.parse(body).bookings.map(({ booking }) => booking);
    };
    const earlier = (await requests()).map(({ bookingId: id }) => id);
    await change(at(840));
    const requested = await hold(test, {
      occurrences: [slotOf({ roomId: 'canal-side', date: '2027-02-01' })],
    });
    await confirm(test, requested);

    const asked = (await requests()).filter(({ bookingId: id }) => !earlier.includes(id));
    await answer(false);

    assert.deepEqual(
      new Map(asked.map(({ bookingId: id, state }) => [id, state])),
      new Map([
        [bookingId, 'confirmed'],
        [textIn(requested.body, 'booking', 'bookingId'), 'requested'],
      ]),
    );
    assert(!(await requests()).some(({ bookingId: id }) => id === bookingId));
  });

  it('moves with a yes, and leaves the old time to others', async () => {
    await change(at(840));

    await answer(true);

    const moved = await now();
    assert.deepEqual([moved.asked, times(moved)], [undefined, [840]]);
    assert.deepEqual([await isFree(600), await isFree(840)], [true, false]);
    assert.equal((await subjects()).filter((subject) => subject.startsWith('Changed:')).length, 1);
  });

  it('stays where it is with a no, and leaves the other time to others', async () => {
    await change(at(840));

    await answer(false);

    const kept = await now();
    assert.deepEqual([kept.state, kept.asked, times(kept)], ['confirmed', undefined, [600]]);
    assert.deepEqual([await isFree(600), await isFree(840)], [false, true]);
    assert.equal((await subjects()).filter((subject) => subject.startsWith('Not changed:')).length, 1);
    assert.equal((await answer(true)).body.code, 'booking_not_requested');
  });

  it('asks for one change at a time: the last', async () => {
    await change(at(840));

    await change(at(960));
    await answer(true);

    assert.deepEqual(times(await now()), [960]);
    assert.deepEqual([await isFree(600), await isFree(840)], [true, true]);
  });

  it('is not agreed to by a host who was shown another change', async () => {
    const { asked: shown } = await change(at(840));
    const { asked: stands } = await change(at(960));

    const late = await decide({ approve: true, askId: shown?.askId });
    const unaware = await decide({ approve: true });

    assert.deepEqual([late.body.code, unaware.body.code], ['changed_meanwhile', 'changed_meanwhile']);
    assert.deepEqual([(await now()).asked, times(await now())], [stands, [600]]);
  });

  it('takes back what it asked for when it is given up', async () => {
    await change(at(840));

    const part = { occurrenceId: slot.occurrenceId, scope: 'all' };
    const { body: refund } = await test.call('POST', `${manage}/refunds`, part, undefined, anotherAddress());
    await test.call(
      'POST',
      `${manage}/cancellations`,
      { ...part, gross: refund.gross },
      undefined,
      anotherAddress(),
    );

    assert.deepEqual([(await now()).state, await isFree(600), await isFree(840)], ['cancelled', true, true]);
  });

  const cases = [
    { change: { people: 4 }, asks: true, because: 'a host agreed to so many' },
    {
      change: { options: [{ code: 'coffee', quantity: 2 }] },
      asks: false,
      because: 'coffee is nobody’s worry',
    },
  ];
  for (const { change: wanted, asks, because } of cases)
    it(`${asks ? 'asks' : 'does not ask'} for ${Object.keys(wanted)} (${because})`, async () => {
      const { asked, people } = await change(wanted);

      assert.equal(asked !== undefined, asks);
      assert.equal(people, 2);
    });

  it('does not ask where it leaves for a room that is let without, nor where a host moves it', async () => {
    const byHost = await change(at(840), host);
    const away = await change(at(840, { roomId: 'rembrandt' }));

    assert.deepEqual([byHost.asked, times(byHost)], [undefined, [840]]);
    assert.deepEqual([away.asked, away.occurrences[0]?.roomId], [undefined, 'rembrandt']);
  });

  it('asks where it comes from a room that is let without', async () => {
    const other = slotOf({ date: slot.date, from: 840, to: 900 });
    const held = await hold(test, { occurrences: [other] });
    await confirm(test, held);
    manage = `/bookings/manage/${textIn(held.body, 'manage')}`;

    const asked = await change({ move: { ...other, scope: 'one', roomId: 'canal-side' } });

    assert.deepEqual(
      [asked.occurrences[0]?.roomId, asked.asked?.occurrences[0]?.roomId],
      ['rembrandt', 'canal-side'],
    );
  });

  it('stays where it is where nobody answers in time', async () => {
    await change(at(840));
    // What the change gave to do is done: the clock is not to meet it half-way.
    await test.house.app.settled();

    test.clock.forward(3 * DAY);
    const late = await answer(true);
    await test.house.app.services.bookings.age();

    const kept = await now();
    assert.equal(late.body.code, 'booking_not_requested');
    assert.deepEqual([kept.state, kept.asked, times(kept)], ['confirmed', undefined, [600]]);
    assert.equal(await isFree(840), true);
  });
});
