import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '#values/locale';
import { createBooking, grossIn, slotOf } from '../builders/bookings.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import { enter, tabTo, typeInto } from '../support/keyboard.ts';
import { mailsIn } from '../support/outbox.ts';
import type { TestHouse } from '../support/test-house.ts';

const address = [
  ['Company', 'De Korrel'],
  ['Your name', 'Noor de Wit'],
  ['E-mail', 'noor@example.com'],
  ['Street and number', 'Domplein 1'],
  ['Postcode', '3512 JC'],
  ['City', 'Utrecht'],
] as const;

/** The page proposes tomorrow from nine to twelve; this is the Wednesday after. */
const NEXT_WEEK = '2026-12-02';
const TOMORROW = '2026-11-25';

describe('rooms for more than once, and rooms that are taken, in a real browser', function () {
  let test: TestHouse;

  const { visit: open } = journey(this, (house) => {
    test = house;
  });

  async function visit(path: string, { locale = 'en', width = 1280 } = {}): Promise<Page> {
    const at = test.clock.now();
    return open(path, { width, height: 900, locale, at });
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const take = (date: string) =>
    createBooking(test, { occurrences: [slotOf({ date, from: 540, to: 720 })], people: 8 });

  /** Tabs to a list and chooses by its first letters, as a keyboard does. */
  async function pick(page: Page, label: RegExp, letters: string): Promise<void> {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(letters);
  }

  it('are booked for several dates at once, with the keyboard alone, in another room where one is taken', async () => {
    await take(NEXT_WEEK);
    const page = await visit('/booking');
    const fitting = page.getByRole('list', { name: 'Rooms that fit' });
    await enter(page, fitting.getByRole('button', { name: /^Rembrandt/ }));
    await page.getByTestId('total').waitFor();
    await enter(page, button(page, 'Continue'));

    await pick(page, /^How often$/, 'Every week');
    await typeInto(page, page.getByRole('textbox', { name: 'How many times' }), '3');
    await page.getByText('2 of 3 dates will be booked, all of them or none.').waitFor();
    await pick(page, /^Instead of Wednesday 2 December$/, 'Rhine');
    await page.getByText('3 of 3 dates will be booked, all of them or none.').waitFor();
    await page.getByText('Room, 9 hours').waitFor();
    const total = await page.getByTestId('total').textContent();
    await enter(page, button(page, 'Hold this room'));
    for (const [label, text] of address) await typeInto(page, page.getByLabel(label, { exact: true }), text);
    await enter(page, button(page, 'Confirm the booking'));
    await page.getByRole('heading', { name: 'It is booked' }).waitFor();

    const href = await page.getByRole('link', { name: /change or cancel/ }).getAttribute('href');
    const word = href?.split('=')[1] ?? '';
    const { body } = await test.call('GET', `/bookings/manage/${word}`);
    const kept: { roomId: string; date: string }[] = Object(body.occurrences);
    assert.deepEqual(
      kept.map(({ roomId, date }) => `${roomId} ${date}`),
      ['rembrandt 2026-11-25', 'rhine 2026-12-02', 'rembrandt 2026-12-09'],
    );
    assert.equal(grossIn(body, 'price'), Number(total?.replace(/[^\d]/g, '')));
  });

  it('are given up for one date and those after it, and the first stays', async () => {
    const dates = [TOMORROW, NEXT_WEEK, '2026-12-09'];
    const { word } = await createBooking(test, { occurrences: dates.map((date) => slotOf({ date })) });
    const page = await visit(`/booking#manage=${word}`);

    await button(page, 'Cancel this booking').click();
    await page.getByLabel('Which date').selectOption({ label: 'Wednesday 2 December, 10:00' });
    await page.getByRole('radio', { name: 'This and those after it' }).check({ force: true });
    await page.getByText(/^You get all of it back/).waitFor();
    await button(page, 'Cancel it').click();
    await page.getByText('Cancelled', { exact: true }).nth(1).waitFor();

    const { body } = await test.call('GET', `/bookings/manage/${word}`);
    const kept: { state: string }[] = Object(body.occurrences);
    assert.deepEqual(
      kept.map(({ state }) => state),
      ['planned', 'cancelled', 'cancelled'],
    );
  });

  it('are waited for where they are taken, and held with a mail when they become free', async () => {
    const { word, bookingId } = await take(TOMORROW);
    const page = await visit('/booking');
    await enter(page, button(page, 'Tell me when Rembrandt is free'));
    await enter(page, button(page, 'Wait for it'));
    await page.getByText('Please fill this in.').first().waitFor();
    await typeInto(page, page.getByLabel('Your name'), 'Noor de Wit');
    await typeInto(page, page.getByLabel('E-mail'), 'noor@example.com');
    await enter(page, button(page, 'Wait for it'));
    await page.getByText('You are on the list. We write to noor@example.com').waitFor();

    const { bookings } = test.house.app.services;
    const { occurrences } = await bookings.view(word);
    const part = { occurrenceId: occurrences[0]?.occurrenceId, scope: 'all' };
    const { body: refund } = await test.call('POST', `/bookings/manage/${word}/refunds`, part);
    await test.call('POST', `/bookings/manage/${word}/cancellations`, { ...part, gross: grossIn(refund) });
    await bookings.waiting.serve();

    const texts = (await mailsIn(test)).map(({ text }) => text ?? '');
    const links = new Set(texts.flatMap((text) => /\/booking#manage=\S+/.exec(text) ?? []));
    const [theirs] = [...links].filter((link) => !link.includes(bookingId));
    assert(theirs, 'a mail brings the link');
    await page.goto(`${test.url}${theirs}`);
    await page.reload();
    await page.getByRole('heading', { name: 'Kept for you, not yet confirmed' }).waitFor();
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Noor de Wit');
  });

  for (const locale of LANGUAGES)
    it(`can be read and used by everybody, on a phone and a desk, in ${locale}`, async () => {
      // The first of the rooms that are free is the hall: next week it is taken.
      for (const slot of [{ roomId: 'dom', date: NEXT_WEEK }, { roomId: 'rhine' }])
        await createBooking(test, { occurrences: [slotOf({ ...slot, from: 540, to: 720 })] });
      const page = await visit('/booking', { locale });
      const fits = async (screen: string) => {
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await assertAccessible(page, `${screen} at ${width}`);
          const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          assert(!isWide, `${screen} fits into ${width}`);
        }
      };

      await page.locator('main li button:not([aria-pressed])').first().click();
      await page.getByRole('dialog').waitFor();
      await fits('waiting');
      await page.keyboard.press('Escape');
      await page.locator('main li button[aria-pressed]:not([disabled])').first().click();
      await page.getByTestId('total').waitFor();
      await page.locator('main footer button').last().click();
      await page.locator('select').last().selectOption('weekly');
      await page.getByTestId('date').nth(3).waitFor();
      assert.equal(await page.getByTestId('date').locator('select').count(), 1);
      await fits('series');
    });
});
