import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SAMPLE_POLICY } from '../../server/sample-data/sample-fund.ts';
import { createBooking, slotOf, TOMORROW } from '../builders/bookings.ts';
import { createDevice, createPresent } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import type { TestHouse } from '../support/test-house.ts';

describe('free seats, in a real browser', function () {
  let test: TestHouse;
  let host: string;
  let kiosk: Page;
  let board: Page;

  const { pair } = journey(this, async (house) => {
    test = house;
    host = await createStaff(test, 'host');
    kiosk = await pair({ path: '/kiosk', host });
    board = await pair({ path: '/board', host });
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
    await freeAt(kiosk, 30);
    await board.getByText('30 of 36 seats free').waitFor();
    let loads = 0;
    for (const page of [kiosk, board]) page.on('load', () => loads++);
    const { bookingId } = await createBooking(test, {
      occurrences: [slotOf({ roomId: 'rhine', date: TOMORROW, from: 540, to: 780 })],
    });

    await payFor(bookingId);

    await freeAt(kiosk, 33);
    for (const page of [kiosk, board])
      await page.getByText('3 more since 10:00: Rhine was booked.').waitFor();
    await board.getByText('33 of 36 seats free').waitFor();
    assert.equal(loads, 0);
  });

  it('that are all taken are said to be, with why, and with what can be done', async () => {
    const manager = await createStaff(test, 'manager');
    const policy = { ...SAMPLE_POLICY, floor: 1, ceiling: 1, newcomerReserve: 0 };
    await test.call('PUT', '/fund/policy', policy, manager);

    await createPresent(test, (await createDevice(test, host)).token, 's01');

    await kiosk.getByText('All seats are taken right now').waitFor();
    await kiosk.getByText('As many as this house gives away in a day.').waitFor();
    await kiosk.getByRole('img', { name: 'QR code that finds a room' }).waitFor();
    await assertAccessible(kiosk, 'no free seat');
  });
});
