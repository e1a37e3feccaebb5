import type { About, Posting, RoomsOf } from '#contract/ledger';
import type { BasisPoints, Minor } from '#values/money';
import type { Book, LedgerService } from '../ledger/service.ts';
import type { SeatFundService } from '../seat-fund/service.ts';
import type { InvoiceLine } from './contract.ts';
import { bookingsOn, roomsNet } from './document.ts';
import type { InvoiceDocument, PaymentDocument } from './model.ts';
import { owedOf, positionOf } from './position.ts';

interface PostingNeeds {
  ledger: LedgerService;
  seatFund: SeatFundService;
}

/** One event of an invoice: what it adds to what is invoiced and paid, and the postings that are its own. */
interface Event {
  cause: string;
  at: Date;
  about: Pick<About, 'kind'> & { payment?: string };
  change: { gross: Minor; rooms: Minor; paid: Minor };
  /** What of it is whose, on a collective invoice. */
  parts: readonly RoomsOf[];
  postings: readonly Posting[];
}

/** Income and VAT of a paper as credits. */
function incomeOf({ lines, vat }: InvoiceDocument): Posting[] {
  return [
    ...lines.map(({ income, net }): Posting => ({ account: `income:${income}`, amount: -net })),
    ...vat.map((group): Posting => ({ account: `vat:${group.rate}`, amount: -group.vat })),
  ];
}

/** The net room income among the lines of each booking that they belong to. */
function partsOf(lines: readonly InvoiceLine[]): RoomsOf[] {
  return lines.flatMap(({ bookingId: booking, roomId: room, income, net }) =>
    booking === undefined || income !== 'rooms'
      ? []
      : [{ booking, ...(room === undefined ? {} : { room }), rooms: net }],
  );
}

/** A room that costs nothing is a paper, but no entry: the books hold what moves. */
function movesNothing(postings: readonly Posting[]): boolean {
  const sums = new Map<string, Minor>();
  for (const { account, amount } of postings) sums.set(account, (sums.get(account) ?? 0) + amount);
  return [...sums.values()].every((sum) => sum === 0);
}

/**
 * Books what happens to an invoice, each event as one entry: its own postings, and what brings receivable, refunds and
 * the seat fund's part to where the sums say they are to be. So every order of events comes to the same books.
 */
export function createPosting({ ledger, seatFund }: PostingNeeds) {
  async function book(root: InvoiceDocument, event: Event, share: BasisPoints): Promise<boolean> {
    if (movesNothing(event.postings)) return false;
    const { spaceId, currency, invoice, companyId = 'consumer', bookingId, roomId } = root;
    const books: Book = { spaceId, unit: currency };
    const { isNew } = await ledger.append(books, event.cause, async () => {
      const entries = await ledger.ofInvoice(invoice);
      const before = positionOf(entries);
      const after = {
        gross: before.gross + event.change.gross,
        rooms: before.rooms + event.change.rooms,
        paid: before.paid + event.change.paid,
      };
      // One that was begun before parts were kept goes on without them.
      const isParted = entries.length === 0 || entries.some(({ parts }) => parts !== undefined);
      const grown = isParted && bookingsOn(root.lines).length > 0 ? event.parts : undefined;
      const [was, is] = [owedOf(before), owedOf(after)];
      const moved = await seatFund.moveTo(books, entries, { ...after, share }, grown);
      const about = {
        ...event.about,
        invoice,
        ...(companyId === 'consumer' ? {} : { company: companyId }),
        ...(bookingId === undefined ? {} : { booking: bookingId }),
        ...(roomId === undefined ? {} : { room: roomId }),
      };
      const owed: Posting[] = [
        { account: `receivable:${companyId}`, amount: is.receivable - was.receivable },
        { account: 'payable:refunds', amount: is.refunds - was.refunds },
      ];
      const postings = [...event.postings, ...owed, ...moved.postings];
      const { uses, parts = [] } = moved;
      return { at: event.at, about, postings, uses, parts };
    });
    if (isNew) seatFund.publish(spaceId);
    return isNew;
  }

  return {
    /** A paper is issued; `root` is itself, or the invoice that it credits. */
    issued: (root: InvoiceDocument, paper: InvoiceDocument) =>
      book(
        root,
        {
          cause: `invoice:${paper.invoice}:issued`,
          at: paper.issuedAt,
          about: { kind: 'issue' },
          change: { gross: paper.gross, rooms: roomsNet(paper.lines), paid: 0 },
          parts: partsOf(paper.lines),
          postings: incomeOf(paper),
        },
        root.fundShare,
      ),

    /** Money came in for an invoice, or went back. */
    paid: (root: InvoiceDocument, { _id, at, amount }: PaymentDocument) =>
      book(
        root,
        {
          cause: `invoice:${root.invoice}:paid:${_id}`,
          at,
          about: { kind: amount < 0 ? 'refund' : 'payment', payment: _id },
          change: { gross: 0, rooms: 0, paid: amount },
          parts: [],
          postings: [{ account: 'bank', amount }],
        },
        root.fundShare,
      ),
  };
}
