import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { buildIfNeeded } from '../../server/build.ts';
import { SAMPLE_POLICY } from '../../server/sample-data/sample-fund.ts';
import { createBooking, slotOf, TOMORROW } from '../builders/bookings.ts';
import { createDevice, createPresent } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { chromiumPath, openBrowser, type Visitor } from '../support/browser.ts';
import { openPaired } from '../support/paired-device.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('free seats, in a real browser', function () {
  this.timeout(240_000);
  let test: TestHouse;
  let browser: Browser;
  let host: string;
  let kiosk: Visitor;
  let board: Visitor;

  before(async function () {
    if (!chromiumPath()) return this.skip();
    await buildIfNeeded();
    browser = await openBrowser();
  });

  after(() => browser?.close());

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
    kiosk = await openPaired(browser, test, { path: '/kiosk', host });
    board = await openPaired(browser, test, { path: '/board', host });
  });

  afterEach(async () => {
    const faults = [kiosk, board].flatMap((visitor) => visitor.faults);
    for (const visitor of [kiosk, board]) await visitor.close();
    await test.close();
    assert.deepEqual(faults, []);
  });

  /** The number that the kiosk says before what it counts. */
  const freeAt = (page: Page, free: number) => page.getByText(String(free), { exact: true }).waitFor();

  async function payFor(bookingId: string): Promise<void> {
    await test.house.app.settled();
    const [paper] = await test.house.app.services.invoices.ofBooking(bookingId);
    const { number: invoice, gross: amount } = paper ?? assert.fail('no invoice was written');
    await test.call('POST', '/payments', { paymentId: 'p-1', invoice, amount, currency: 'EUR' }, host);
    await test.house.app.settled();
  }

  it('are more on kiosk and board, with the reason, as soon as a room is paid; nobody loads a page anew', async () => {
    await freeAt(kiosk.page, 30);
    await board.page.getByText('30 of 36 seats free').waitFor();
    let loads = 0;
    for (const { page } of [kiosk, board]) page.on('load', () => loads++);
    const { bookingId } = await createBooking(test, {
      occurrences: [slotOf({ roomId: 'rhine', date: TOMORROW, from: 540, to: 780 })],
    });

    await payFor(bookingId);

    await freeAt(kiosk.page, 33);
    for (const { page } of [kiosk, board])
      await page.getByText('3 more since 10:00: Rhine was booked.').waitFor();
    await board.page.getByText('33 of 36 seats free').waitFor();
    assert.equal(loads, 0);
  });

  it('that are all taken are said to be, with why, and with what can be done', async () => {
    const manager = await createStaff(test, 'manager');
    const policy = { ...SAMPLE_POLICY, floor: 1, ceiling: 1, newcomerReserve: 0, revision: 1 };
    await test.call('PUT', '/fund/policy', policy, manager);

    await createPresent(test, (await createDevice(test, host)).token, 's01');

    await kiosk.page.getByText('All seats are taken right now').waitFor();
    await kiosk.page.getByText('As many as this house gives away in a day.').waitFor();
    await kiosk.page.getByRole('img', { name: 'QR code that finds a room' }).waitFor();
    await assertAccessible(kiosk.page, 'no free seat');
  });
});
