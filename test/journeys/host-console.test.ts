import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { InvoiceNumber } from '#contract/invoices';
import { spaceId } from '#contract/spaces';
import { LANGUAGES } from '#values/locale';
import { createBooking, slotOf } from '../builders/bookings.ts';
import { UTRECHT } from '../builders/callers.ts';
import { issueOf, lineOf } from '../builders/money.ts';
import { AMSTERDAM, createCompany, createStaff, openSecondSpace } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import type { TestHouse } from '../support/test-house.ts';

/** Between the digits and the sign of a currency stands a blank that does not break. */
const shown = (text: string | null) => (text ?? '').replace(/[\u00a0\u2066-\u2069]/g, ' ').trim();

describe('the host console, in a real browser', function () {
  let test: TestHouse;

  const { visit: open } = journey(this, (house) => {
    test = house;
  });

  /** Signs in by a link, in a browser of one's own, and goes to a page of the console. */
  async function visit(
    path: string,
    {
      role = 'manager',
      locale = 'en',
      space = UTRECHT,
    }: { role?: 'host' | 'manager'; locale?: string; space?: string } = {},
  ): Promise<Page> {
    const { auth } = test.house.app.services;
    const subject = { role, subjectId: `${role}-1`, spaceId: spaceId.parse(space) };
    const { token } = await auth.createLink(subject, 60);
    const page = await open(`/host${path}#link=${token}`, { width: 1280, height: 900, locale });
    await page.getByRole('navigation').waitFor();
    await page.locator('main h1').waitFor();
    return page;
  }

  /** An invoice of 121.00 that waits to be paid. */
  async function invoice(cause: string): Promise<InvoiceNumber> {
    const { invoices } = test.house.app.services;
    const values = { room: 'Rembrandt', date: '2026-12-01', from: '09:00', to: '10:00' };
    const lines = [lineOf({ values })];
    const { number } = await invoices.issue(
      issueOf({ cause, bookingId: cause, companyId: undefined, lines }),
    );
    await test.house.app.settled();
    return number;
  }

  const textOf = async (page: Page, name: string) => shown(await page.getByTestId(name).textContent());
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const saved = (page: Page) => page.getByText('Saved.', { exact: true }).first().waitFor();

  it('notes a payment, pays back what is too much, and keeps its place when the page is loaded again', async () => {
    const number = await invoice('b-1');
    const page = await visit(`/invoices/${number}`, { role: 'host' });
    await page.getByLabel('Amount (EUR)').fill('125.50');

    await press(page, 'Note it');
    await page.getByText('All of it is paid, and €4.50 too much.').waitFor();
    await press(page, 'Pay back');
    await page.getByText('All of it is paid.', { exact: true }).waitFor();
    await page.reload();

    await page.getByText('Paid back by hand').waitFor();
    assert.deepEqual(await Promise.all(['paid', 'open', 'refundable'].map((name) => textOf(page, name))), [
      '€121.00',
      '€0.00',
      '€0.00',
    ]);
    const { standing } = await test.house.app.services.invoices.byNumber(number);
    assert.deepEqual([standing.state, standing.paid], ['paid', 12_100]);
  });

  it('lists the papers that stand so, each list at an address that the browser goes back to', async () => {
    const [open, paid] = [await invoice('b-1'), await invoice('b-2')];
    const host = await createStaff(test, 'host');
    await test.call(
      'POST',
      '/payments',
      { paymentId: 'paid-1', invoice: paid, amount: 12_100, currency: 'EUR' },
      host,
    );
    const page = await visit('/invoices', { role: 'host' });
    const listed = (number: string) => page.locator('main').getByRole('link', { name: number });

    await page.getByRole('link', { name: 'Paid', exact: true }).click();
    await listed(paid).waitFor();
    assert.equal(await listed(open).count(), 0);
    await page.goBack();
    await listed(open).waitFor();

    const file = page.waitForEvent('download');
    await listed(open).click();
    await press(page, 'PDF');
    assert.equal((await file).suggestedFilename(), `${open}.pdf`);
  });

  it('keeps the number of an invoice in one piece on a phone', async () => {
    const number = await invoice('b-1');
    const page = await visit(`/invoices/${number}`, { role: 'host' });

    await page.setViewportSize({ width: 360, height: 800 });

    const lines = await page.locator('h1 bdi').evaluate((mark) => mark.getClientRects().length);
    assert.equal(lines, 1);
  });

  it('takes in a statement, tells which lines are wrong, and matches what nobody knew', async () => {
    const [first, second] = [await invoice('b-1'), await invoice('b-2')];
    const page = await visit('/bank', { role: 'host' });
    const take = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

    await take(`date;amount;description\n2026-11-24;121,00;${first}\nsoon;1,00;x\n2026-11-24;much;y\n`);
    await page.getByText('Line 3: there is no date that we can read.').waitFor();
    await page.getByText('Line 4: there is no amount that we can read.').waitFor();
    await take(`date;amount;description\n2026-11-24;121,00;${first}\n2026-11-24;121,00;for the room\n`);
    await page.getByText('Found their invoice: 1').waitFor();
    await page.getByText('The payer named no invoice.').waitFor();
    await press(page, 'Match');
    await page.getByText('All money that came in has its invoice.').waitFor();

    const { invoices } = test.house.app.services;
    const states = await Promise.all([first, second].map((number) => invoices.byNumber(number)));
    assert.deepEqual(
      states.map(({ standing }) => standing.state),
      ['paid', 'paid'],
    );
  });

  it('shows a month of the fund from what was paid to what is left, and what a gift adds', async () => {
    const number = await invoice('b-1');
    const host = await createStaff(test, 'host');
    await test.call(
      'POST',
      '/payments',
      { paymentId: 'paid-1', invoice: number, amount: 12_100, currency: 'EUR' },
      host,
    );
    await test.house.app.settled();
    const page = await visit('/fund');
    assert.deepEqual([await textOf(page, 'opening'), await textOf(page, 'closing')], ['€0.00', '€260.00']);

    await page.getByLabel('Amount (EUR)').fill('8.05');
    await press(page, 'Give');

    await page.getByTestId('closing').getByText('€268.05').waitFor();
    await page.getByRole('link', { name: number }).waitFor();
    assert.match(await textOf(page, 'proof'), /proved every night/);
  });

  it('changes how the fund works, and says what cannot be', async () => {
    const page = await visit('/fund/policy');
    await page.getByLabel('Share of room income (%)').fill('22.5');
    await page.getByLabel('Ceiling').fill('many');

    await press(page, 'Save');
    await page.getByText('This cannot be right. Please check it.').waitFor();
    await page.getByLabel('Ceiling').fill('5');
    await press(page, 'Save');
    await page.getByText('The floor must not be above the ceiling').waitFor();
    await page.getByLabel('Ceiling').fill('40');
    await press(page, 'Save');
    await saved(page);

    const manager = await createStaff(test, 'manager');
    const { body } = await test.call('GET', '/fund/policy', undefined, manager);
    assert.deepEqual([body.share, body.ceiling], [2_250, 40]);
  });

  it('lets a host read what only a manager changes', async () => {
    const page = await visit('/fund/policy', { role: 'host' });

    await page.getByText('Managers change this. Ask a manager of your space.').waitFor();
    assert(await page.getByLabel('Ceiling').isDisabled());
    assert(await page.getByRole('button', { name: 'Save' }).isDisabled());
  });

  it('answers what waits for a host, however far ahead it lies', async () => {
    const slot = slotOf({ roomId: 'canal-side', date: '2027-02-01' });
    const { word } = await createBooking(test, { occurrences: [slot] });
    const page = await visit('/bookings', { role: 'host' });
    const waiting = page.getByRole('region', { name: 'These wait for your word' });
    await waiting.getByText('Monday 1 February,').waitFor();

    await press(page, 'Approve');
    await waiting.waitFor({ state: 'detached' });

    const { state } = (await test.call('GET', `/bookings/manage/${word}`)).body;
    assert.equal(state, 'confirmed');
  });

  it('writes a company in, agrees its terms, and lets somebody book for it', async () => {
    const page = await visit('/companies', { role: 'host' });
    await page.getByLabel('Name', { exact: true }).fill('De Korrel B.V.');
    await page.getByLabel('Street and number').fill('Domplein 2');
    await page.getByLabel('Postcode').fill('3512 JC');
    await page.getByLabel('City').fill('Utrecht');
    await press(page, 'Add the company');
    await page.getByRole('heading', { name: 'De Korrel B.V.' }).waitFor();

    await page.getByLabel('One invoice a month').check();
    await press(page, 'Add a rate');
    await page.getByLabel('Pays of the tariff (%)').fill('87.5');
    await page.getByLabel('It has a monthly budget').check();
    await page.getByLabel('A month, VAT included, in EUR').fill('1,500');
    await page.getByLabel('Who is asked beyond that').fill('Lee Smit');
    await page.getByLabel('Their e-mail').fill('lee@korrel.example');
    const terms = page.getByRole('form', { name: 'What is agreed' });
    await terms.getByRole('button', { name: 'Save' }).click();
    await terms.getByText('Saved.').waitFor();
    const who = page.getByRole('form', { name: 'Who it is' });
    await who.getByLabel('Street and number').fill('Neude 7');
    await who.getByRole('button', { name: 'Save' }).click();
    await who.getByText('Saved.').waitFor();
    await page.getByText('€0.00 of €1,500.00').waitFor();
    await page.getByLabel('Name of the booker').fill('Noor de Wit');
    await page.getByLabel('E-mail', { exact: true }).fill('noor@korrel.example');
    await press(page, 'Add the booker');
    await page.getByText('Added. A link to sign in can be asked for now.').waitFor();

    const host = await createStaff(test, 'host');
    const path = new URL(page.url()).pathname.replace('/host', '');
    const { body } = await test.call('GET', path, undefined, host);
    const company = Object(body.company);
    assert.deepEqual([company.collective, company.rates], [true, [{ share: 8_750 }]]);
    assert.equal(company.budget.monthly, 150_000);
    assert.equal(company.address?.street, 'Neude 7');
    assert.deepEqual(
      [body.bookers].flat().map((booker) => Reflect.get(Object(booker), 'email')),
      ['noor@korrel.example'],
    );
  });

  it('plays a price rule over what was booked, in numbers, before it holds', async () => {
    await createBooking(test);
    const page = await visit('/rooms/yield');
    await press(page, 'Add a rule');
    const rule = page.getByRole('listitem', { name: 'Rule 5' });
    await rule.getByRole('button', { name: 'Wednesday' }).click();
    await rule.getByLabel('Changes the price by (%)').fill('20');
    for (const name of ['English', 'Nederlands', 'العربية', '日本語'])
      await rule.getByLabel(name).fill('Wednesdays fill up');

    await press(page, 'Try these rules');
    const told = await textOf(page, 'played');
    await press(page, 'Let these rules hold');
    await saved(page);

    assert.match(told, /^Of 1 dates booked in the last 90 days these rules would have changed 1: /);
    assert.match(told, /That is +€\d+\.\d\d +more\.$/);
    const manager = await createStaff(test, 'manager');
    const { body } = await test.call('GET', `/spaces/${UTRECHT}/booking-policy`, undefined, manager);
    const rules = [body.yield].flat().map(Object);
    assert.deepEqual(
      [rules.length, rules[4]?.when, rules[4]?.adjust],
      [5, { on: 'weekday', weekdays: [3] }, 2_000],
    );
  });

  it('changes the prices of a room, its buffers and its closures, and nothing else of it', async () => {
    const page = await visit('/rooms/rembrandt');
    await page.getByLabel('An hour (EUR)').fill('62.50');
    await page.getByLabel('Kept free after').selectOption('45');
    await press(page, 'Add a closure');
    await page.getByLabel('First day').fill('2026-12-30');
    await page.getByLabel('Last day').fill('2026-12-29');

    await press(page, 'Save');
    await page.getByText('This cannot be right. Please check it.').waitFor();
    await page.getByLabel('Last day').fill('2026-12-31');
    const { rooms } = test.house.app.services;
    const before = (await rooms.ofSpace(spaceId.parse(UTRECHT))).find((one) => one.roomId === 'rembrandt');
    await press(page, 'Save');
    await saved(page);

    const after = (await rooms.ofSpace(spaceId.parse(UTRECHT))).find((one) => one.roomId === 'rembrandt');
    assert(before && after);
    assert.deepEqual(after, {
      ...before,
      tariff: { ...before.tariff, hourlyNet: 6_250 },
      buffers: { ...before.buffers, afterMinutes: 45 },
      closures: [...before.closures, { first: '2026-12-30', last: '2026-12-31' }],
    });
  });

  it('adds a room that can be booked, renames it, and takes it out of letting', async () => {
    const { rooms } = test.house.app.services;
    const page = await visit('/rooms');
    await page.getByRole('link', { name: 'Add a room' }).click();
    await press(page, 'Add the room');
    const faults = page.getByText('Please fill this in.');
    await faults.first().waitFor();
    // The name in Arabic runs the other way; what is said about it does not.
    const directions = await faults.evaluateAll((told) => told.map((one) => getComputedStyle(one).direction));
    assert.deepEqual(new Set(directions), new Set(['ltr']));
    for (const [label, name] of Object.entries({
      English: 'Attic',
      Nederlands: 'Zolder',
      العربية: 'العلية',
      日本語: '屋根裏',
    }))
      await page.getByRole('textbox', { name: label }).fill(name);
    await press(page, 'boardroom');
    await page.getByRole('textbox', { name: 'People, as boardroom' }).fill('6');
    await press(page, 'Whiteboard');
    for (const [label, price] of [
      ['An hour', '40'],
      ['Half a day at most', '120'],
      ['A day at most', '200'],
      ['At least', '20'],
    ])
      await page.getByLabel(`${label} (EUR)`, { exact: true }).fill(price ?? '');
    await page.getByLabel('VAT (%)').fill('21');
    await assertAccessible(page, 'a new room');

    await press(page, 'Add the room');
    await page.getByRole('heading', { level: 1, name: 'Attic' }).waitFor();
    await page.getByRole('textbox', { name: 'English' }).fill('Loft');
    await page.getByLabel('Take it out of letting').check();
    await press(page, 'Save');
    await saved(page);

    await page.getByRole('link', { name: 'Rooms and prices' }).first().click();
    await page.getByRole('link', { name: /Loft.*Out of letting/ }).waitFor();
    const loft = (await rooms.ofSpace(spaceId.parse(UTRECHT))).find(({ labels }) => labels.en === 'Loft');
    assert.deepEqual(
      [loft?.labels.ja, loft?.capacity, loft?.equipment, loft?.tariff.hourlyNet, loft?.withdrawn],
      ['屋根裏', { boardroom: 6 }, ['whiteboard'], 4_000, true],
    );
  });

  it('changes what a cancellation keeps and adds a voucher that is good until the end of its day', async () => {
    const page = await visit('/rooms/policy');
    await page.getByRole('listitem', { name: 'Step 1' }).getByLabel('We keep (%)').fill('40');
    await press(page, 'Add a voucher');
    const voucher = page.getByRole('listitem', { name: 'Voucher 2' });
    await voucher.getByLabel('Code').fill('winter26');
    const named = page.getByRole('listitem', { name: 'WINTER26' });
    await named.getByLabel('Takes off').selectOption('amount');
    await named.getByLabel('How much (EUR)').fill('12.50');
    await named.getByLabel('Last day').fill('2026-12-31');

    await press(page, 'Save');
    await saved(page);

    const manager = await createStaff(test, 'manager');
    const { body } = await test.call('GET', `/spaces/${UTRECHT}/booking-policy`, undefined, manager);
    const [step] = [body.cancellation].flat();
    assert.deepEqual(step, { hoursBefore: 24, keeps: 4_000 });
    assert.deepEqual([body.vouchers].flat()[1], {
      code: 'WINTER26',
      takes: { kind: 'amount', net: 1_250 },
      use: 'once-a-company',
      until: '2026-12-31T23:00:00.000Z',
    });
  });

  it('corrects who sends the invoices, but not to an account with a slip of the pen', async () => {
    const page = await visit('/seller');
    await page.getByLabel('IBAN').fill('NL91 ABNA 0417 1643 01');

    await press(page, 'Save');
    await page.getByText('This cannot be right. Please check it.').waitFor();
    await page.getByLabel('IBAN').fill('nl91 abna 0417 1643 00');
    await page.getByLabel('Days to pay').fill('30');
    await press(page, 'Save');
    await saved(page);

    const host = await createStaff(test, 'host');
    const { body } = await test.call('GET', '/seller', undefined, host);
    assert.deepEqual([body.iban, body.dueDays], ['NL91ABNA0417164300', 30]);
  });

  it('says on its first page that no invoice can be written, until somebody has said who sends them', async () => {
    await openSecondSpace(test);
    const page = await visit('', { space: AMSTERDAM });

    await page.getByRole('link', { name: 'No invoice can be written' }).click();
    for (const [label, text] of [
      ['Name of the business', 'Common Table Amsterdam B.V.'],
      ['VAT number', 'NL123456782B90'],
      ['E-mail', 'rooms@amsterdam.example'],
      ['Street and number', 'Westerstraat 1'],
      ['Postcode', '1015 LT'],
      ['City', 'Amsterdam'],
      ['Country', 'nl'],
      ['IBAN', 'NL91 ABNA 0417 1643 00'],
      ['Invoice numbers begin with', 'WEST'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(text);
    await press(page, 'Save');
    await saved(page);
    await page.getByRole('link', { name: 'Today', exact: true }).click();

    await page.getByText('here now').waitFor();
    assert.equal(await page.getByRole('link', { name: 'No invoice can be written' }).count(), 0);
    const manager = await createStaff(test, 'manager', AMSTERDAM);
    const { body } = await test.call('GET', '/seller', undefined, manager);
    assert.deepEqual([body.prefix, body.name], ['WEST', 'Common Table Amsterdam B.V.']);
  });

  for (const locale of LANGUAGES)
    it(`can be read by everybody, on a phone, a tablet and a desk, in ${locale}`, async () => {
      const number = await invoice('b-1');
      const host = await createStaff(test, 'host');
      const { companyId } = await createCompany(test, host);
      const paths = [
        ...['', '/bookings', '/mail', '/devices', '/invoices', `/invoices/${number}`, '/bank', '/fund'],
        ...['/fund/policy', '/companies', `/companies/${companyId}`, '/rooms', '/rooms/policy'],
        ...['/rooms/yield', '/rooms/rembrandt', '/seller'],
      ];

      const page = await visit('', { locale });
      for (const path of paths) {
        await page.goto(`${test.url}/host${path}`);
        await page.locator('main h1').waitFor();
        await page.waitForLoadState('networkidle');
        await assertAccessible(page, `${path} at a desk`);
        for (const width of [768, 360]) {
          await page.setViewportSize({ width, height: 900 });
          const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          assert(!isWide, `${path} fits into ${width}`);
        }
        await page.setViewportSize({ width: 1280, height: 900 });
      }
    });
});
