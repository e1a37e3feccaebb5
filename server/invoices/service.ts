import type { Connection } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { Words } from '#platform/words';
import { type Actor, isForeign } from '#values/actor';
import type { Clock } from '#values/clock';
import { missing } from '#values/errors';
import type { LedgerService } from '../ledger/service.ts';
import type { SeatFundService } from '../seat-fund/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { createCollecting } from './collecting.ts';
import type { Invoice, InvoiceDetail, InvoiceNumber } from './contract.ts';
import { createImpacts } from './impacts.ts';
import { createLinks } from './links.ts';
import { createListing } from './listing.ts';
import { createInvoiceModels, type InvoiceDocument, type PaymentDocument } from './model.ts';
import { createPapers } from './papers.ts';
import { createSettling } from './settling.ts';
import { printed } from './sheet.ts';
import { createPaymentWrites, type PaymentRecord } from './writes.ts';

interface InvoiceNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  spaces: SpaceService;
  ledger: LedgerService;
  seatFund: SeatFundService;
  words: Words;
  publicUrl: string;
  secret: string;
  takesCards: boolean;
}

export type InvoiceService = ReturnType<typeof createInvoiceService>;

/** What is owed and what was paid. A paper is written once, booked once, and its state is told anew each time. */
export function createInvoiceService(needs: InvoiceNeeds) {
  const { connection, clock, spaces, seatFund, words, publicUrl, secret } = needs;
  const models = createInvoiceModels(connection);
  const papers = createPapers({ ...models, clock, seatFund });
  const [payments, links] = [createPaymentWrites(connection), createLinks(secret)];
  const impacts = createImpacts({ papers, links });
  const settling = createSettling({ ...needs, papers, payments, impacts });
  const { rootOf, standing, settled, bookPayment, detailOf, takeUp } = settling;
  const collecting = createCollecting({ ...models, clock, spaces, papers, settled });

  /** A paper as a PDF, with the way to what its bookings made possible. */
  function print(invoice: Invoice): Promise<Uint8Array<ArrayBuffer>> {
    const path = impacts.impactPathOf(invoice);
    return printed(invoice, { words, impactUrl: path === undefined ? undefined : publicUrl + path });
  }

  /** The paper of a number that this actor may see. @throws DomainError missing `invoice_unknown`. */
  async function seenBy(actor: Actor, number: InvoiceNumber): Promise<InvoiceDocument> {
    const paper = await papers.byNumber(number);
    // Whether another space has such a number is no business of this one.
    if (isForeign(actor, paper.spaceId)) throw missing('invoice_unknown');
    return paper;
  }

  return {
    ...collecting,
    impactLinked: impacts.impactLinked,
    ...createListing({ ...collecting, spaces, papers, links, standing }),
    links,
    takeUp,
    sellerOf: papers.sellerOf,
    setSeller: papers.setSeller,
    open: papers.open,
    unmatched: payments.unmatched,

    /**
     * Money that came in, or went back. The provider's id makes it known once, whatever comes twice or out of order.
     * What names no invoice is kept for the host; what names a
     * credit note is for its invoice.
     * @throws DomainError invalid `payment_currency`, conflict `payment_reused`, missing `invoice_unknown`.
     */
    async recordPayment(record: PaymentRecord): Promise<{ payment: PaymentDocument; isNew: boolean }> {
      const root =
        record.invoice === undefined ? undefined : await rootOf(await papers.byNumber(record.invoice));
      const { currency } = await spaces.space(record.spaceId);
      const known = root === undefined ? record : { ...record, invoice: root.invoice };
      const written = await payments.record(known, currency);
      if (root) await bookPayment(root, written.payment);
      return written;
    },

    /** A host has found out what a payment is for. @throws DomainError conflict `payment_matched`, missing `payment_unknown`. */
    async match(actor: Actor, paymentId: string, number: InvoiceNumber): Promise<PaymentDocument> {
      const root = await rootOf(await seenBy(actor, number));
      const payment = await payments.match(paymentId, root);
      await bookPayment(root, payment);
      return payment;
    },

    /** The invoices that a remittance names, by number or by reference. */
    named: papers.named,

    async detail(actor: Actor, number: InvoiceNumber): Promise<InvoiceDetail> {
      return detailOf(await seenBy(actor, number));
    },

    paymentsOf: payments.ofInvoice,

    spaceOf: async (number: InvoiceNumber): Promise<SpaceId> => (await papers.byNumber(number)).spaceId,

    byNumber: async (number: InvoiceNumber) => detailOf(await papers.byNumber(number)),

    /** The paper that a link opens. @throws DomainError missing `invoice_unknown`, also for a word that is made up. */
    async linked(number: InvoiceNumber, word: string): Promise<InvoiceDetail> {
      if (!links.isOpenedBy('papers', number, word)) throw missing('invoice_unknown');
      return detailOf(await papers.byNumber(number));
    },

    print,

    /** Every paper and payment of a space in order, for the export. */
    async everything(spaceId: SpaceId) {
      const [all, money] = await Promise.all([papers.inOrder(spaceId), payments.ofSpace(spaceId)]);
      // A mark of the house's own says nothing of the money.
      return { papers: all, payments: money.map(({ unbooked: _mark, ...payment }) => payment) };
    },
  };
}
