import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { InvoiceNumber } from '#contract/invoices';
import type { PersonId } from '#contract/people';
import { personId } from '../../../server/people/contract.ts';
import { issueOf, lineOf } from '../../builders/money.ts';
import { documentsRead } from '../../support/documents-read.ts';
import { type MoneyHouse, openMoneyHouse } from '../../support/money-house.ts';

describe('the books of an invoice', () => {
  let house: MoneyHouse;
  const ana: PersonId = personId.parse('ana');

  beforeEach(async () => {
    house = await openMoneyHouse();
  });

  afterEach(() => house.close());

  const balances = async () => (await house.ledger.balances(house.book)).balances;

  const pay = (invoice: InvoiceNumber, paymentId: string, amount: number) =>
    house.invoices.recordPayment({
      paymentId,
      spaceId: house.space.id,
      provider: 'host',
      at: house.clock.now(),
      amount,
      currency: 'EUR',
      invoice,
    });

  const sit = (person: PersonId, date: string) =>
    house.seatFund.settle(house.space, {
      checkInId: `c-${person}-${date}`,
      personId: person,
      isNewcomer: true,
      date,
    });

  it('hold what is owed, the income and the VAT from its issue on', async () => {
    await house.invoices.issue(issueOf());

    assert.deepEqual(await balances(), {
      'income:rooms': -10_000,
      'receivable:bakkerij': 12_100,
      'vat:2100': -2_100,
    });
  });

  it("move the fund's share out of the income in the entry of the payment", async () => {
    const { number } = await house.invoices.issue(issueOf());

    await pay(number, 'p1', 12_100);

    const entries = await house.ledger.ofInvoice(number);
    assert.deepEqual(entries.at(-1)?.postings, [
      { account: 'bank', amount: 12_100 },
      { account: 'receivable:bakkerij', amount: -12_100 },
      { account: 'income:rooms', amount: 2_000 },
      { account: 'liability:seat-fund', amount: -2_000 },
    ]);
  });

  it('net to zero after the credit note and the refund of a paid invoice', async () => {
    const { number } = await house.invoices.issue(issueOf());
    await pay(number, 'p1', 12_100);

    const note = await house.invoices.credit({ invoiceId: number, cause: 'cancelled', share: 10_000 });
    const owed = await balances();
    await pay(number, 'r1', -12_100);

    assert.equal(note.number, 'UTRECHT-2026-0002');
    assert.equal(note.credits, number);
    assert.deepEqual(owed, { bank: 12_100, 'payable:refunds': -12_100 });
    assert.deepEqual(await balances(), {});
  });

  it('let the house stand in for what has been drawn when it is paid back: no seat is undone, no fund below zero', async () => {
    const { number } = await house.invoices.issue(issueOf());
    await pay(number, 'p1', 12_100);
    await sit(ana, '2026-11-24');

    await house.invoices.credit({ invoiceId: number, cause: 'cancelled', share: 10_000 });

    const statement = await house.seatFund.statement(house.space, '2026-11');
    const [carrier] = await house.seatFund.carriersOf(house.space, {
      personId: ana,
      startedAt: house.clock.now().toISOString(),
    });
    assert.deepEqual(await balances(), {
      bank: 12_100,
      'cost:seats': -800,
      'own:gifts': 800,
      'payable:refunds': -12_100,
    });
    assert.deepEqual(
      statement.contributions.map(({ amount, returned }) => [amount, returned]),
      [[2_000, 2_000]],
    );
    assert.deepEqual(
      { houseCarried: statement.houseCarried, closing: statement.closing },
      { houseCarried: 800, closing: 0 },
    );
    assert.equal(carrier?.roomId, 'rembrandt');
  });

  it('come to the same whatever order payments, credits and refunds are told in, and however often', async () => {
    const amounts = [3_000, 9_100, -2_000, 4_000];
    const orders = fc.sample(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), { numRuns: 4, seed: 6 });
    const ends: string[] = [];

    for (const [run, order] of orders.entries()) {
      const bookingId = `b-${run}`;
      const companyId = `company-${run}`;
      const { number } = await house.invoices.issue(issueOf({ cause: bookingId, bookingId, companyId }));
      for (const step of [...order, ...order])
        await (step === 4
          ? house.invoices.credit({ invoiceId: number, cause: `${bookingId}:half`, share: 5_000 })
          : pay(number, `${bookingId}:p${step}`, amounts[step] ?? 0));
      const { standing } = await house.invoices.byNumber(number);
      const { left } = await house.seatFund.impactOf(house.space, bookingId);
      const now = await balances();
      ends.push(JSON.stringify([standing, left, now[`receivable:${companyId}`] ?? 0]));
    }

    assert.equal(new Set(ends).size, 1, ends.join('\n'));
  }).timeout(60_000);

  it('are written by the next who asks, or at the next start, where a crash came after the paper', async () => {
    const { number } = await house.invoices.issue(issueOf());
    await pay(number, 'p1', 12_100);
    const whole = await balances();
    // As a crash leaves it: written, and neither booked nor marked as booked.
    await house.connection.collection('entries').deleteMany({});
    await house.connection.collection('payments').updateMany({}, { $set: { unbooked: true } });

    const restarted = house.another();
    await restarted.invoices.takeUp();

    assert.deepEqual((await restarted.ledger.balances(house.book)).balances, whole);
  });

  it('are taken up at a start by reading only what is not known to be booked', async () => {
    const issue = (at: number) => house.invoices.issue(issueOf({ cause: `b${at}`, bookingId: `b${at}` }));
    const read = documentsRead(house.connection);
    const start = async () => {
      read();
      await house.another().invoices.takeUp();
      return read();
    };
    for (const at of [1, 2, 3, 4]) await pay((await issue(at)).number, `p${at}`, 12_100);

    const first = await start();
    const second = await start();
    const { number } = await issue(5);
    await pay(number, 'p5', 100);
    const third = await start();
    await house.connection
      .collection<{ _id: string }>('payments')
      .updateOne({ _id: 'p5' }, { $set: { unbooked: true } });
    const crashed = await start();
    const last = await start();

    assert.deepEqual(first, { invoices: 4, payments: 0 });
    assert.deepEqual(second, { invoices: 0, payments: 0 });
    assert.deepEqual(third, { invoices: 1, payments: 0 });
    assert.equal(crashed.payments, 1);
    assert.deepEqual(last, { invoices: 0, payments: 0 });
  });

  const refused = [
    { what: { currency: 'USD' }, code: 'payment_currency', because: 'the space keeps no dollars' },
    { what: { paymentId: 'p1', amount: 5 }, code: 'payment_reused', because: 'p1 was another amount' },
    { what: { invoice: 'UTRECHT-2026-0099' }, code: 'invoice_unknown', because: 'there is no such paper' },
  ];
  for (const { what, code, because } of refused)
    it(`refuse a payment with ${code} and stay as they are (${because})`, async () => {
      const { number } = await house.invoices.issue(issueOf());
      await pay(number, 'p1', 100);
      const before = await balances();
      const record = {
        paymentId: 'p2',
        spaceId: house.space.id,
        provider: 'host',
        at: house.clock.now(),
        amount: 100,
        currency: 'EUR',
        invoice: number,
        ...what,
      };

      await assert.rejects(
        house.invoices.recordPayment(record as Parameters<typeof house.invoices.recordPayment>[0]),
        { code },
      );

      assert.deepEqual(await balances(), before);
    });

  it('count what is paid by the number of a credit note as paid for its invoice', async () => {
    const { number } = await house.invoices.issue(issueOf());
    const note = await house.invoices.credit({ invoiceId: number, cause: 'part', share: 5_000 });
    const host = { role: 'host', id: 'h', spaceId: house.space.id, permissions: new Set<never>() } as const;
    await house.invoices.recordPayment({
      paymentId: 'bank:1',
      spaceId: house.space.id,
      provider: 'bank',
      at: house.clock.now(),
      amount: 50,
      currency: 'EUR',
    });

    await pay(note.number, 'p1', 6_000);
    await house.invoices.match(host, 'bank:1', note.number);

    assert.deepEqual((await house.invoices.byNumber(number)).standing.open, 0);
    assert.equal((await balances())['receivable:bakkerij'], undefined);
  });

  it('hold nothing of a room that costs nothing, on which a start does not trip', async () => {
    const free = lineOf({ net: 0, unitNet: 0 });
    const { number } = await house.invoices.issue(issueOf({ lines: [free] }));
    const taken = { code: 'voucher', quantity: 1, unitNet: -10_000, net: -10_000 } as const;
    await house.invoices.issue(issueOf({ cause: 'voucher', lines: [lineOf(), lineOf(taken)] }));
    await house.invoices.credit({ invoiceId: number, cause: 'cancelled', lines: [free] });

    await house.invoices.takeUp();

    assert.deepEqual(await balances(), {});
    assert.equal((await house.invoices.byNumber(number)).standing.state, 'paid');
  });

  it('refuse to credit more than was invoiced, also in two halves and a bit at once', async () => {
    const { number } = await house.invoices.issue(issueOf({ lines: [lineOf(), lineOf({ net: 5_000 })] }));

    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map((cause) => house.invoices.credit({ invoiceId: number, cause, share: 5_000 })),
    );

    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'fulfilled', 'rejected']);
    assert.equal((await house.invoices.byNumber(number)).standing.credited, 18_150);
  });
});
