import assert from 'node:assert/strict';
import type { InvoiceNumber } from '#contract/invoices';
import type { Actor } from '#values/actor';
import { CardProviderDown } from '../../../server/platform/card-provider.ts';
import { issueOf } from '../../builders/money.ts';
import { type MoneyHouse, openMoneyHouse } from '../../support/money-house.ts';

const GROSS = 12_100;

/** Takes cards and keeps its word: what it is asked twice it does once. It may be out of reach, or fall silent after the deed. */
function fakeCards() {
  const at = new Date('2026-11-24T10:00:00Z');
  const done = new Map<string, { id: string; amount: number; request: string }>();
  const line = { isDown: false, isCut: false };
  return {
    done,
    line,
    checkout: async () => assert.fail('nobody pays here'),
    async refund({ payment, amount, request }: { payment: string; amount: number; request: string }) {
      if (line.isDown) throw new CardProviderDown('out of reach');
      const id = `re_${payment}_${request}`;
      done.set(id, { id, amount: -amount, request });
      if (line.isCut) throw new CardProviderDown('no answer');
      return { refund: id, at };
    },
    /** The news is about what it has done: the body says which. */
    read(body: Buffer) {
      const { invoice, spaceId, id }: Record<string, string> = JSON.parse(body.toString());
      const refund = done.get(id ?? '') ?? assert.fail('it did no such thing');
      return { ...refund, invoice: invoice ?? '', spaceId: spaceId ?? '', currency: 'EUR', at };
    },
  };
}

describe('a refund', () => {
  let cards: ReturnType<typeof fakeCards>;
  let house: MoneyHouse;
  let host: Actor;
  let invoice: InvoiceNumber;

  beforeEach(async () => {
    cards = fakeCards();
    house = await openMoneyHouse({ cards });
    host = { role: 'host', id: 'h', spaceId: house.space.id, permissions: new Set() };
    invoice = (await house.invoices.issue(issueOf())).number;
  });

  afterEach(() => house.close());

  const pay = (paymentId: string, provider: 'host' | 'stripe', number = invoice) =>
    house.invoices.recordPayment({
      paymentId,
      spaceId: house.space.id,
      provider,
      at: house.clock.now(),
      amount: GROSS,
      currency: 'EUR',
      invoice: number,
    });

  /** The invoice is paid twice, so that once is owed back. */
  async function overpaid(provider: 'host' | 'stripe', number = invoice) {
    await pay(`${number}-1`, provider, number);
    await pay(`${number}-2`, provider, number);
  }

  const refund = (refundId: string, amount = GROSS, at = house.payments) =>
    at.refund(host, { refundId, invoice, amount });

  const standing = async () => (await house.invoices.byNumber(invoice)).standing;

  for (const provider of ['host', 'stripe'] as const)
    it(`pays back no more than is owed, though two servers are asked at once (${provider})`, async () => {
      await overpaid(provider);
      const servers = [house.payments, house.another().payments];

      const asked = await Promise.allSettled(
        Array.from({ length: 6 }, (_, index) => refund(`refund-${index}`, GROSS, servers[index % 2])),
      );

      const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
      const { paid, refundable } = await standing();
      assert.deepEqual(refused, Array(5).fill('nothing_to_refund'));
      assert.deepEqual({ paid, refundable }, { paid: GROSS, refundable: 0 });
      assert.equal(cards.done.size, provider === 'stripe' ? 1 : 0);
    });

  it('is one refund, though two servers are asked for it at once', async () => {
    await overpaid('stripe');
    const servers = [house.payments, house.another().payments];

    const asked = await Promise.all(
      Array.from({ length: 4 }, (_, index) => refund('one', 5_000, servers[index % 2])),
    );

    assert.equal(new Set(asked.map(({ paymentId }) => paymentId)).size, 1);
    assert.equal((await standing()).refundable, GROSS - 5_000);
  });

  it('that the provider could not make goes back with the next, and before it', async () => {
    await overpaid('stripe');
    cards.line.isDown = true;
    await assert.rejects(refund('first', 10_000), { code: 'card_provider_down' });
    cards.line.isDown = false;

    await assert.rejects(refund('second', GROSS), { code: 'nothing_to_refund' });

    assert.deepEqual(
      [...cards.done.values()].map(({ amount, request }) => ({ amount, request })),
      [{ amount: -10_000, request: 'first' }],
    );
    assert.equal((await standing()).refundable, GROSS - 10_000);
  });

  it('that the provider’s news tells of before its answer comes is known when it is asked for again', async () => {
    await overpaid('stripe');
    cards.line.isCut = true;
    await assert.rejects(refund('first'), { code: 'card_provider_down' });
    const [done] = cards.done.keys();
    const news = JSON.stringify({ id: done, invoice, spaceId: house.space.id });
    await house.payments.takeNews(Buffer.from(news), 'signed');

    const again = await refund('first');

    assert.equal(again.paymentId, done);
    assert.equal((await standing()).refundable, 0);
  });

  it('of another invoice may have the same name', async () => {
    const other = (await house.invoices.issue(issueOf({ cause: 'another' }))).number;
    await overpaid('host');
    await overpaid('host', other);

    const made = await Promise.all(
      [invoice, other].map((number) =>
        house.payments.refund(host, { refundId: 'one', invoice: number, amount: GROSS }),
      ),
    );

    assert.deepEqual(
      made.map(({ paymentId }) => paymentId),
      [`host:${invoice}:one`, `host:${other}:one`],
    );
    assert.equal((await standing()).refundable, 0);
  });

  it('asked for by the number of a credit note is one of its invoice', async () => {
    await pay('p1', 'host');
    const note = await house.invoices.credit({ invoiceId: invoice, cause: 'cancelled', share: 10_000 });
    const ask = (refundId: string) =>
      house.payments.refund(host, { refundId, invoice: note.number, amount: GROSS });

    const made = await ask('one');

    await assert.rejects(ask('two'), { code: 'nothing_to_refund' });
    assert.equal(made.invoice, invoice);
    assert.equal((await standing()).paid, 0);
  });
});
