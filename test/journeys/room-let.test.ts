import assert from 'node:assert/strict';
import type { Page, Route } from 'playwright-core';
import { bookingsOfDay } from '#contract/bookings';
import { later, MINUTE } from '#values/clock';
import { hold } from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { createStaff, UTRECHT } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import { enter, tabTo, typeInto } from '../support/keyboard.ts';
import type { TestHouse } from '../support/test-house.ts';

const LANGUAGES = ['en', 'nl', 'ar', 'ja'] as const;

const address = [
  ['Company', 'De Korrel'],
  ['Your name', 'Noor de Wit'],
  ['E-mail', 'noor@example.com'],
  ['Street and number', 'Domplein 1'],
  ['Postcode', '3512 JC'],
  ['City', 'Utrecht'],
] as const;

describe('a room that a company books, in a real browser', function () {
  let test: TestHouse;

  const { visit: open } = journey(this, (house) => {
    test = house;
  });

  async function visit(path: string, locale = 'en'): Promise<Page> {
    const at = test.clock.now();
    return open(path, { width: 1280, height: 900, locale, at });
  }

  const number = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
  const button = (page: Page, name: string) => page.getByRole('button', { name });

  /** Next Tuesday, twelve people at one table; it is Tuesday now, so tomorrow's Wednesday is chosen at first. */
  async function find(page: Page): Promise<void> {
    await tabTo(page, page.getByRole('grid').getByRole('button', { name: /25 November/ }));
    for (let day = 0; day < 6; day++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await typeInto(page, number(page, 'People'), '12');
    const fitting = page.getByRole('list', { name: 'Rooms that fit' });
    await enter(page, fitting.getByRole('button', { name: /^Rembrandt/ }));
    await page.getByTestId('total').waitFor();
    await enter(page, button(page, 'Continue'));
  }

  /** With the keyboard alone, from the front page of the rooms to a booking that stands. */
  async function book(page: Page): Promise<void> {
    await find(page);
    await typeInto(page, number(page, 'Lunch'), '12');
    await page.getByText('Lunch × 12').waitFor();
    await enter(page, button(page, 'Hold this room'));
    for (const [label, text] of address) await typeInto(page, page.getByLabel(label, { exact: true }), text);
    await enter(page, button(page, 'Confirm the booking'));
    await page.getByRole('heading', { name: 'It is booked' }).waitFor();
  }

  const manageLink = async (page: Page) =>
    (await page.getByRole('link', { name: /change or cancel/ }).getAttribute('href')) ?? '';

  it('is found, held and confirmed with the keyboard alone; twelve lunches and all', async () => {
    const page = await visit('/booking');

    await book(page);

    const host = await createStaff(test, 'host');
    const { body } = await test.call('GET', `/spaces/${UTRECHT}/bookings?date=2026-12-01`, undefined, host);
    const kept = bookingsOfDay.parse(body).bookings.map(({ booking }) => booking);
    assert.deepEqual(
      kept.map(({ state, people, options }) => ({ state, people, options })),
      [{ state: 'confirmed', people: 12, options: [{ code: 'lunch', quantity: 12 }] }],
    );
  });

  it('is held at no other price than the one that was asked for last', async () => {
    const page = await visit('/booking');
    await find(page);
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/quotes', async (route) => {
      await answered;
      await route.continue();
    });

    await typeInto(page, number(page, 'Lunch'), '12');
    await page.getByText('Working out the price…').waitFor();
    const isOpenBefore = await button(page, 'Hold this room').isEnabled();
    answer();
    await page.getByText('Lunch × 12').waitFor();
    const isOpenAfter = await button(page, 'Hold this room').isEnabled();

    assert.deepEqual([isOpenBefore, isOpenAfter], [false, true]);
  });

  it('is held once, also when the first answer was lost on its way', async () => {
    const page = await visit('/booking');
    await find(page);
    const lose = async (route: Route) => {
      await route.fetch();
      await route.abort();
    };
    await page.route('**/api/bookings', lose, { times: 1 });

    await button(page, 'Hold this room').click();
    await page.getByText('No connection.').waitFor();
    await button(page, 'Hold this room').click();

    await button(page, 'Confirm the booking').waitFor();
  });

  it('is changed and cancelled by its link, with what comes back told before', async () => {
    const page = await visit('/booking');
    await book(page);
    await page.goto(`${test.url}${await manageLink(page)}`);
    await page.reload();

    await button(page, 'Change this booking').click();
    await number(page, 'Lunch').fill('6');
    await number(page, 'Lunch').blur();
    await page.getByText(/You get .* back\. The new total is/).waitFor();
    await button(page, 'Agree to the change').click();
    await page.getByText('Lunch × 6').waitFor();
    const total = await page.getByTestId('total').textContent();
    await button(page, 'Cancel this booking').click();
    await page.getByRole('region', { name: 'Your room' }).getByText('Tuesday 1 December').waitFor();
    await page.getByText(`You get all of it back: ${total}.`).waitFor();
    await button(page, 'Cancel it').click();

    await page.getByRole('heading', { name: 'This booking is cancelled' }).waitFor();
  });

  it('shows its papers, each with its sum, its state and its page; also those that a change brings', async () => {
    const page = await visit('/booking');
    await book(page);
    const papers = page.getByTestId('paper');
    await papers.first().waitFor();
    const total = await page.getByTestId('total').textContent();
    assert.match(
      (await papers.first().textContent()) ?? '',
      /^Invoice UTRECHT-2026-\d+to be paid by .* 2026/,
    );
    assert((await papers.first().textContent())?.endsWith(total ?? '?'), 'it is for the price');

    await page.goto(`${test.url}${await manageLink(page)}`);
    await page.reload();
    await button(page, 'Cancel this booking').click();
    await button(page, 'Cancel it').click();
    await papers.nth(1).waitFor();

    const told = await papers.allTextContents();
    assert.match(told[0] ?? '', /credited: nothing to pay/);
    assert.match(told[1] ?? '', /^Credit note/);
    await papers.nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: /^Credit note UTRECHT-2026-/ }).waitFor();
  });

  it('is confirmed by its link, where it was only kept, as for whoever waited for it', async () => {
    const { body } = await hold(test);
    const page = await visit(`/booking#manage=${textIn(body, 'manage')}`);

    for (const [label, text] of address) await page.getByLabel(label, { exact: true }).fill(text);
    await button(page, 'Confirm the booking').click();

    await page.getByRole('heading', { name: 'It is booked' }).waitFor();
    await button(page, 'Cancel this booking').waitFor();
  });

  it('has run out at once when its time is over, and nothing says that it is kept', async () => {
    const { body } = await hold(test);
    const page = await visit(`/booking#manage=${textIn(body, 'manage')}`);
    await page.getByRole('heading', { name: 'Kept for you, not yet confirmed' }).waitFor();

    await page.clock.setFixedTime(later(test.clock.now(), 10 * MINUTE));

    await page.getByRole('heading', { name: 'This booking was not confirmed in time' }).waitFor();
    assert.equal(await page.getByText('Kept for you').count(), 0);
    assert.equal(await button(page, 'Confirm the booking').count(), 0);
  });

  for (const language of LANGUAGES)
    it(`can be read and used by everybody, from the search to its end, in ${language}`, async () => {
      const page = await visit('/booking', language);
      const last = () => page.locator('main footer button').last();

      await page.locator('main li button[aria-pressed]:not([disabled])').first().click();
      await page.getByTestId('total').waitFor();
      await assertAccessible(page, 'find');
      await last().click();
      await page.getByTestId('total').waitFor();
      await assertAccessible(page, 'extras');
      await last().click();
      await page.locator('form').waitFor();
      await last().click();
      await assertAccessible(page, 'details with faults');
      const fields = page.locator('form input[type=text], form input[type=email]');
      for (const [place, [, text]] of address.entries()) await fields.nth(place).fill(text);
      await last().click();
      await page.locator('a[href*="manage="]').waitFor();
      await assertAccessible(page, 'done');
      await page.goto(`${test.url}${await page.locator('a[href*="manage="]').getAttribute('href')}`);
      await page.reload();
      await last().waitFor();
      await assertAccessible(page, 'managed');
    });
});
