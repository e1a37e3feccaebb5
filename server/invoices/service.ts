import type { Connection } from 'mongoose';
import type { Space, SpaceId } from '#contract/spaces';
import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import { type Actor, isForeign } from '#values/actor';
import type { Clock } from '#values/clock';
import { missing } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { LedgerService } from '../ledger/service.ts';
import type { SeatFundService } from '../seat-fund/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { Invoice, InvoiceDetail, InvoiceNumber, InvoiceState, Standing } from './contract.ts';
import { createLinks } from './links.ts';
import { type InvoiceDocument, invoiceOf, type PaymentDocument } from './model.ts';
import { type CreditRequest, createPapers, type IssueRequest } from './papers.ts';
import { createPosting } from './posting.ts';
import { standingOf } from './standing.ts';
import { createPaymentWrites, type PaymentRecord } from './writes.ts';

interface InvoiceNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  spaces: SpaceService;
  ledger: LedgerService;
  seatFund: SeatFundService;
  secret: string;
}

export type InvoiceService = ReturnType<typeof createInvoiceService>;

/** How many of the newest a host is shown. */
const SHOWN = 500;

/** What is owed and what was paid. A paper is written once, booked once, and its state is told anew each time. */
export function createInvoiceService(needs: InvoiceNeeds) {
  const { connection, clock, events, spaces, ledger, seatFund, secret } = needs;
  const papers = createPapers({ connection, clock, seatFund });
  const payments = createPaymentWrites(connection);
  const posting = createPosting({ ledger, seatFund });
  const links = createLinks(secret);

  const todayOf = ({ timeZone }: Space) => wallTime(clock.now(), timeZone).date;

  async function rootOf(paper: InvoiceDocument): Promise<InvoiceDocument> {
    return paper.credits === undefined ? paper : papers.byNumber(paper.credits);
  }

  async function standing(root: InvoiceDocument): Promise<Standing> {
    const [paid, credits, space] = await Promise.all([
      payments.ofInvoice(root.invoice),
      papers.creditsOf(root.invoice),
      spaces.space(root.spaceId),
    ]);
    const { gross, due } = root;
    const told = {
      gross,
      due,
      payments: paid.map(({ amount }) => amount),
      credits: credits.map((one) => one.gross),
    };
    return standingOf(told, todayOf(space));
  }

  /** Books a paper and tells of it. Written but not booked, it is booked by whoever asks next. */
  async function settled(paper: InvoiceDocument): Promise<Invoice> {
    const root = await rootOf(paper);
    const isNew = await posting.issued(root, paper);
    const { spaceId, invoice, bookingId, issuedAt: at } = paper;
    if (isNew)
      events.publish({ name: 'invoice.issued', at, spaceId, invoice, ...(bookingId ? { bookingId } : {}) });
    return invoiceOf(paper);
  }

  async function bookPayment(root: InvoiceDocument, payment: PaymentDocument): Promise<void> {
    const isNew = await posting.paid(root, payment);
    const { spaceId, invoice, bookingId } = root;
    if (isNew)
      events.publish({
        name: 'invoice.paid',
        at: payment.at,
        spaceId,
        invoice,
        amount: payment.amount,
        ...(bookingId ? { bookingId } : {}),
      });
  }

  /** The paper of a number that this actor may see. @throws DomainError missing `invoice_unknown`. */
  async function seenBy(actor: Actor, number: InvoiceNumber): Promise<InvoiceDocument> {
    const paper = await papers.byNumber(number);
    // Whether another space has such a number is no business of this one.
    if (isForeign(actor, paper.spaceId)) throw missing('invoice_unknown');
    return paper;
  }

  async function detailOf(paper: InvoiceDocument): Promise<InvoiceDetail> {
    const root = await rootOf(paper);
    const credits = await papers.creditsOf(root.invoice);
    return {
      invoice: invoiceOf(paper),
      standing: await standing(root),
      credits: credits.map(({ invoice }) => invoice),
    };
  }

  return {
    links,
    sellerOf: papers.sellerOf,
    setSeller: papers.setSeller,
    open: papers.open,
    unmatched: payments.unmatched,

    /** @throws DomainError missing `seller_unknown`. */
    async issue({ spaceId, ...request }: IssueRequest & { spaceId: SpaceId }): Promise<Invoice> {
      const { link } = await papers.issue(await spaces.space(spaceId), request);
      return settled(link);
    },

    /** @throws DomainError missing `invoice_unknown`, conflict `credit_exceeds_invoice`. */
    async credit({ invoiceId, ...request }: CreditRequest & { invoiceId: InvoiceNumber }): Promise<Invoice> {
      const { spaceId } = await papers.byNumber(invoiceId);
      const { link } = await papers.credit(await spaces.space(spaceId), invoiceId, request);
      return settled(link);
    },

    /**
     * Money that came in, or went back. The provider's id makes it known once, whatever comes twice or out of order.
     * What names no invoice is kept for the host.
     * @throws DomainError invalid `payment_currency`, conflict `payment_reused`, missing `invoice_unknown`.
     */
    async recordPayment(record: PaymentRecord): Promise<{ payment: PaymentDocument; isNew: boolean }> {
      const root = record.invoice === undefined ? undefined : await papers.byNumber(record.invoice);
      const { currency } = await spaces.space(record.spaceId);
      const written = await payments.record(record, currency);
      if (root) await bookPayment(root, written.payment);
      return written;
    },

    /** A host has found out what a payment is for. @throws DomainError conflict `payment_matched`, missing `payment_unknown`. */
    async match(actor: Actor, paymentId: string, number: InvoiceNumber): Promise<PaymentDocument> {
      const root = await seenBy(actor, number);
      const payment = await payments.match(paymentId, root);
      await bookPayment(root, payment);
      return payment;
    },

    /** The invoices that a remittance names, by number or by reference. */
    named: papers.named,

    async detail(actor: Actor, number: InvoiceNumber): Promise<InvoiceDetail> {
      return detailOf(await seenBy(actor, number));
    },

    byNumber: async (number: InvoiceNumber) => detailOf(await papers.byNumber(number)),

    ofBooking: async (bookingId: string) => (await papers.ofBooking(bookingId)).map(invoiceOf),

    issuedSince: async (spaceId: SpaceId, at: Date) => (await papers.issuedSince(spaceId, at)).map(invoiceOf),

    /** The invoices that were to be paid between these dates and are not. */
    async overdue(spaceId: SpaceId, first: string, last: string) {
      const due = await papers.dueBetween(spaceId, first, last);
      const told = await Promise.all(
        due.map(async (paper) => ({ invoice: invoiceOf(paper), standing: await standing(paper) })),
      );
      return told.filter((one) => one.standing.state === 'overdue');
    },

    /** The newest papers of the actor's space, or those of its invoices that are in a state. */
    async list(actor: Actor, state?: InvoiceState) {
      const space = await spaces.spaceFor(actor);
      const found = await papers.ofSpace(space.id, SHOWN);
      const rows = await Promise.all(
        found.map(async (paper) => ({
          number: paper.invoice,
          kind: paper.kind,
          date: paper.date,
          due: paper.due,
          customer: paper.customer.name,
          gross: paper.gross,
          currency: paper.currency,
          ...(paper.kind === 'invoice' ? { standing: await standing(paper) } : {}),
        })),
      );
      return rows.filter((row) => state === undefined || row.standing?.state === state);
    },

    /** Every paper and payment of a space in order, for the export. */
    async everything(spaceId: SpaceId) {
      const [all, money] = await Promise.all([papers.inOrder(spaceId), payments.ofSpace(spaceId)]);
      return { papers: all, payments: money };
    },

    /** After a start: books what a crash left written and unbooked. */
    async takeUp(): Promise<void> {
      for (const { id } of await spaces.all()) {
        for (const paper of await papers.inOrder(id))
          if (!(await ledger.has(`invoice:${paper.invoice}:issued`))) await settled(paper);
        for (const payment of await payments.ofSpace(id)) {
          const cause = `invoice:${payment.invoice}:paid:${payment._id}`;
          if (payment.invoice && !(await ledger.has(cause)))
            await bookPayment(await papers.byNumber(payment.invoice), payment);
        }
      }
    },
  };
}
