import assert from 'node:assert/strict';
import { bookingId as bookingIdOf } from '../../server/bookings/contract.ts';
import { confirm, grossIn, hold, slotOf, type WishOverrides } from '../builders/bookings.ts';
import { anotherAddress } from '../builders/callers.ts';
import { OWN_TERMS } from '../builders/companies.ts';
import { textIn } from '../builders/people.ts';
import { createCompany, createStaff } from '../builders/world.ts';
import { mailsIn } from '../support/outbox.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const MINUTE = 60_000;

describe('what a booking takes of its company’s budget', () => {
  let test: TestHouse;
  let host: string;
  let token: string;
  let companyId: Awaited<ReturnType<typeof createCompany>>['companyId'];

  beforeEach(async () => {
    test = await openTestHouse({ settings: { PUBLIC_URL: 'https://table.example' } });
    host = await createStaff(test, 'host');
    ({ token, companyId } = await createCompany(test, host));
    await allow(100_000);
  });

  afterEach(() => test.close());

  const allow = (monthly: number) =>
    test.call('PATCH', '/own-company', { budget: { ...OWN_TERMS.budget, monthly } }, token);
  const post = (path: string, body: object) => test.call('POST', path, body, undefined, anotherAddress());

  async function book(wish: WishOverrides = {}) {
    const held = await hold(test, wish, token);
    const reply = await confirm(test, held, token);
    return { reply, path: `/bookings/manage/${textIn(held.body, 'manage')}` };
  }

  /** Gives a whole booking up. */
  async function giveUp({ path, reply }: { path: string; reply: Reply }): Promise<void> {
    const part = { occurrenceId: textIn(reply.body, 'occurrences', '0', 'occurrenceId'), scope: 'all' };
    const refund = await post(`${path}/refunds`, part);
    const { body } = await post(`${path}/cancellations`, { ...part, gross: grossIn(refund.body) });
    assert.equal(body.state, 'cancelled');
  }

  /** What is taken of the budget of November. */
  async function taken(): Promise<unknown> {
    await test.house.app.settled();
    const { body } = await test.call('GET', `/companies/${companyId}`, undefined, host);
    return Reflect.get(Object(body.spending), 'taken');
  }

  it('goes back when a hold runs out whose confirmation was cut off', async () => {
    const { companies, bookings } = test.house.app.services;
    const held = await hold(test, {}, token);
    const bookingId = bookingIdOf.parse(textIn(held.body, 'booking', 'bookingId'));
    // As far as a confirmation had come when its process died.
    await companies.takeBudget({ companyId, bookingId, total: 7_260, at: test.clock.now() });
    const before = await taken();

    test.clock.forward(10 * MINUTE);
    await bookings.age();

    assert.deepEqual([before, await taken()], [7_260, 0]);
  });

  it('goes back when a hold ran out while it was being confirmed', async () => {
    const { companies, bookings } = test.house.app.services;
    const held = await hold(test, {}, token);
    const bookingId = bookingIdOf.parse(textIn(held.body, 'booking', 'bookingId'));
    test.clock.forward(10 * MINUTE);
    await bookings.age();
    await companies.takeBudget({ companyId, bookingId, total: 7_260, at: test.clock.now() });

    const late = await confirm(test, held, token);

    assert.equal(late.body.code, 'booking_not_held');
    assert.equal(await taken(), 0);
  });

  it('goes back to the month that it came from, though the booking was moved to another', async () => {
    const slot = slotOf({ date: '2026-11-27' });
    const booked = await book({ occurrences: [slot] });
    const before = await taken();
    const move = { move: { ...slot, date: '2026-12-04', scope: 'one' } };
    const preview = await post(`${booked.path}/change-previews`, move);
    const moved = await post(`${booked.path}/changes`, {
      ...move,
      gross: grossIn(preview.body, 'difference'),
    });

    await giveUp(booked);

    assert.equal(moved.status, 200);
    assert.deepEqual([before, await taken()], [7_260, 0]);
  });

  it('is nothing where a voucher was used before', async () => {
    const first = await book({ voucher: 'welkom' });
    const second = await book({ voucher: 'welkom', occurrences: [slotOf({ from: 900, to: 960 })] });

    assert.equal(second.reply.body.code, 'voucher_used');
    assert.equal(await taken(), grossIn(first.reply.body, 'price'));
  });

  it('is nothing where the approver says yes to what was given up meanwhile, however often', async () => {
    await allow(1);
    const wanted = await book();
    const [asked] = (await mailsIn(test)).filter(({ subject }) => /approval/.test(subject ?? ''));
    const word = /#approval=(\S+)/.exec(asked?.text ?? '')?.[1];
    await giveUp(wanted);
    await test.house.app.settled();
    const shown = await test.call('GET', `/approvals/${word}`);

    const answers = [
      await post(`/approvals/${word}`, { approve: true }),
      await post(`/approvals/${word}`, { approve: true }),
    ];

    assert.deepEqual(
      answers.map(({ body }) => body.code),
      ['approval_over', 'approval_over'],
    );
    assert.deepEqual([shown.body.state, await taken()], ['withdrawn', 0]);
  });
});
