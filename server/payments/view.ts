import type { InvoiceService } from '../invoices/service.ts';
import type { Payment, UnmatchedPayment } from './contract.ts';
import { referencesIn } from './references.ts';

/** A payment as the invoices keep it. */
export type Recorded = Awaited<ReturnType<InvoiceService['recordPayment']>>['payment'];

/** A payment as a host sees it. */
export function viewOf({
  _id: paymentId,
  at,
  spaceId: _space,
  unbooked: _unbooked,
  ...rest
}: Recorded): Payment {
  return { paymentId, at: at.toISOString(), ...rest };
}

/** Money that waits for a host, with the invoices that its words may be naming. */
export function unmatchedOf(
  payment: Recorded,
  named: Awaited<ReturnType<InvoiceService['named']>>,
): UnmatchedPayment {
  const isSilent = referencesIn(payment.remittance ?? '').length === 0;
  return {
    ...viewOf(payment),
    why: named.length > 1 ? 'several' : isSilent ? 'nothing' : 'unknown',
    named: named.map(({ invoice }) => invoice),
  };
}
