import { type BasisPoints, type Minor, shareOf } from './money.ts';
import { isMemberState } from './vat-number.ts';

/** What VAT is reckoned from: a net amount and the rate that holds for it. */
export interface Taxed {
  readonly net: Minor;
  readonly vatRate: BasisPoints;
}

/** All that a document holds at one rate. */
export interface VatGroup {
  readonly rate: BasisPoints;
  readonly net: Minor;
  readonly vat: Minor;
}

/**
 * The VAT of a document by rate, highest first. It is rounded on each line and then summed, as a quote shows it, so
 * that what was quoted is what is invoiced; EN 16931 (BR-CO-17) allows for the coins that this may differ by.
 */
export function vatGroups(lines: readonly Taxed[]): VatGroup[] {
  const groups = new Map<BasisPoints, VatGroup>();
  for (const { net, vatRate: rate } of lines) {
    const before = groups.get(rate) ?? { net: 0, vat: 0 };
    groups.set(rate, { rate, net: before.net + net, vat: before.vat + shareOf(net, rate) });
  }
  return [...groups.values()].sort((a, b) => b.rate - a.rate);
}

/** Does the buyer owe the VAT instead of the seller? So it is between companies of two member states of the EU. */
export function isReverseCharged(sellerVatNumber: string, buyerVatNumber: string | undefined): boolean {
  const [seller, buyer] = [sellerVatNumber.slice(0, 2), buyerVatNumber?.slice(0, 2) ?? ''];
  return seller !== buyer && isMemberState(seller) && isMemberState(buyer);
}
