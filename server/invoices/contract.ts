import { z } from 'zod';
import { idText, instant, language, lineOfText, mailAddress } from '#contract/platform';
import { month } from '#contract/seat-fund';
import { isMod97InFront } from '#values/check-digits';

/** `UTRECHT-2026-0042`: gapless in a space and year, invoices and credit notes in one run. */
export const invoiceNumber = z
  .string()
  .regex(/^[A-Z0-9]{2,12}-\d{4}-\d{4,8}$/)
  .brand<'invoice'>();
export type InvoiceNumber = z.infer<typeof invoiceNumber>;

export const currency = z.enum(['EUR', 'EGP', 'JPY']);
const line = lineOfText(120).pipe(z.string().min(1));
const country = z.string().regex(/^[A-Z]{2}$/);
const vatNumber = z.string().regex(/^[A-Z]{2}[A-Z0-9]{2,13}$/);

export const postalAddress = z.strictObject({ street: line, postcode: lineOfText(16), city: line, country });
export type PostalAddress = z.infer<typeof postalAddress>;

/** Who sends a space's invoices, and where they are paid. */
export const seller = z.strictObject({
  /** What the numbers of its invoices begin with. */
  prefix: z.string().regex(/^[A-Z0-9]{2,12}$/),
  name: line,
  address: postalAddress,
  vatNumber,
  registration: lineOfText(40),
  iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/),
  bic: z
    .string()
    .regex(/^[A-Z0-9]{8}(?:[A-Z0-9]{3})?$/)
    .optional(),
  email: mailAddress,
  /** How long an invoice may wait. */
  dueDays: z.int().min(0).max(120),
});
export type Seller = z.infer<typeof seller>;

/** A seller as they are typed in: an IBAN with a slip of the pen would stand on every invoice. */
export const newSeller = seller.refine(({ iban }) => isMod97InFront(iban), { path: ['iban'] });

export const customer = z.strictObject({
  kind: z.enum(['consumer', 'company']),
  name: line,
  /** Whom at the company the letter is for. */
  attention: line.optional(),
  address: postalAddress.optional(),
  email: mailAddress,
  vatNumber: vatNumber.optional(),
});
export type Customer = z.infer<typeof customer>;

/** What a line is for; its words stand in the messages under this code, with the line's values in their gaps. */
export const lineCode = z.enum([
  'room',
  'yield',
  'minimum',
  'voucher',
  'coffee',
  'lunch',
  'screen',
  'cancellation',
]);
export type LineCode = z.infer<typeof lineCode>;

/** One line, net; of a credit note with the sign turned. `quantity` may have two decimals. */
export const invoiceLine = z.strictObject({
  code: lineCode,
  values: z.record(z.string(), z.union([z.string().max(200), z.number()])),
  quantity: z.number(),
  unitNet: z.int(),
  net: z.int(),
  vatRate: z.int().min(0).max(10_000),
  income: z.enum(['rooms', 'options']),
  /** Of a collective invoice: what each line belongs to. */
  bookingId: idText.optional(),
  roomId: idText.optional(),
  purchaseOrder: lineOfText(60).optional(),
  costCentre: lineOfText(60).optional(),
});
export type InvoiceLine = z.infer<typeof invoiceLine>;

export const vatGroup = z.strictObject({ rate: z.int(), net: z.int(), vat: z.int() });

