import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { MINUTE } from '#values/clock';
import { LANGUAGES } from '#values/locale';
import { confirmationOf, createBooking, grossIn, hold, slotOf } from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import type { TestHouse } from '../support/test-house.ts';

const TODAY = '2026-11-24';

describe('the panel beside a room, in a real browser', function () {
  let test: TestHouse;
  let door: Page;

  const { pair } = journey(this, async (house) => {
    test = house;
    await hangDoor();
  });

  /** A host types the panel's code, and whoever hangs it up says which room it is. */
  async function hangDoor(): Promise<void> {
    door = await pair({ path: '/door', host: await createStaff(test, 'host') });
    await door.getByRole('button', { name: 'Rhine', exact: true }).click();
    await door.getByRole('heading', { name: 'Rhine' }).waitFor();
  }

  /** A booking that stands, whose title the door may show. */
  async function bookAs(title: string, slot: ReturnType<typeof slotOf>): Promise<void> {
    const held = await hold(test, { occurrences: [slot] });
    const agreed = confirmationOf(grossIn(held.body, 'booking', 'price'), { title });
    const word = textIn(held.body, 'manage');
    const { status } = await test.call('POST', `/bookings/manage/${word}/confirmation`, agreed);
    assert.equal(status, 200);
  }

  const says = (word: string) => door.getByRole('status').getByText(word, { exact: true }).waitFor();
  const press = (name: string) => door.getByRole('button', { name }).click();

  it('offers a free room by its code, and remembers which room it hangs at', async () => {
    await says('Free');
    await door.getByRole('img', { name: /books this room/ }).waitFor();
    await assertAccessible(door, 'free');

    await door.reload();

    await says('Free');
  });

  it('shows everything at once on a small panel, in every language, whatever the meeting is called', async () => {
    await door.setViewportSize({ width: 800, height: 480 });
    const title = 'Quarterly planning of the northern region, with everybody who can come';
    const slot = { roomId: 'rhine', date: TODAY };
    const isWhole = () =>
      door.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
      });
    const look = async (state: string) => {
      for (const language of LANGUAGES) {
        await door.locator(`label[lang=${language}]`).click();
        await door.locator(`html[lang=${language}]`).waitFor();
        assert(await isWhole(), `${state} fits, in ${language}`);
      }
      await door.locator('label[lang=en]').click();
    };
    await look('free');
    for (const hours of [
      { from: 615, to: 660 },
      { from: 720, to: 780 },
    ])
      await bookAs(title, slotOf({ ...slot, ...hours }));
    test.clock.forward(26 * MINUTE);
    await door.reload();

    await says('Nobody here yet?');
    await look('late');
    await press('We are here');
    await says('In use');
    await look('in use');
  });

  it('lets a meeting in, warns of one that does not come, and lets it go early', async () => {
    await createBooking(test, {
      occurrences: [slotOf({ roomId: 'rhine', date: TODAY, from: 615, to: 660 })],
    });
    await door.reload();
    await says('Soon');
    await assertAccessible(door, 'soon');
    test.clock.forward(26 * MINUTE);
    await door.reload();
    await says('Nobody here yet?');
    await door.getByText('Check in by 10:30').waitFor();
    await assertAccessible(door, 'late');

    await press('We are here');
    await says('In use');
    await assertAccessible(door, 'in use');
    await press('We are done');

    // The Rhine needs a quarter of an hour to be made ready: 10:26 is over, and a whole one after it.
    await says('On hold');
    await door.getByText('free from 10:45').waitFor();
    await assertAccessible(door, 'on hold');
  });
});
