import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '#values/locale';
import { grossIn, quoteOf, slotOf } from '../builders/bookings.ts';
import { createCompany, createStaff, UTRECHT } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import { mailsIn } from '../support/outbox.ts';
import type { TestHouse } from '../support/test-house.ts';

const euros = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });

describe('a company that its bookers look after, in a real browser', function () {
  let test: TestHouse;
  let company: Awaited<ReturnType<typeof createCompany>>;

  const { visit: open } = journey(this, async (house) => {
    test = house;
    company = await createCompany(test, await createStaff(test, 'host'));
  });

  async function visit(path: string, { locale = 'en', width = 1280 } = {}): Promise<Page> {
    const at = test.clock.now();
    return open(path, { width, height: 900, locale, at });
  }

  /** The path of the link that signs the booker in, as their mail has it. */
  async function mailedLink(): Promise<string> {
    await test.call('POST', '/booker-links', { spaceId: UTRECHT, email: company.booker.email });
    const texts = (await mailsIn(test)).map(({ text }) => text ?? '');
    const [path] = /\/booking#link=\S+/.exec(texts.join('\n')) ?? [];
    assert(path, 'a mail brings the link');
    return path;
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const terms = (page: Page) => page.getByRole('region', { name: 'On the invoice' });
  const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Bakkerij De Wit' });

  it('is opened by the link of a mail that is asked for on the page, and by that link once', async () => {
    const page = await visit('/booking');
    await page.getByRole('link', { name: 'Book for your company' }).click();
    await page.getByLabel('E-mail').fill(company.booker.email);
    await button(page, 'Send me a link').click();
    await page.getByText('a link is on its way').waitFor();
    const path = await mailedLink();

    await page.goto(`${test.url}${path}`);
    await heading(page).waitFor();

    assert.equal(new URL(page.url()).hash, '#company');
    await page.reload();
    await heading(page).waitFor();
    await button(page, 'Sign out').click();
    await page.goto(`${test.url}${path}`);
    await page.getByText('This link has been used or has run out.').waitFor();
    await button(page, 'Send me a link').waitFor();
  });

  it('is opened also where the answer to who books here, asked before the link was used, is still on its way', async () => {
    const path = await mailedLink();
    const page = await visit('/me');
    await page.route('**/api/sessions/current', () => undefined, { times: 1 });

    await page.goto(`${test.url}${path}`);

    await heading(page).waitFor();
  });

  it('says that its booker is signed out when it finds out, and offers another link, without being loaded anew', async () => {
    const page = await visit(await mailedLink());
    await heading(page).waitFor();
    await test.house.app.services.auth.endAll({ role: 'booker', subjectId: company.booker.bookerId });

    await page.getByText('Every booking needs an order number').click();
    await terms(page).getByRole('button', { name: 'Save' }).click();

    await page.getByText('Your session has ended.').waitFor();
    await button(page, 'Send me a link').waitFor();
    await assertAccessible(page, 'a session that has ended');
  });

  it('lets a colleague in and go, and sets its budget and what it wants on its invoices', async () => {
    const page = await visit(await mailedLink());
    await heading(page).waitFor();
    const bookers = page.getByTestId('booker');

    await page.getByLabel('Name', { exact: true }).fill('Lee Bakker');
    await page.getByLabel('E-mail', { exact: true }).fill('lee@bakkerij.example');
    await button(page, 'Add').click();
    await bookers.nth(1).waitFor();
    await button(page, 'Remove Lee Bakker').click();
    await bookers.nth(1).waitFor({ state: 'detached' });
    await button(page, 'Set a budget').click();
    await page.getByLabel('A month, VAT included, in EUR').fill('1250.50');
    await page.getByLabel('Who is asked beyond that').fill('Jo Wit');
    await page.getByLabel('Their e-mail').fill('jo@bakkerij.example');
    await button(page, 'Save').first().click();
    await page.getByText(/^Beyond that, .Jo Wit. \(.jo@bakkerij\.example.\) is asked\.$/).waitFor();
    await page.getByText('Every booking needs an order number').click();
    await page.getByLabel('Cost centres').fill('sales\n\n bread \nsales');
    await terms(page).getByRole('button', { name: 'Save' }).click();
    await terms(page).getByText('Saved.').waitFor();

    const { body } = await test.call('GET', '/own-company', undefined, company.token);
    const { orderNeeded, costCentres, budget } = Object(body.company);
    assert.deepEqual([orderNeeded, costCentres, budget.monthly], [true, ['sales', 'bread'], 125_050]);
    assert.equal(Object(body.bookers).length, 1);
  });

  it('books at its own rate, with its details filled in, and finds booking and invoice on its page', async () => {
    const host = await createStaff(test, 'host');
    const terms = { rates: [{ share: 8_000 }], orderNeeded: true, costCentres: ['sales', 'bread'] };
    await test.call('PATCH', `/companies/${company.companyId}`, terms, host);
    const page = await visit(await mailedLink());
    await page.getByRole('link', { name: 'Book a room' }).click();

    const fitting = page.getByRole('list', { name: 'Rooms that fit' });
    await fitting.getByRole('button', { name: /^Rembrandt/ }).click();
    await page.getByTestId('total').waitFor();
    await button(page, 'Continue').click();
    await button(page, 'Hold this room').click();
    await page.getByText('The invoice goes to Bakkerij De Wit.').waitFor();
    await button(page, 'Confirm the booking').click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('Purchase order').fill('PO 7');
    await page.getByLabel('Cost centre').selectOption('bread');
    await button(page, 'Confirm the booking').click();
    await page.getByRole('heading', { name: 'It is booked' }).waitFor();
    const total = await page.getByTestId('total').textContent();
    await page.getByTestId('paper').waitFor();
    await page.goto(`${test.url}/booking#company`);
    await page.getByTestId('booking').waitFor();

    assert(total && (await page.getByTestId('booking').textContent())?.includes(total));
    assert((await page.getByTestId('paper').textContent())?.includes(total));
    const asked = { people: 8, occurrences: [slotOf({ from: 540, to: 720 })] };
    const [own, others] = await Promise.all(
      [company.token, undefined].map((token) => test.call('POST', '/quotes', quoteOf(asked), token)),
    );
    const shown = [own, others].map((reply) => euros.format(grossIn(reply?.body, 'price') / 100));
    assert.deepEqual([total === shown[0], total === shown[1]], [true, false]);
    await page.getByTestId('booking').getByRole('link').click();
    await button(page, 'Cancel this booking').waitFor();
  });

  it('makes an address for a calendar, and ends it', async () => {
    const page = await visit(await mailedLink());
    await button(page, 'Make an address').click();
    const address = await page.getByTestId('feed').getByRole('link').textContent();
    const read = await fetch(address ?? '');

    await button(page, 'End this address').click();
    await page.getByTestId('feed').waitFor({ state: 'detached' });

    const gone = await fetch(address ?? '');
    assert.deepEqual([read.status, gone.status], [200, 404]);
  });

  for (const locale of LANGUAGES)
    it(`can be read and used by everybody, on a phone and a desk, in ${locale}`, async () => {
      const page = await visit('/booking#company', { locale });
      await page.locator('form').waitFor();
      await assertAccessible(page, 'a link is asked for');
      await page.goto(`${test.url}${await mailedLink()}`);
      await page.getByTestId('booker').waitFor();

      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await assertAccessible(page, `company at ${width}`);
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert(!isWide, `it fits into ${width}`);
      }
    });
});
