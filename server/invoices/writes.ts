import type { Connection } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { conflict, invalid, missing } from '#values/errors';
import type { Currency } from '#values/money';
import type { InvoiceNumber } from './contract.ts';
import { createPaymentModel, type InvoiceDocument, type PaymentDocument } from './model.ts';

/** Money as its provider tells of it. */
export interface PaymentRecord extends Omit<PaymentDocument, '_id'> {
  paymentId: string;
}

/** Money in and out, each known by its provider's id, so that the unique key decides what comes twice. */
export function createPaymentWrites(connection: Connection) {
  const Payments = createPaymentModel(connection);

  /** What the same provider told before is the same money only where it says the same. */
  function isSame(a: PaymentDocument, b: PaymentDocument): boolean {
    return (
      a.spaceId === b.spaceId && a.amount === b.amount && (b.invoice === undefined || a.invoice === b.invoice)
    );
  }

  return {
    /** @throws DomainError invalid `payment_currency`, conflict `payment_reused`. */
    async record({ paymentId, ...rest }: PaymentRecord, currency: Currency) {
      if (rest.currency !== currency) throw invalid('payment_currency', { currency });
      const isFor = rest.invoice === undefined ? {} : { unbooked: true as const };
      const payment: PaymentDocument = { _id: paymentId, ...rest, ...isFor };
      try {
        await Payments.insertOne(payment);
        return { payment, isNew: true };
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
      const known = await Payments.findById(paymentId).lean<PaymentDocument>();
      if (!known || !isSame(known, payment)) throw conflict('payment_reused');
      return { payment: known, isNew: false };
    },

    /** Says what a payment is for, once. @throws DomainError missing `payment_unknown`, conflict `payment_matched`. */
    async match(paymentId: string, { spaceId, invoice }: InvoiceDocument): Promise<PaymentDocument> {
      const matched = await Payments.findOneAndUpdate(
        { _id: paymentId, spaceId, $or: [{ invoice: { $exists: false } }, { invoice }] },
        { $set: { invoice, unbooked: true } },
        { returnDocument: 'after' },
      ).lean<PaymentDocument>();
      if (matched) return matched;
      const known = await Payments.exists({ _id: paymentId, spaceId });
      throw known ? conflict('payment_matched') : missing('payment_unknown');
    },

    /** A payment is in the books. */
    async booked(paymentId: string): Promise<void> {
      await Payments.updateOne({ _id: paymentId }, { $unset: { unbooked: 1 } });
    },

    /** Those that a crash has kept out of the books. */
    unbooked: () => Payments.find({ unbooked: true }).lean<PaymentDocument[]>(),

    ofInvoice: (invoice: InvoiceNumber) => Payments.find({ invoice }).lean<PaymentDocument[]>(),

    ofSpace: (spaceId: SpaceId) =>
      Payments.find({ spaceId }).sort({ at: 1, _id: 1 }).lean<PaymentDocument[]>(),

    unmatched: (spaceId: SpaceId) =>
      Payments.find({ spaceId, invoice: { $exists: false } })
        .sort({ at: 1 })
        .lean<PaymentDocument[]>(),
  };
}
