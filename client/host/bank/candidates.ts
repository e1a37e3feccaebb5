import type { UnmatchedPayment } from '#contract/payments';
import type { InvoiceRow } from '../papers/standings.ts';

/** How likely money is for an invoice: its words name it, then it is the very amount that is open, then anything open. */
function likeness({ named, amount }: UnmatchedPayment, { number, standing }: InvoiceRow): number {
  if (named.includes(number)) return 3;
  if (standing?.open === amount) return 2;
  return standing && standing.open > 0 ? 1 : 0;
}

/** The invoices that a payment may be for, the likeliest first. */
export function candidatesFor(payment: UnmatchedPayment, invoices: readonly InvoiceRow[]): InvoiceRow[] {
  return invoices
    .filter((row) => likeness(payment, row) > 0)
    .sort((a, b) => likeness(payment, b) - likeness(payment, a));
}
