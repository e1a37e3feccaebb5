import { type Connection, Schema } from 'mongoose';
import type { InvoiceNumber } from '#contract/invoices';
import { LINK_FIELDS, type Link } from '#platform/chain';
import type { Minor } from '#values/money';

/**
 * A refund as it was decided; its chain is its invoice, and the money that goes back follows as a payment. Two cannot
 * take one place, so two never find the same sum owed.
 */
export interface RefundContent {
  invoice: InvoiceNumber;
  amount: Minor;
  /** Whoever asked for it named it so. */
  request: string;
  /** The card payment that goes back; absent where the host pays back. */
  card?: string;
}

export type RefundDocument = Link & RefundContent;

const text = { type: String, required: true } as const;

const schema = new Schema<RefundDocument>(
  { ...LINK_FIELDS, invoice: text, amount: { type: Number, required: true }, request: text, card: String },
  { versionKey: false },
);
schema.index({ chain: 1, number: 1 }, { unique: true, name: 'one_refund_a_place' });

export function createRefundModel(connection: Connection) {
  return connection.model<RefundDocument>('refund', schema, 'refunds');
}
