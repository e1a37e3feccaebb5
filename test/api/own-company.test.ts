import assert from 'node:assert/strict';
import { companyBookings, companyPapers } from '#contract/bookings';
import { ACME, confirm, confirmationOf, grossIn, hold, slotOf } from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { createCompany, createStaff } from '../builders/world.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('what those who book for a company see of it', () => {
  let test: TestHouse;
  let token: string;
  let billing: typeof ACME;

  beforeEach(async () => {
    test = await openTestHouse();
    const company = await createCompany(test, await createStaff(test, 'host'), {
      name: ACME.name,
      vatNumber: undefined,
    });
    ({ token } = company);
    const { email } = company.booker;
    billing = { ...ACME, email: email.toUpperCase() };
  });

  afterEach(() => test.close());

  /** A booking of the company, by its own booker; its price. */
  async function book(wish: Parameters<typeof hold>[1], named: object = {}): Promise<number> {
    const held = await hold(test, wish, token);
    const gross = grossIn(held.body, 'booking', 'price');
    const agreed = confirmationOf(gross, { billing, ...named });
    const path = `/bookings/manage/${textIn(held.body, 'manage')}/confirmation`;
    const { status } = await test.call('POST', path, agreed, token);
    assert.equal(status, 200);
    await test.house.app.settled();
    return gross;
  }

  async function seen() {
    const [bookings, papers] = await Promise.all([
      test.call('GET', '/own-company/bookings', undefined, token),
      test.call('GET', '/own-company/papers', undefined, token),
    ]);
    const { bookings: booked } = companyBookings.parse(bookings.body);
    return { booked, written: companyPapers.parse(papers.body).papers };
  }

  it('is its bookings, the next first, each with its link, and its papers, the newest first', async () => {
    const later = await book({ occurrences: [slotOf({ date: '2026-12-04' })] });
    const sooner = await book({ occurrences: [slotOf({ roomId: 'vecht', to: 690 })] });

    const { booked, written } = await seen();

    const own = booked.filter(({ manage }) => manage);
    assert.deepEqual(
      own.map(({ gross }) => gross),
      [sooner, later],
    );
    const byLink = await test.call('GET', `/bookings/manage/${own[0]?.manage}`);
    assert.equal(byLink.body.bookingId, own[0]?.bookingId);
    const opened = written.flatMap(({ path, gross }) => (path === undefined ? [] : [gross]));
    assert.deepEqual(opened.toSorted(), [later, sooner].toSorted());
    assert.equal((await test.call('GET', written.find(({ path }) => path)?.path ?? '')).status, 200);
  });

  it('is no way into what a stranger has booked in its name, nor the title that they keep from the door', async () => {
    const held = await hold(test);
    const gross = grossIn(held.body, 'booking', 'price');
    const agreed = confirmationOf(gross, { title: 'A take-over', titleHidden: true });
    await test.call('POST', `/bookings/manage/${textIn(held.body, 'manage')}/confirmation`, agreed);
    await test.house.app.settled();

    const { booked, written } = await seen();

    assert.deepEqual(
      booked.map(({ gross: shown, manage, title }) => [shown, manage, title]),
      [[gross, undefined, undefined]],
    );
    assert.deepEqual(
      written.map(({ gross: shown, path }) => [shown, path]),
      [[gross, undefined]],
    );
  });

  it('is nothing that is over or was given up', async () => {
    const held = await hold(test, {}, token);
    await confirm(test, held, token);
    const word = textIn(held.body, 'manage');
    const { booked: before } = await seen();
    const { occurrences } = Object(held.body.booking);
    const part = { occurrenceId: occurrences[0].occurrenceId, scope: 'all' };
    const { body: refund } = await test.call('POST', `/bookings/manage/${word}/refunds`, part);

    await test.call('POST', `/bookings/manage/${word}/cancellations`, { ...part, gross: grossIn(refund) });

    const { booked: after } = await seen();
    assert.deepEqual([before.length, after.length], [1, 0]);
  });
});
