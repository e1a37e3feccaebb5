import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { MINUTE } from '#values/clock';
import { buildIfNeeded } from '../../server/build.ts';
import { createBooking, slotOf } from '../builders/bookings.ts';
import { createStaff } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { chromiumPath, openBrowser, type Visitor } from '../support/browser.ts';
import { openPaired } from '../support/paired-device.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const TODAY = '2026-11-24';

describe('the panel beside a room, in a real browser', function () {
  this.timeout(240_000);
  let test: TestHouse;
  let browser: Browser;
  let door: Visitor;

  before(async function () {
    if (!chromiumPath()) return this.skip();
    await buildIfNeeded();
    browser = await openBrowser();
  });

  after(() => browser?.close());

  beforeEach(async () => {
    test = await openTestHouse();
    await hangDoor();
  });

  afterEach(async () => {
    const { faults } = door;
    await door.close();
    await test.close();
    assert.deepEqual(faults, []);
  });

  /** A host types the panel's code, and whoever hangs it up says which room it is. */
  async function hangDoor(): Promise<void> {
    door = await openPaired(browser, test, { path: '/door', host: await createStaff(test, 'host') });
    await door.page.getByRole('button', { name: 'Rhine', exact: true }).click();
    await door.page.getByRole('heading', { name: 'Rhine' }).waitFor();
  }

  const says = (word: string) => door.page.getByRole('status').getByText(word, { exact: true }).waitFor();
  const press = (name: string) => door.page.getByRole('button', { name }).click();

  it('offers a free room by its code, and remembers which room it hangs at', async () => {
    await says('Free');
    await door.page.getByRole('img', { name: /books this room/ }).waitFor();
    await assertAccessible(door.page, 'free');

    await door.page.reload();

    await says('Free');
  });

  it('lets a meeting in, warns of one that does not come, and lets it go early', async () => {
    await createBooking(test, {
      occurrences: [slotOf({ roomId: 'rhine', date: TODAY, from: 615, to: 660 })],
    });
    await door.page.reload();
    await says('Soon');
    await assertAccessible(door.page, 'soon');
    test.clock.forward(26 * MINUTE);
    await door.page.reload();
    await says('Nobody here yet?');
    await door.page.getByText('Check in by 10:30').waitFor();
    await assertAccessible(door.page, 'late');

    await press('We are here');
    await says('In use');
    await assertAccessible(door.page, 'in use');
    await press('We are done');

    // The Rhine needs a quarter of an hour to be made ready: 10:26 is over, and a whole one after it.
    await says('On hold');
    await door.page.getByText('free from 10:45').waitFor();
    await assertAccessible(door.page, 'on hold');
  });
});
