import { type Connection, Schema } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { LINK_FIELDS, type Link } from '#platform/chain';
import type { Currency, Minor } from '#values/money';
import type { Invoice, InvoiceLine, InvoiceNumber, Seller } from './contract.ts';
import type { IssueRequest } from './document.ts';
import type { Numbered } from './numbering.ts';

/** What a paper says; its place in the chain of its space is the chain's. Its `_id` is what brought it about. */
export interface InvoiceContent extends Omit<Invoice, 'issuedAt' | 'number' | 'previous' | 'hash'>, Numbered {
  spaceId: SpaceId;
  invoice: InvoiceNumber;
  issuedAt: Date;
}

export type InvoiceDocument = Link & InvoiceContent;

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const anything = { type: Schema.Types.Mixed, required: true } as const;

/** The parts that a contract describes are kept as they are: nobody queries inside them and nothing changes them. */
const invoiceSchema = new Schema<InvoiceDocument>(
  {
    ...LINK_FIELDS,
    spaceId: text,
    invoice: text,
    year: number,
    sequence: number,
    kind: text,
    credits: String,
    issuedAt: { type: Date, required: true },
    date: text,
    due: text,
    language: text,
    currency: text,
    seller: anything,
    customer: anything,
    companyId: String,
    bookingId: String,
    roomId: String,
    serviceFrom: text,
    serviceTo: text,
    purchaseOrder: String,
    costCentre: String,
    lines: anything,
    vat: anything,
    reverseCharge: { type: Boolean, required: true },
    net: number,
    gross: number,
    reference: text,
    fundShare: number,
    carries: number,
  },
  { versionKey: false },
);
invoiceSchema.index({ chain: 1, number: 1 }, { unique: true, name: 'one_paper_a_place' });
invoiceSchema.index({ invoice: 1 }, { unique: true, name: 'one_paper_a_number' });
invoiceSchema.index({ credits: 1 }, { sparse: true });
invoiceSchema.index({ spaceId: 1, reference: 1 });
invoiceSchema.index({ bookingId: 1 }, { sparse: true });
invoiceSchema.index({ 'lines.bookingId': 1 }, { sparse: true });
invoiceSchema.index({ companyId: 1, issuedAt: -1 }, { sparse: true });

function createInvoiceModel(connection: Connection) {
  return connection.model<InvoiceDocument>('invoice', invoiceSchema, 'invoices');
}

export function invoiceOf(document: InvoiceDocument): Invoice {
  const { _id, chain, number: _place, spaceId, year, sequence, invoice, issuedAt, ...rest } = document;
  return { ...rest, number: invoice, issuedAt: issuedAt.toISOString() };
}

export type SellerDocument = Seller & { _id: SpaceId };

const sellerSchema = new Schema<SellerDocument>(
  {
    _id: text,
    prefix: text,
    name: text,
    address: anything,
    vatNumber: text,
    registration: { type: String, default: '' },
    iban: text,
    bic: String,
    email: text,
    dueDays: number,
  },
  { versionKey: false },
);
// Two spaces with one prefix would give one number twice.
sellerSchema.index({ prefix: 1 }, { unique: true });

function createSellerModel(connection: Connection) {
  return connection.model<SellerDocument>('seller', sellerSchema, 'sellers');
}

/** Money in, or out where `amount` is below zero. Its `_id` is the provider's own, so it is known once. */
export interface PaymentDocument {
  _id: string;
  spaceId: SpaceId;
  provider: 'host' | 'bank' | 'stripe';
  at: Date;
  amount: Minor;
  currency: Currency;
  /** Absent while nobody knows what it is for. */
  invoice?: InvoiceNumber;
  /** It is known what it is for, and it is not in the books yet. */
  unbooked?: true;
  remittance?: string;
  payer?: string;
  /** Of a refund: whoever asked for it named it so. */
  request?: string;
}

const paymentSchema = new Schema<PaymentDocument>(
  {
    _id: text,
    spaceId: text,
    provider: text,
    at: { type: Date, required: true },
    amount: number,
    currency: text,
    invoice: String,
    unbooked: Boolean,
    remittance: String,
    payer: String,
    request: String,
  },
  { versionKey: false },
);
paymentSchema.index({ invoice: 1 }, { sparse: true });
paymentSchema.index({ spaceId: 1, at: -1 });
paymentSchema.index({ unbooked: 1 }, { sparse: true });

export function createPaymentModel(connection: Connection) {
  return connection.model<PaymentDocument>('payment', paymentSchema, 'payments');
}

/** One booking's lines, or what was taken off them again, waiting for the collective invoice of their month. */
export interface Charge
  extends Pick<IssueRequest, 'cause' | 'customer' | 'language' | 'serviceFrom' | 'serviceTo'> {
  lines: InvoiceLine[];
  bookingId?: string;
  roomId?: string;
  purchaseOrder?: string;
  costCentre?: string;
}

/** What a company owes for a month: `2026-11`, by the wall of the space. */
export interface ChargesDocument {
  _id: string;
  spaceId: SpaceId;
  companyId: string;
  month: string;
  charges: Charge[];
  /** The month is over and nothing is added any more; its invoice is issued. */
  closed?: true;
  issued?: true;
}

const chargesSchema = new Schema<ChargesDocument>(
  {
    _id: text,
    spaceId: text,
    companyId: text,
    month: text,
    charges: anything,
    closed: Boolean,
    issued: Boolean,
  },
  { versionKey: false },
);
chargesSchema.index({ spaceId: 1, month: 1 });
chargesSchema.index({ 'charges.cause': 1 });
chargesSchema.index({ 'charges.bookingId': 1 });

function createChargeModel(connection: Connection) {
  return connection.model<ChargesDocument>('charges', chargesSchema, 'charges');
}

/** Up to which number the papers of a space are known to be in the books. A paper itself is never changed. */
export interface BookedDocument {
  _id: SpaceId;
  upTo: number;
}

const bookedSchema = new Schema<BookedDocument>({ _id: text, upTo: number }, { versionKey: false });

function createBookedModel(connection: Connection) {
  return connection.model<BookedDocument>('booked_papers', bookedSchema, 'booked_papers');
}

/** Where papers, their sellers, and charges that wait for their month are kept. */
export function createInvoiceModels(connection: Connection) {
  return {
    Papers: createInvoiceModel(connection),
    Sellers: createSellerModel(connection),
    Charges: createChargeModel(connection),
    Booked: createBookedModel(connection),
  };
}

export type InvoiceModels = ReturnType<typeof createInvoiceModels>;
