import type { Space } from '#contract/spaces';
import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { Clock } from '#values/clock';
import { wallTime } from '#values/local-time';
import type { LedgerService } from '../ledger/service.ts';
import type { SeatFundService } from '../seat-fund/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { Invoice, InvoiceDetail, Standing } from './contract.ts';
import { transferOf } from './epc.ts';
import type { createImpacts } from './impacts.ts';
import { type InvoiceDocument, invoiceOf, type PaymentDocument } from './model.ts';
import type { createPapers } from './papers.ts';
import { createPosting } from './posting.ts';
import { standingOf } from './standing.ts';
import type { createPaymentWrites } from './writes.ts';

interface SettlingNeeds {
  clock: Clock;
  events: EventBus<DomainEvents>;
  spaces: SpaceService;
  ledger: LedgerService;
  seatFund: SeatFundService;
  takesCards: boolean;
  papers: ReturnType<typeof createPapers>;
  payments: ReturnType<typeof createPaymentWrites>;
  impacts: ReturnType<typeof createImpacts>;
}

/** What follows from a paper or a payment that is written: its booking, its news, and where all stands. */
export function createSettling(needs: SettlingNeeds) {
  const { clock, events, spaces, ledger, seatFund, takesCards, papers, payments, impacts } = needs;
  const posting = createPosting({ ledger, seatFund });

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
    if (payment.unbooked) await payments.booked(payment._id);
    const { spaceId, invoice, bookingId } = root;
    if (isNew)
      events.publish({
        name: 'invoice.paid',
        at: payment.at,
        spaceId,
        invoice,
        payment: payment._id,
        amount: payment.amount,
        ...(bookingId ? { bookingId } : {}),
      });
  }

  /** A paper with its standing and its credit notes. */
  async function detailOf(paper: InvoiceDocument): Promise<InvoiceDetail> {
    const root = await rootOf(paper);
    const credits = await papers.creditsOf(root.invoice);
    const [invoice, stands] = [invoiceOf(paper), await standing(root)];
    const transfer = transferOf(invoice, stands.open);
    const impact = impacts.impactPathOf(invoice);
    return {
      invoice,
      standing: stands,
      credits: credits.map((credit) => credit.invoice),
      ...(transfer === undefined ? {} : { transfer }),
      ...(impact === undefined ? {} : { impact }),
      byCard: takesCards && paper.kind === 'invoice' && stands.open > 0,
    };
  }

  return {
    rootOf,
    detailOf,
    standing,
    settled,
    bookPayment,

    /** Books what a crash left written and unbooked. What is known to be in the books is not looked at again. */
    async takeUp(): Promise<void> {
      for (const { id } of await spaces.all()) {
        const written = await papers.unbooked(id);
        for (const paper of written)
          if (!(await ledger.has(`invoice:${paper.invoice}:issued`))) await settled(paper);
        const last = written.at(-1);
        if (last) await papers.booked(last);
      }
      for (const payment of await payments.unbooked())
        if (payment.invoice) await bookPayment(await papers.byNumber(payment.invoice), payment);
    },
  };
}
