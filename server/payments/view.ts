import type { InvoiceService } from '../invoices/service.ts';
import type { Payment } from './contract.ts';

/** A payment as the invoices keep it. */
export type Recorded = Awaited<ReturnType<InvoiceService['recordPayment']>>['payment'];

/** A payment as a host sees it. */
export function viewOf({ _id: paymentId, at, spaceId: _spaceId, ...rest }: Recorded): Payment {
  return { paymentId, at: at.toISOString(), ...rest };
}
