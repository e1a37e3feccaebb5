import type { Space } from '#contract/spaces';
import { createChain } from '#platform/chain';
import { type Clock, DAY, later } from '#values/clock';
import { conflict, missing } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { BasisPoints } from '#values/money';
import type { SeatFundService } from '../seat-fund/service.ts';
import { type InvoiceLine, type InvoiceNumber, invoiceNumber, type Seller } from './contract.ts';
import { type IssueRequest, partOf, roomsNet, totalsOf, turned } from './document.ts';
import type {
  BookedDocument,
  InvoiceContent,
  InvoiceDocument,
  InvoiceModels,
  SellerDocument,
} from './model.ts';
import { nextNumber, numberText, referenceOf } from './numbering.ts';

/** What is taken off an invoice: some lines, as they would be invoiced, or a share of them all. */
export type CreditRequest = { cause: string } & ({ lines: readonly InvoiceLine[] } | { share: BasisPoints });

interface PaperNeeds {
  Papers: InvoiceModels['Papers'];
  Sellers: InvoiceModels['Sellers'];
  Booked: InvoiceModels['Booked'];
  clock: Clock;
  seatFund: SeatFundService;
}

const dayAfter = (date: string, days: number) =>
  later(new Date(`${date}T00:00:00Z`), days * DAY)
    .toISOString()
    .slice(0, 10);

/** The papers of a space: invoices and credit notes in one gapless run, each holding the hash of the one before. */
export function createPapers({ Papers, Sellers, Booked, clock, seatFund }: PaperNeeds) {
  const chain = createChain<InvoiceContent>(Papers);

  /** @throws DomainError missing `seller_unknown`. */
  async function sellerOf({ id }: Space): Promise<Seller> {
    const found = await Sellers.findById(id).lean<SellerDocument>();
    if (!found) throw missing('seller_unknown');
    const { _id, ...seller } = found;
    return seller;
  }

  /** @throws DomainError missing `invoice_unknown`. */
  async function byNumber(number: InvoiceNumber): Promise<InvoiceDocument> {
    const found = await Papers.findOne({ invoice: number }).lean<InvoiceDocument>();
    if (!found) throw missing('invoice_unknown');
    return found;
  }

  const byCause = (cause: string) => Papers.findById(cause).lean<InvoiceDocument>();

  const creditsOf = (number: InvoiceNumber) =>
    Papers.find({ credits: number }).sort({ number: 1 }).lean<InvoiceDocument[]>();

  /** The date, and the next number of its year. */
  function placed({ timeZone }: Space, { prefix }: Seller, last: InvoiceDocument | undefined) {
    const issuedAt = clock.now();
    const { date } = wallTime(issuedAt, timeZone);
    const place = nextNumber(last, Number(date.slice(0, 4)));
    return { ...place, issuedAt, date, invoice: invoiceNumber.parse(numberText(prefix, place)) };
  }

  async function issue(space: Space, request: IssueRequest) {
    const [seller, policy] = await Promise.all([sellerOf(space), seatFund.policyOf(space)]);
    const { cause, lines, due, ...rest } = request;
    const totals = totalsOf(lines, seller, request.customer);
    const share = Math.floor((Math.max(0, roomsNet(totals.lines)) * policy.share) / 10_000);
    return chain.append({ chain: space.id, cause }, (last): InvoiceContent => {
      const place = placed(space, seller, last);
      return {
        ...rest,
        ...totals,
        ...place,
        spaceId: space.id,
        kind: 'invoice',
        currency: space.currency,
        seller,
        due: due ?? dayAfter(place.date, seller.dueDays),
        reference: referenceOf(place.invoice),
        fundShare: policy.share,
        carries: Math.floor(share / policy.seatCost),
      };
    });
  }

  /** @throws DomainError conflict `credit_exceeds_invoice` for more than is left of it. */
  async function credit(space: Space, number: InvoiceNumber, request: CreditRequest) {
    const root = await byNumber(number);
    const taken = 'lines' in request ? request.lines : partOf(root.lines, request.share);
    const totals = totalsOf(turned(taken), root.seller, root.customer);
    const { _id, chain: _chain, number: _number, previous, hash, ...copied } = root;
    return chain.append({ chain: space.id, cause: request.cause }, async (last): Promise<InvoiceContent> => {
      const credited = (await creditsOf(number)).reduce((sum, { gross }) => sum + gross, 0);
      if (root.gross + credited + totals.gross < 0) throw conflict('credit_exceeds_invoice');
      const place = placed(space, root.seller, last);
      return {
        ...copied,
        ...totals,
        ...place,
        kind: 'credit-note',
        credits: number,
        due: place.date,
        carries: 0,
      };
    });
  }

  return {
    issue,
    credit,
    sellerOf,
    byNumber,
    byCause,
    creditsOf,

    /** The invoices that these words name, by reference or by number. */
    named: (spaceId: Space['id'], words: readonly string[]) => {
      const numbers = words.flatMap((word) => invoiceNumber.safeParse(word).data ?? []);
      return Papers.find({
        spaceId,
        kind: 'invoice',
        $or: [{ reference: { $in: [...words] } }, { invoice: { $in: numbers } }],
      }).lean<InvoiceDocument[]>();
    },

    /** The papers of a booking, and those of its company on which it has a line. */
    ofBooking: (bookingId: string) =>
      Papers.find({ $or: [{ bookingId }, { 'lines.bookingId': bookingId }] })
        .sort({ number: 1 })
        .lean<InvoiceDocument[]>(),

    ofCompany: (companyId: string, limit: number) =>
      Papers.find({ companyId }).sort({ issuedAt: -1, number: -1 }).limit(limit).lean<InvoiceDocument[]>(),

    ofSpace: (spaceId: Space['id'], limit = 0) =>
      Papers.find({ spaceId }).sort({ chain: 1, number: -1 }).limit(limit).lean<InvoiceDocument[]>(),

    issuedSince: (spaceId: Space['id'], at: Date) =>
      Papers.find({ spaceId, issuedAt: { $gte: at } }).lean<InvoiceDocument[]>(),

    /** The invoices of a space that were to be paid by one of these dates. */
    dueBetween: (spaceId: Space['id'], first: string, last: string) =>
      Papers.find({ spaceId, kind: 'invoice', due: { $gte: first, $lte: last } }).lean<InvoiceDocument[]>(),

    /** The papers of a space, in order, of which it is not known that they are in the books. */
    async unbooked(spaceId: Space['id']): Promise<InvoiceDocument[]> {
      const mark = await Booked.findById(spaceId).lean<BookedDocument>();
      return Papers.find({ chain: spaceId, number: { $gt: mark?.upTo ?? 0 } })
        .sort({ number: 1 })
        .lean<InvoiceDocument[]>();
    },

    /** All papers up to this one are in the books. */
    async booked({ spaceId, number }: InvoiceDocument): Promise<void> {
      await Booked.updateOne({ _id: spaceId }, { $max: { upTo: number } }, { upsert: true });
    },

    /** Every paper of a space in order, for the export. */
    inOrder: (spaceId: Space['id']) =>
      Papers.find({ chain: spaceId }).sort({ number: 1 }).lean<InvoiceDocument[]>(),

    async setSeller(space: Space, seller: Seller): Promise<Seller> {
      await Sellers.replaceOne({ _id: space.id }, { _id: space.id, ...seller }, { upsert: true });
      return seller;
    },

    /** Gives a space that has none a seller. */
    async open(space: Space, seller: Seller): Promise<void> {
      await Sellers.updateOne({ _id: space.id }, { $setOnInsert: seller }, { upsert: true });
    },
  };
}
