import assert from 'node:assert/strict';
import { bookingImpact } from '#contract/reports';
import { gauge, statement } from '#contract/seat-fund';
import { DAY } from '#values/clock';
import { verifyBooks } from '../../server/verify-books.ts';
import { createBooking, grossIn, slotOf } from '../builders/bookings.ts';
import { createDevice, createPresent, textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { openScreen, type Screen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

/** The whole net price of a room goes to the fund; three people with coffee and lunch use up the house's own gift. */
const POLICY = {
  share: 10_000,
  seatCost: 7_000,
  coffeeCost: 400,
  lunchCost: 600,
  floor: 12,
  ceiling: 36,
  newcomerReserve: 0,
  amberDays: 5,
  greenDays: 20,
};
const NEXT_WEEK = '2026-12-01';

type Present = Awaited<ReturnType<typeof createPresent>>;

describe('what a paid room carries, over several days', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;
  let ana: Present;
  let bo: Present;
  let phone: Screen<'member'>;
  let bookingId: string;
  let word: string;
  const slot = slotOf({ date: NEXT_WEEK, from: 540, to: 780 });

  before(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
    kiosk = (await createDevice(test, host)).token;
    await test.call('PUT', '/fund/policy', { ...POLICY, revision: 1 }, await createStaff(test, 'manager'));
    ({ bookingId, word } = await createBooking(test, { occurrences: [slot] }));
    await pay();
    for (const [seat, name] of [
      ['s07', 'Cai'],
      ['s08', 'Dee'],
      ['s09', 'Eli'],
    ] as const) {
      const guest = await createPresent(test, kiosk, seat, { name, matching: false });
      await takes(guest, 'coffee', kiosk);
      await takes(guest, 'lunch', kiosk);
      await test.call('POST', '/check-outs', { personId: guest.personId }, kiosk);
    }
    test.clock.forward(DAY);
    ana = await createPresent(test, kiosk, 's01', { name: 'Ana', offers: ['vat'], needs: ['ux-research'] });
    bo = await createPresent(test, kiosk, 's05', { name: 'Bo', offers: ['ux-research'], needs: ['vat'] });
    phone = await openScreen(test.url, ana.token, 'member');
    await test.house.app.settled();
  });

  after(async () => {
    phone.close();
    await test.close();
  });

  const takes = ({ personId }: Present, kind: string, token: string) =>
    test.call('POST', '/fund/draws', { personId, kind }, token);

  const invoiceOf = async () => {
    const [paper] = await test.house.app.services.invoices.ofBooking(bookingId);
    return paper ?? assert.fail('no invoice was written');
  };

  async function pay(): Promise<void> {
    await test.house.app.settled();
    const { number: invoice, gross: amount } = await invoiceOf();
    await test.call('POST', '/payments', { paymentId: 'p-1', invoice, amount, currency: 'EUR' }, host);
    await test.house.app.settled();
  }

  async function impact() {
    const path = test.house.app.services.invoices.links.pathOf('impacts', bookingId);
    return bookingImpact.parse((await test.call('GET', path)).body);
  }

  it('is told to whoever sits there: the room, and the company only once it wants to be named', async () => {
    const { carriers } = await phone.until((state) => state.carriers.length > 0);
    const { companyId } = await invoiceOf();
    await test.call('PATCH', `/companies/${companyId}`, { naming: 'named' }, host);

    await takes(ana, 'coffee', ana.token);
    const { carriers: named, treats } = await phone.until((state) => state.treats.coffee !== undefined);

    assert.deepEqual(carriers, [{ kind: 'booking', roomId: 'rembrandt' }]);
    assert.deepEqual(named, [{ kind: 'booking', roomId: 'rembrandt', company: 'Bakkerij Acme B.V.' }]);
    assert.deepEqual(treats, { coffee: named[0] });
  });

  it('is one coffee and one lunch a day, and nobody else’s', async () => {
    await takes(ana, 'coffee', ana.token);
    await takes(ana, 'lunch', ana.token);
    const foreign = await takes(bo, 'lunch', ana.token);

    const { impact: carried } = await impact();

    assert.equal(foreign.body.code, 'not_allowed');
    assert.deepEqual([carried.seats, carried.coffees, carried.lunches, carried.left], [2, 1, 1, 3_000]);
  });

  it('is the introduction that happened there, counted once', async () => {
    const { introductions } = await phone.until((state) =>
      Object.values(state.introductions).some((one) => one.state === 'offered'),
    );
    const [id = ''] = Object.keys(introductions);
    for (const { token } of [ana, bo])
      await test.call('POST', `/introductions/${id}/answers`, { answer: 'yes' }, token);
    await test.call('POST', `/introductions/${id}/outcomes`, { outcome: 'talked' }, ana.token);
    await test.house.app.settled();

    const told = await impact();

    assert.equal(told.introductions, 1);
    assert.equal(told.company, 'Bakkerij Acme B.V.');
  });

  it('stays carried when the room is paid back: the house stands in, and the statement says so', async () => {
    const part = { occurrenceId: slot.occurrenceId, scope: 'all' };
    const back = await test.call('POST', `/bookings/manage/${word}/refunds`, part);
    const gross = grossIn(back.body);
    await test.call('POST', `/bookings/manage/${word}/cancellations`, { ...part, gross });
    await test.house.app.settled();
    const { number: invoice } = await invoiceOf();
    const refunded = await test.call('POST', '/refunds', { refundId: 'r-1', invoice, amount: gross }, host);
    await test.house.app.settled();

    const told = await impact();
    const stated = statement.parse(
      (await test.call('GET', '/fund/statements/2026-11', undefined, host)).body,
    );
    const shown = gauge.parse((await test.call('GET', '/fund/gauge', undefined, host)).body);
    const file = textIn((await test.call('GET', '/books/export', undefined, host)).body, 'text');

    assert.equal(refunded.status, 201);
    assert.deepEqual([told.impact.seats, told.impact.amount, told.impact.left], [2, 15_000, 0]);
    assert.equal(shown.balance, 0);
    assert.equal(stated.closing, 0);
    // All of it went back; what had been drawn of it the house gave.
    assert.deepEqual(
      stated.contributions.map(({ amount, returned }) => [amount, returned]),
      [[18_000, 18_000]],
    );
    assert.equal(stated.houseCarried, 15_000);
    assert.deepEqual(verifyBooks(file).fault, undefined);
  });
});
