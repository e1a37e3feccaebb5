import { z } from 'zod';
import { currency, invoiceNumber } from '#contract/invoices';
import { idText, instant } from '#contract/platform';

export const provider = z.enum(['host', 'bank', 'stripe']);
export type Provider = z.infer<typeof provider>;

/** Money that came in, or went back where `amount` is negative. */
export const payment = z.strictObject({
  paymentId: z.string(),
  provider,
  at: instant,
  amount: z.int(),
  currency,
  invoice: invoiceNumber.optional(),
  /** What the payer wrote, and their name, as the bank tells it. */
  remittance: z.string().optional(),
  payer: z.string().optional(),
  /** Of a refund: whoever asked for it named it so. */
  request: z.string().optional(),
});
export type Payment = z.infer<typeof payment>;

/** A host has seen money come in. `paymentId` is the host's own, so that a retry counts once. */
export const paymentRequest = z.strictObject({
  paymentId: idText,
  invoice: invoiceNumber,
  amount: z.int().min(1).max(1_000_000_000),
  currency,
});
export type PaymentRequest = z.infer<typeof paymentRequest>;

/** What is owed back goes back. `refundId` is the host's own, so that a retry pays once. */
export const refundRequest = z.strictObject({
  refundId: idText,
  invoice: invoiceNumber,
  amount: z.int().min(1).max(1_000_000_000),
});
export type RefundRequest = z.infer<typeof refundRequest>;

export const statementFormat = z.enum(['camt.053', 'csv']);
export const statementUpload = z.strictObject({
  format: statementFormat,
  text: z.string().min(1).max(4_000_000),
});
export type StatementUpload = z.infer<typeof statementUpload>;

/** Why nobody knows yet what money is for: its words name nothing, no invoice that we know, or several. */
export const unmatchedWhy = z.enum(['nothing', 'unknown', 'several']);

export const unmatchedPayment = payment.extend({ why: unmatchedWhy, named: z.array(invoiceNumber) });
export type UnmatchedPayment = z.infer<typeof unmatchedPayment>;

/** What an import did: lines read, known before, matched to invoices, and left for the host. */
export const importReport = z.strictObject({
  lines: z.int(),
  known: z.int(),
  matched: z.int(),
  unmatched: z.array(unmatchedPayment),
});
export type ImportReport = z.infer<typeof importReport>;

/** A payment's id as its provider gave it, with the provider before it. */
export const paymentKey = z.string().regex(/^[A-Za-z0-9_:-]{3,80}$/, 'id');

export const paymentList = z.strictObject({ payments: z.array(payment) });
export const unmatchedList = z.strictObject({ payments: z.array(unmatchedPayment) });
export const matchRequest = z.strictObject({ invoice: invoiceNumber });

/** Where to pay by card. */
export const checkout = z.strictObject({ url: z.url() });

export const permissions = ['payment:manage', 'payment:checkout'] as const;

export const errors = [
  'nothing_to_pay',
  'nothing_to_refund',
  'statement_unreadable',
  'statement_lines_wrong',
  'statement_foreign',
  'card_not_possible',
  'card_provider_down',
  'webhook_forged',
  'webhook_late',
] as const;
