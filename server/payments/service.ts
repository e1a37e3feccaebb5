import type { Connection } from 'mongoose';
import { type InvoiceNumber, invoiceNumber } from '#contract/invoices';
import { spaceId } from '#contract/spaces';
import { CardNewsRefused, type CardProvider, CardProviderDown } from '#platform/card-provider';
import { createChain } from '#platform/chain';
import type { Actor } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict, invalid, missing } from '#values/errors';
import type { InvoiceService } from '../invoices/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { createBankImport } from './bank-import.ts';
import type { Payment, PaymentRequest, RefundRequest, UnmatchedPayment } from './contract.ts';
import { createRefundModel, type RefundContent, type RefundDocument } from './model.ts';
import { referencesIn } from './references.ts';
import { type Recorded, unmatchedOf, viewOf } from './view.ts';

interface PaymentNeeds {
  connection: Connection;
  clock: Clock;
  spaces: SpaceService;
  invoices: InvoiceService;
  /** Absent where the house takes no cards. */
  cards: CardProvider | undefined;
}

export type PaymentService = ReturnType<typeof createPaymentService>;

/** Money in and out, whoever tells of it: a host, a bank's statement, a card provider's signed word. */
export function createPaymentService({ connection, clock, spaces, invoices, cards }: PaymentNeeds) {
  const refunds = createChain<RefundContent>(createRefundModel(connection));

  /** What the provider cannot do now is told as a refusal, so that the payer can try again. */
  async function fromProvider<Reply>(work: (provider: CardProvider) => Promise<Reply>): Promise<Reply> {
    if (!cards) throw conflict('card_not_possible');
    try {
      return await work(cards);
    } catch (fault) {
      if (fault instanceof CardProviderDown) throw conflict('card_provider_down');
      throw fault;
    }
  }

  /** By the card that paid, or noted as the host has done it. What a crash left undone, whoever asks next does. */
  async function carryOut({ _id, invoice, amount, request, card }: RefundDocument): Promise<Recorded> {
    // In this order, so that what is paid back between the two is found and not refused.
    const { invoice: paper, standing } = await invoices.byNumber(invoice);
    const done = (await invoices.paymentsOf(invoice)).find((one) => one.request === request);
    if (done) return done;
    const { refundable } = standing;
    if (amount > refundable) throw conflict('nothing_to_refund', { refundable });
    const made =
      card === undefined
        ? { refund: `host:${_id}`, at: clock.now() }
        : await fromProvider((provider) => provider.refund({ payment: card, amount, request }));
    const { payment } = await invoices.recordPayment({
      paymentId: made.refund,
      spaceId: await invoices.spaceOf(invoice),
      provider: card === undefined ? 'host' : 'stripe',
      at: made.at,
      amount: -amount,
      currency: paper.currency,
      invoice,
      request,
    });
    return payment;
  }

  /** Takes the next place in the invoice's run of refunds: all before it are paid back, so what stands is still owed. */
  async function claim({ refundId, invoice, amount }: RefundRequest): Promise<RefundDocument> {
    const place = { chain: invoice, cause: `${invoice}:${refundId}` };
    const { link } = await refunds.append(place, async (last) => {
      if (last) await carryOut(last);
      const { refundable } = (await invoices.byNumber(invoice)).standing;
      if (amount > refundable) throw conflict('nothing_to_refund', { refundable });
      const paid = cards ? await invoices.paymentsOf(invoice) : [];
      const card = paid.find((one) => one.provider === 'stripe' && one.amount >= amount);
      return { invoice, amount, request: refundId, ...(card ? { card: card._id } : {}) };
    });
    return link;
  }

  return {
    takesCards: cards !== undefined,

    /** A host has seen money come in. @throws DomainError as `invoices.recordPayment` does. */
    async note(actor: Actor, { paymentId, invoice, amount, currency }: PaymentRequest): Promise<Payment> {
      await invoices.detail(actor, invoice);
      const id = (await spaces.spaceFor(actor)).id;
      const written = await invoices.recordPayment({
        paymentId: `host:${paymentId}`,
        spaceId: id,
        provider: 'host',
        at: clock.now(),
        amount,
        currency,
        invoice,
      });
      return viewOf(written.payment);
    },

    takeStatement: createBankImport({ spaces, invoices }),

    /** What came in and nobody knows for what. */
    async unmatched(actor: Actor): Promise<UnmatchedPayment[]> {
      const { id } = await spaces.spaceFor(actor);
      const waiting = await invoices.unmatched(id);
      return Promise.all(
        waiting.map(async (payment) =>
          unmatchedOf(payment, await invoices.named(id, referencesIn(payment.remittance ?? ''))),
        ),
      );
    },

    /** What has been paid on an invoice, and paid back. @throws DomainError missing `invoice_unknown`. */
    async ofInvoice(actor: Actor, number: InvoiceNumber): Promise<Payment[]> {
      const { invoice } = await invoices.detail(actor, number);
      return (await invoices.paymentsOf(invoice.credits ?? invoice.number)).map(viewOf);
    },

    async match(actor: Actor, paymentId: string, invoice: InvoiceNumber): Promise<Payment> {
      return viewOf(await invoices.match(actor, paymentId, invoice));
    },

    /**
     * Where an invoice is paid by card. Asked twice, it is the same page.
     * @throws DomainError conflict `nothing_to_pay`, `card_not_possible`, `card_provider_down`.
     */
    async checkout(number: InvoiceNumber, returnUrl: string): Promise<{ url: string }> {
      const { invoice, standing } = await invoices.byNumber(number);
      const { open: amount } = standing;
      if (invoice.kind !== 'invoice' || amount === 0) throw conflict('nothing_to_pay');
      const id = await invoices.spaceOf(number);
      const key = `checkout ${number} ${amount} ${standing.paid}`;
      const description = `${invoice.seller.name} ${number}`;
      const { currency } = invoice;
      return fromProvider((provider) =>
        provider.checkout({ key, invoice: number, spaceId: id, amount, currency, description, returnUrl }),
      );
    },

    /**
     * Pays back what an invoice has been paid too much; by card where a card paid enough of it. Asked twice, it is paid
     * once.
     * @throws DomainError conflict `nothing_to_refund` for more than is owed back, `card_provider_down`.
     */
    async refund(actor: Actor, request: RefundRequest): Promise<Payment> {
      const { invoice: paper } = await invoices.detail(actor, request.invoice);
      const invoice = paper.credits ?? paper.number;
      return viewOf(await carryOut(await claim({ ...request, invoice })));
    },

    /**
     * News from the card provider: late, doubled or out of order, it counts once.
     * @throws DomainError invalid `webhook_forged`, `webhook_late`.
     */
    async takeNews(body: Buffer, signature: string): Promise<void> {
      if (!cards) throw missing('route_unknown');
      const news = readNews(cards, body, signature, clock.now());
      if (!news) return;
      const { id: paymentId, amount, at, request } = news;
      const invoice = invoiceNumber.parse(news.invoice);
      const { currency } = (await invoices.byNumber(invoice)).invoice;
      if (news.currency !== currency) throw invalid('payment_currency', { currency });
      await invoices.recordPayment({
        paymentId,
        spaceId: spaceId.parse(news.spaceId),
        provider: 'stripe',
        at,
        amount,
        currency,
        invoice,
        ...(request === undefined ? {} : { request }),
      });
    },
  };
}

function readNews(cards: CardProvider, body: Buffer, signature: string, now: Date) {
  try {
    return cards.read(body, signature, now);
  } catch (fault) {
    if (!(fault instanceof CardNewsRefused)) throw fault;
    throw fault.why === 'late' ? invalid('webhook_late') : invalid('webhook_forged');
  }
}
