import assert from 'node:assert/strict';
import { bookingPapers } from '#contract/invoices';
import { verifyBooks } from '../../server/verify-books.ts';
import { ACME, confirmationOf, grossIn, hold, slotOf } from '../builders/bookings.ts';
import { anotherAddress } from '../builders/callers.ts';
import { OWN_TERMS } from '../builders/companies.ts';
import { textIn } from '../builders/people.ts';
import { createCompany, createStaff } from '../builders/world.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const DAY = 24 * 60 * 60_000;

describe('a company with a collective invoice', () => {
  let test: TestHouse;
  let host: string;
  let token: string;
  let companyId: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
    ({ token, companyId } = await createCompany(test, host));
    await agree(true);
  });

  afterEach(() => test.close());

  const agree = (collective: boolean) => test.call('PATCH', `/companies/${companyId}`, { collective }, host);
  const post = (path: string, body: object) => test.call('POST', path, body, undefined, anotherAddress());

  async function book(roomId: string, order: object = {}) {
    const slot = slotOf({ roomId, date: '2026-12-15' });
    const held = await hold(test, { occurrences: [slot] }, token);
    const manage = `/bookings/manage/${textIn(held.body, 'manage')}`;
    const agreed = confirmationOf(grossIn(held.body, 'booking', 'price'), { billing: { ...ACME, ...order } });
    const { body } = await test.call('POST', `${manage}/confirmation`, agreed, token, anotherAddress());
    assert.equal(body.state, 'confirmed');
    await test.house.app.settled();
    return {
      bookingId: textIn(body, 'bookingId'),
      gross: grossIn(body, 'price'),
      papers: async () => (await test.call('GET', manage)).body.papers,
      page: async () => bookingPapers.parse((await test.call('GET', `${manage}/papers`)).body),
      async giveUp() {
        const part = { occurrenceId: slot.occurrenceId, scope: 'all' };
        const { body: refund } = await post(`${manage}/refunds`, part);
        await post(`${manage}/cancellations`, { ...part, gross: grossIn(refund) });
        await test.house.app.settled();
      },
    };
  }

  /** All papers of the space, oldest first. */
  async function papers() {
    const { body } = await test.call('GET', '/invoices', undefined, host);
    const rows: unknown = body.invoices;
    assert(Array.isArray(rows));
    return rows.map(({ number, kind, gross }) => ({ number: String(number), kind, gross })).reverse();
  }

  async function monthIsOver() {
    test.clock.forward(7 * DAY);
    const { invoices } = test.house.app.services;
    await Promise.all([invoices.collect(), invoices.collect()]);
    await invoices.collect();
    await test.house.app.settled();
  }

  it('gets one a month, with order and cost centre on every line, whoever asks for it how often', async () => {
    await test.call('PATCH', '/own-company', { budget: { ...OWN_TERMS.budget, monthly: 100_000 } }, token);
    const first = await book('rembrandt', { purchaseOrder: 'PO-1' });
    const second = await book('vecht', { purchaseOrder: 'PO-2' });
    const before = await papers();

    await monthIsOver();

    const [one, ...others] = await papers();
    const { body } = await test.call('GET', `/invoices/${one?.number}`, undefined, host);
    const lines: unknown = Reflect.get(Object(body.invoice), 'lines');
    assert(Array.isArray(lines), JSON.stringify(body));
    const company = await test.call('GET', `/companies/${companyId}`, undefined, host);
    assert.deepEqual([before, others], [[], []]);
    assert.equal(one?.gross, first.gross + second.gross);
    assert.deepEqual(
      [...new Set(lines.map((line) => `${line.bookingId} ${line.purchaseOrder}`))],
      [`${first.bookingId} PO-1`, `${second.bookingId} PO-2`],
    );
    assert.deepEqual(company.body.spending, { month: '2026-12', taken: first.gross + second.gross });
  });

  it('shows each of its bookings the month that it will be on, and then that invoice with its own part', async () => {
    const first = await book('rembrandt');
    const given = await book('dom');
    await given.giveUp();
    const second = await book('vecht', { email: 'another@acme.example' });
    const before = await Promise.all([first.page(), given.page()]);

    await monthIsOver();

    const [one] = await papers();
    const [mine, theirs] = await Promise.all([first.page(), second.page()]);
    assert.deepEqual(
      before.map(({ papers: none, months }) => [none, months]),
      [
        [[], ['2026-11']],
        [[], []],
      ],
    );
    assert.deepEqual(mine.months, []);
    assert.deepEqual(
      [mine, theirs].map((page) =>
        page.papers.map(({ number, gross, collective }) => [number, gross, collective]),
      ),
      [first, second].map(({ gross }) => [[one?.number, one?.gross, { month: '2026-11', gross }]]),
    );
    // It tells of the other bookings too, so its page is for those whom it was sent to.
    assert(mine.papers[0]?.path?.startsWith('/papers/'));
    assert.equal(theirs.papers[0]?.path, undefined);
  });

  it('has its bookings of before and after it was agreed on invoices of their own', async () => {
    await agree(false);
    const before = await book('rembrandt');
    await agree(true);
    const among = await book('vecht');
    await agree(false);
    const after = await book('dom');

    await monthIsOver();

    const all = await papers();
    assert.deepEqual(
      all.map(({ gross }) => gross),
      [before.gross, after.gross, among.gross],
    );
    assert.deepEqual(await before.papers(), [all[0]?.number]);
    assert.deepEqual(await after.papers(), [all[1]?.number]);
  });

  it('is not billed for what was given up in the month', async () => {
    const given = await book('rembrandt');
    const kept = await book('vecht');

    await given.giveUp();
    await monthIsOver();

    assert.deepEqual(
      (await papers()).map(({ kind, gross }) => [kind, gross]),
      [['invoice', kept.gross]],
    );
  });

  it('gets no invoice for a month of which nothing is left', async () => {
    const given = await book('rembrandt');

    await given.giveUp();
    await monthIsOver();

    assert.deepEqual(await papers(), []);
  });

  it('is credited for one booking of an invoice that is issued, and for no other', async () => {
    const given = await book('rembrandt');
    const kept = await book('vecht');
    await monthIsOver();

    await given.giveUp();

    const [invoice, note, ...others] = await papers();
    assert.deepEqual(
      [invoice, note].map((paper) => [paper?.kind, paper?.gross]),
      [
        ['invoice', given.gross + kept.gross],
        ['credit-note', 0 - given.gross],
      ],
    );
    assert.deepEqual(others, []);
    assert.deepEqual(await given.papers(), [note?.number]);
  });

  it('is credited where the month is over and nobody has collected it yet', async () => {
    const given = await book('rembrandt');
    test.clock.forward(7 * DAY);

    await given.giveUp();

    assert.deepEqual(
      (await papers()).map(({ kind, gross }) => [kind, gross]),
      [
        ['invoice', given.gross],
        ['credit-note', 0 - given.gross],
      ],
    );
  });

  it('leaves books that come to the same when they are reckoned again, and show where a cent of it was altered', async () => {
    const given = await book('rembrandt');
    await book('vecht');
    await monthIsOver();
    const [invoice] = await papers();
    const amount = Number(invoice?.gross);
    const payment = { paymentId: 'p-1', invoice: invoice?.number, amount, currency: 'EUR' };
    await test.call('POST', '/payments', payment, host);
    await given.giveUp();

    const text = String((await test.call('GET', '/books/export', undefined, host)).body.text);
    const lines = text.trimEnd().split('\n');
    const at = lines.findIndex((line) => line.includes(`"${invoice?.number}"`) && line.includes('"lines":'));
    const altered = lines.map((line, index) =>
      index === at ? line.replace(/"net":(\d+)/, (_, net: string) => `"net":${Number(net) + 1}`) : line,
    );

    assert.deepEqual(verifyBooks(text), { lines: lines.length });
    assert.equal(verifyBooks(altered.join('\n')).fault?.line, at + 1);
  });
});
