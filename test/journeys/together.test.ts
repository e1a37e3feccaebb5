import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { createBooking, slotOf } from '../builders/bookings.ts';
import { takeRoom } from '../builders/lettings.ts';
import { createDevice, createPresent, textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import type { TestHouse } from '../support/test-house.ts';

const TODAY = '2026-11-24';

describe('people who meet on free seats, in a real browser', function () {
  let test: TestHouse;
  let host: string;
  let ana: Awaited<ReturnType<typeof createPresent>>;

  const { visit, pair } = journey(this, async (house) => {
    test = house;
    host = await createStaff(test, 'host');
    ana = await createPresent(test, (await createDevice(test, host)).token, 's01', { name: 'Ana Bakker' });
  });

  async function openPhone(): Promise<Page> {
    const { auth } = test.house.app.services;
    const link = await auth.createLink({ role: 'person', subjectId: ana.personId }, 15);
    return visit(`/me#link=${link.token}`);
  }

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

  it('take a room in two taps on the phone, see where it is and how it is paid, and give it back', async () => {
    const page = await openPhone();

    await press(page, 'Meet in a room');
    await page.getByRole('heading', { name: 'Canal nook' }).waitFor();
    await page.getByText('10:00–10:30').waitFor();
    await page.getByText('€7.26').waitFor();
    await page.getByLabel('Where does the invoice go?').fill('ana@example.com');
    await assertAccessible(page, 'a room is proposed');
    await press(page, 'Take Canal nook');

    const own = page.getByRole('region', { name: 'Your room' });
    await own.getByText('Canal nook is yours until 10:30').waitFor();
    await assertAccessible(page, 'a room is taken');
    await own.getByRole('button', { name: 'We are done' }).click();
    await page.getByRole('region', { name: 'Meeting people here?' }).waitFor();
  });

  it('are told which room is free next where none is now', async () => {
    for (const roomId of ['canal', 'vecht', 'rhine', 'rembrandt', 'dom'])
      await createBooking(test, {
        occurrences: [slotOf({ roomId, date: TODAY, from: 600, to: roomId === 'vecht' ? 645 : 720 })],
      });
    const page = await openPhone();

    await press(page, 'Meet in a room');

    await page.getByText('Vecht is free at 10:45.').waitFor();
    await assertAccessible(page, 'no room is free');
  });

  it('take it in two taps at the kiosk, where the address of their last invoice is known', async () => {
    const taken = await takeRoom(test, ana);
    await test.call('POST', '/together-endings', { bookingId: taken, personId: ana.personId }, ana.token);
    const page = await pair({ path: '/kiosk', host });
    const own = await test.call('GET', '/people/me', undefined, ana.token);

    await press(page, /English/);
    await page.getByLabel('Pass code').fill(textIn(own.body, 'pass', 'code'));
    await page.getByLabel('PIN').fill(textIn(own.body, 'pass', 'pin'));
    await assertAccessible(page, 'somebody is here');
    const sizes = [page.viewportSize() ?? { width: 1280, height: 800 }, { width: 360, height: 740 }];
    for (const size of sizes) {
      await page.setViewportSize(size);
      const isWhole = await page.locator('main').evaluate((main) => main.scrollHeight <= main.clientHeight);
      assert(isWhole, `all that can be done is in sight on ${size.width} by ${size.height}`);
    }
    await press(page, 'Meet in a room');
    await page.getByText('The invoice goes to b•••@example.com.').waitFor();
    await press(page, 'Take Canal nook');

    await page.getByText('Canal nook is yours until 10:30').waitFor();
    await page.getByRole('img', { name: 'QR code that opens the booking' }).waitFor();
    await assertAccessible(page, 'a room is taken at the kiosk');
  });
});
