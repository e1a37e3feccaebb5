import { type InvoiceNumber, invoiceNumber } from '#contract/invoices';
import { type SpaceId, spaceId } from '#contract/spaces';
import { CardNewsRefused, type CardProvider, CardProviderDown } from '#platform/card-provider';
import { createTurns } from '#platform/turns';
import type { Actor } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict, invalid, missing } from '#values/errors';
import type { InvoiceService } from '../invoices/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { createBankImport } from './bank-import.ts';
import type { Payment, PaymentRequest, RefundRequest } from './contract.ts';
import { type Recorded, viewOf } from './view.ts';

interface PaymentNeeds {
  clock: Clock;
  spaces: SpaceService;
  invoices: InvoiceService;
  /** Absent where the house takes no cards. */
  cards: CardProvider | undefined;
}

export type PaymentService = ReturnType<typeof createPaymentService>;

/** Money in and out, whoever tells of it: a host, a bank's statement, a card provider's signed word. */
export function createPaymentService({ clock, spaces, invoices, cards }: PaymentNeeds) {
  const turns = createTurns();

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

  /** Pays back by the card that paid, or notes what the host has paid back. */
  async function payBack(
    id: SpaceId,
    { refundId, invoice, amount }: RefundRequest,
    by: Recorded | undefined,
  ) {
    const { currency } = await spaces.space(id);
    const made = by
      ? await fromProvider((provider) => provider.refund({ payment: by._id, amount, key: refundId }))
      : { refund: `host:${refundId}`, at: clock.now() };
    const provider = by ? ('stripe' as const) : ('host' as const);
    const record = {
      paymentId: made.refund,
      spaceId: id,
      provider,
      at: made.at,
      amount: -amount,
      currency,
      invoice,
      request: refundId,
    };
    return (await invoices.recordPayment(record)).payment;
  }

  /** One after the other, so that two do not both find the same sum owed. */
  const refund = (request: RefundRequest): Promise<Payment> =>
    turns.take(request.invoice, async () => {
      const { standing } = await invoices.byNumber(request.invoice);
      const known = await invoices.paymentsOf(request.invoice);
      const before = known.find((one) => one.request === request.refundId);
      if (before) return viewOf(before);
      const { refundable } = standing;
      if (request.amount > refundable) throw conflict('nothing_to_refund', { refundable });
      const card = known.find(({ provider, amount }) => provider === 'stripe' && amount >= request.amount);
      return viewOf(
        await payBack(await invoices.spaceOf(request.invoice), request, cards ? card : undefined),
      );
    });

  return {
    takesCards: cards !== undefined,

    /** A host has seen money come in. @throws DomainError as `invoices.recordPayment` does. */
    async note(actor: Actor, { paymentId, invoice, amount, currency }: PaymentRequest): Promise<Payment> {
      const { invoice: paper } = await invoices.detail(actor, invoice);
      const id = (await spaces.spaceFor(actor)).id;
      const written = await invoices.recordPayment({
        paymentId: `host:${paymentId}`,
        spaceId: id,
        provider: 'host',
        at: clock.now(),
        amount,
        currency,
        invoice: paper.credits ?? paper.number,
      });
      return viewOf(written.payment);
    },

    takeStatement: createBankImport({ spaces, invoices }),

    /** What came in and nobody knows for what. */
    async unmatched(actor: Actor): Promise<Payment[]> {
      return (await invoices.unmatched((await spaces.spaceFor(actor)).id)).map(viewOf);
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
     * Pays back what an invoice has been paid too much; by card where a card paid enough of it.
     * @throws DomainError conflict `nothing_to_refund` for more than is owed back, `card_provider_down`.
     */
    refund,

    /** The same, asked by a host of the space. */
    async refundBy(actor: Actor, request: RefundRequest): Promise<Payment> {
      await invoices.detail(actor, request.invoice);
      return refund(request);
    },

    /**
     * News from the card provider: late, doubled or out of order, it counts once.
     * @throws DomainError invalid `webhook_forged`, `webhook_late`.
     */
    async takeNews(body: Buffer, signature: string): Promise<void> {
      if (!cards) throw missing('route_unknown');
      const news = readNews(cards, body, signature, clock.now());
      if (!news) return;
      const { id: paymentId, amount, at } = news;
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
