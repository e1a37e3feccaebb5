import { type BasisPoints, type Minor, shareOf } from './money.ts';

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
 * The VAT of a document: rounded once for each rate, over the sum of its lines, as EN 16931 (BR-CO-17) wants it. Lines
 * that were rounded one by one would differ from it by a coin. Highest rate first.
 */
export function vatGroups(lines: readonly Taxed[]): VatGroup[] {
  const nets = new Map<BasisPoints, Minor>();
  for (const { net, vatRate } of lines) nets.set(vatRate, (nets.get(vatRate) ?? 0) + net);
  return [...nets].sort(([a], [b]) => b - a).map(([rate, net]) => ({ rate, net, vat: shareOf(net, rate) }));
}

/** What is to be paid for these lines, VAT included. */
export function grossOf(lines: readonly Taxed[]): Minor {
  return vatGroups(lines).reduce((sum, { net, vat }) => sum + net + vat, 0);
}

/** Whose VAT numbers begin with which letters is the countries' own; Greece writes EL. */
const MEMBER_STATES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/**
 * Does the buyer owe the VAT instead of the seller? So it is between companies of two member states of the EU.
 * @param sellerVatNumber and @param buyerVatNumber as they are written, with the letters of their country first.
 */
export function isReverseCharged(sellerVatNumber: string, buyerVatNumber: string | undefined): boolean {
  const [seller, buyer] = [sellerVatNumber.slice(0, 2), buyerVatNumber?.slice(0, 2) ?? ''];
  return seller !== buyer && MEMBER_STATES.has(seller) && MEMBER_STATES.has(buyer);
}
