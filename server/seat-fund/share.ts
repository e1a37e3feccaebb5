import type { BasisPoints, Minor } from '#values/money';

const WHOLE = 10_000;

/** What is known of an invoice, its credit notes taken off, when the fund's part of it is reckoned. */
export interface PaidInvoice {
  readonly gross: Minor;
  /** The net income of its rooms, whose share the fund gets. */
  readonly rooms: Minor;
  readonly share: BasisPoints;
  readonly paid: Minor;
}

/**
 * What the fund is to hold of an invoice: its share of the net room income, as far as the invoice is paid. Rounded down
 * both times, so the odd coin is the house's and the fund never holds one that was not paid in. It follows from the
 * sums alone, so payments, refunds and credit notes in any order come to the same.
 */
export function fundPart({ gross, rooms, share, paid }: PaidInvoice): Minor {
  if (gross <= 0 || rooms <= 0 || paid <= 0) return 0;
  const whole = (BigInt(rooms) * BigInt(share)) / BigInt(WHOLE);
  return Number((whole * BigInt(Math.min(paid, gross))) / BigInt(gross));
}
