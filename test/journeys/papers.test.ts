import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { bookingImpact } from '#contract/reports';
import { spaceId } from '#contract/spaces';
import { LANGUAGES } from '#values/locale';
import { createBooking } from '../builders/bookings.ts';
import { UTRECHT } from '../builders/callers.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { openFakeStripe } from '../support/fake-stripe.ts';
import { journey } from '../support/journey.ts';
import { mailsIn } from '../support/outbox.ts';
import type { TestHouse } from '../support/test-house.ts';

const WIDTHS = [360, 1280] as const;

const euros = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });

describe('the links of a mail and of an invoice, in a real browser', function () {
  let test: TestHouse;

  const { visit: open, reopen } = journey(this, (house) => {
    test = house;
  });

  async function visit(path: string, { locale = 'en', width = 1280 } = {}): Promise<Page> {
    return open(path, { width, height: 900, locale });
  }

  /** The path of the paper's link, as the mail brings it. */
  async function mailedPaper(): Promise<string> {
    const texts = (await mailsIn(test)).map(({ text }) => text ?? '');
    const [path] = /\/papers\/[A-Z0-9-]+\/[\w-]{43}/.exec(texts.join('\n')) ?? [];
    assert(path, 'a mail brings the link');
    return path;
  }

  const impactOf = (bookingId: string) => test.house.app.services.invoices.links.pathOf('impacts', bookingId);

  /** The bank tells that all of a booking's invoice came in. */
  async function payFor(bookingId: string): Promise<void> {
    await test.house.app.settled();
    const { invoices } = test.house.app.services;
    const [paper] = await invoices.ofBooking(bookingId);
    assert(paper);
    await invoices.recordPayment({
      paymentId: `bank:${paper.number}`,
      spaceId: spaceId.parse(UTRECHT),
      invoice: paper.number,
      amount: paper.gross,
      currency: 'EUR',
      at: test.clock.now(),
      provider: 'bank',
    });
    await test.house.app.settled();
  }

  const textOf = (page: Page, name: string) => page.getByTestId(name).textContent();

  it('lead from a confirmed booking to its invoice, with its total and how it is paid', async () => {
    const { bookingId } = await createBooking(test, { options: [{ code: 'lunch', quantity: 2 }] });
    const path = await mailedPaper();
    const [paper] = await test.house.app.services.invoices.ofBooking(bookingId);
    assert(paper);

    const page = await visit(path);

    assert.equal(await textOf(page, 'total'), euros.format(paper.gross / 100));
    assert.match((await textOf(page, 'standing')) ?? '', /is to be paid by/);
    await page.getByText(paper.reference, { exact: true }).waitFor();
    await page.getByRole('img', { name: 'Scan with your banking app' }).waitFor();
    for (const kind of ['pdf', 'ubl']) {
      const reply = await page.request.get(`${test.url}/api${path}/${kind}`);
      assert.equal(reply.status(), 200);
    }
  });

  it('tell of a paid invoice that it is paid, and no longer how', async () => {
    const { bookingId } = await createBooking(test);
    const path = await mailedPaper();
    await payFor(bookingId);

    const page = await visit(path);

    assert.equal(await textOf(page, 'standing'), 'This invoice is paid. Thank you.');
    assert.equal(await page.getByRole('heading', { name: 'Ways to pay' }).count(), 0);
  });

  it('offer a card only where the house takes cards', async () => {
    await createBooking(test);
    const page = await visit(await mailedPaper());

    await page.getByRole('heading', { name: 'Ways to pay' }).waitFor();

    assert.equal(await page.getByRole('button', { name: 'Pay by card' }).count(), 0);
  });

  it('lead by card to the provider’s own page, where the house takes cards', async () => {
    const stripe = await openFakeStripe();
    await reopen({ settings: stripe.settings });
    await createBooking(test);
    const page = await visit(await mailedPaper());
    await page.route('https://pay.example/**', (route) => route.fulfill({ body: 'A card, please' }));

    await page.getByRole('button', { name: 'Pay by card' }).click();

    await page.getByText('A card, please').waitFor();
    await stripe.close();
  });

  it('show nothing to whoever makes a word up', async () => {
    await createBooking(test);
    const path = await mailedPaper();

    const page = await visit(`${path.slice(0, -43)}${'a'.repeat(43)}`);

    await page.getByText('We do not know this invoice.').waitFor();
    assert.equal(await page.getByTestId('total').count(), 0);
  });

  it('lead to what a booking made possible, in counts and in money', async () => {
    const { bookingId } = await createBooking(test);
    await payFor(bookingId);
    const { body } = await test.call('GET', impactOf(bookingId));
    const { impact, introductions } = bookingImpact.parse(body);

    const page = await visit(impactOf(bookingId));

    await page.getByText(`${euros.format(impact.amount / 100)} of this booking went`).waitFor();
    const names = ['seats', 'coffees', 'lunches', 'introductions'];
    const shown = await Promise.all(names.map((name) => textOf(page, name)));
    assert.deepEqual(shown.map(Number), [impact.seats, impact.coffees, impact.lunches, introductions]);
    assert(impact.amount > 0, 'the fund got its share');
  });

  for (const locale of LANGUAGES)
    it(`can be read by everybody, on a phone and a desk, in ${locale}`, async () => {
      const { bookingId } = await createBooking(test, { options: [{ code: 'lunch', quantity: 2 }] });
      const paper = await mailedPaper();

      for (const width of WIDTHS)
        for (const [path, sign] of [
          [paper, 'total'],
          [impactOf(bookingId), 'seats'],
        ] as const) {
          const page = await visit(path, { locale, width });
          await page.getByTestId(sign).waitFor();
          await assertAccessible(page, `${sign} at ${width}`);
          const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          assert(!isWide, `${sign} fits into ${width}`);
        }
    });
});