/** One paper, never changed. Amounts are in minor units of its currency. */
export const invoice = z.strictObject({
  number: invoiceNumber,
  kind: z.enum(['invoice', 'credit-note']),
  /** The invoice that a credit note undoes, wholly or in part. */
  credits: invoiceNumber.optional(),
  issuedAt: instant,
  /** The local date that it bears, and the one until which it may wait. */
  date: z.iso.date(),
  due: z.iso.date(),
  language,
  currency,
  seller,
  customer,
  companyId: idText.optional(),
  bookingId: idText.optional(),
  roomId: idText.optional(),
  serviceFrom: z.iso.date(),
  serviceTo: z.iso.date(),
  purchaseOrder: lineOfText(60).optional(),
  costCentre: lineOfText(60).optional(),
  lines: z.array(invoiceLine).min(1),
  vat: z.array(vatGroup),
  reverseCharge: z.boolean(),
  net: z.int(),
  gross: z.int(),
  /** What the payer's bank passes on, so that the payment finds the invoice: ISO 11649. */
  reference: z.string(),
  /** Basis points of net room income for the seat fund, and the seats that this may carry. */
  fundShare: z.int(),
  carries: z.int(),
  previous: z.string(),
  hash: z.string(),
});
export type Invoice = z.infer<typeof invoice>;

/** How far an invoice has come, told anew each time from its payments and credits. */
export const invoiceState = z.enum(['issued', 'partly-paid', 'paid', 'overpaid', 'overdue', 'credited']);
export type InvoiceState = z.infer<typeof invoiceState>;

/** What stands against an invoice: `open` is still to be paid, `refundable` was paid and is owed back. */
export const standing = z.strictObject({
  state: invoiceState,
  paid: z.int(),
  credited: z.int(),
  open: z.int(),
  refundable: z.int(),
});
export type Standing = z.infer<typeof standing>;

export const invoiceRow = z.strictObject({
  number: invoiceNumber,
  kind: z.enum(['invoice', 'credit-note']),
  date: z.iso.date(),
  due: z.iso.date(),
  customer: z.string(),
  gross: z.int(),
  currency,
  standing: standing.optional(),
});
export type InvoiceRow = z.infer<typeof invoiceRow>;

/** A paper as its customer finds it in a list, with the way to its own page. */
export const linkedPaper = invoiceRow.omit({ customer: true }).extend({ path: z.string() });
export type LinkedPaper = z.infer<typeof linkedPaper>;

/** A paper of a company; the way to its page where it was sent to somebody who books for it. */
export const companyPaper = linkedPaper.partial({ path: true });
export type CompanyPaper = z.infer<typeof companyPaper>;

/** A paper on which a booking stands: of its company's for a month, which one, and what of it is the booking's. */
export const bookingPaper = companyPaper.extend({
  collective: z.strictObject({ month: month.optional(), gross: z.int() }).optional(),
});
export type BookingPaper = z.infer<typeof bookingPaper>;

/** What was written for a booking; `isWriting` while more of it is on its way, `months` on whose invoices it will be. */
export const bookingPapers = z.strictObject({
  papers: z.array(bookingPaper),
  months: z.array(month),
  isWriting: z.boolean(),
});
export type BookingPapers = z.infer<typeof bookingPapers>;

export const invoiceList = z.strictObject({ invoices: z.array(invoiceRow) });
export const invoiceDetail = z.strictObject({
  invoice,
  standing,
  credits: z.array(invoiceNumber),
  /** What a bank's app reads as a QR code, for what is still open; only of an invoice in euros. */
  transfer: z.string().optional(),
  /** Where it is shown what the bookings on it made possible. */
  impact: z.string().optional(),
  /** Can what is open be paid by card? */
  byCard: z.boolean(),
});
export type InvoiceDetail = z.infer<typeof invoiceDetail>;

/** An unguessable word in a link: whoever holds it reads this one paper, or this one booking's effect. */
export const linkWord = z.string().regex(/^[A-Za-z0-9_-]{32,64}$/);

/** Of what a host lists: those that are in this state, or all. */
export const invoiceQuery = z.strictObject({ state: invoiceState.optional() });

export const permissions = ['invoice:view', 'invoice:read', 'seller:manage'] as const;

export const errors = [
  'invoice_unknown',
  'seller_unknown',
  'credit_exceeds_invoice',
  'payment_currency',
  'payment_reused',
  'payment_unknown',
  'payment_matched',
] as const;
