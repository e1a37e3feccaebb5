import type { Language } from '#values/locale';
import { assertMinor, type BasisPoints, type Minor, shareOf } from '#values/money';
import { isReverseCharged, type VatGroup, vatGroups } from '#values/vat';
import type { Customer, InvoiceLine, Seller } from './contract.ts';

/** A paper as it is asked for. The same cause is the same paper, however often it is asked for. */
export interface IssueRequest {
  cause: string;
  customer: Customer;
  language: Language;
  lines: readonly InvoiceLine[];
  companyId?: string | undefined;
  bookingId?: string | undefined;
  roomId?: string | undefined;
  /** Local dates, the last included. */
  serviceFrom: string;
  serviceTo: string;
  /** A local date; without it, so many days from now as the seller gives. */
  due?: string | undefined;
  purchaseOrder?: string | undefined;
  costCentre?: string | undefined;
}

/** What the lines of a paper come to. */
export interface Totals {
  lines: InvoiceLine[];
  vat: VatGroup[];
  net: Minor;
  gross: Minor;
  reverseCharge: boolean;
}

/**
 * The lines as they are printed, and their sums. Where the buyer owes the VAT instead of the seller, no line has any.
 * @throws RangeError for no lines or an amount that is not whole.
 */
export function totalsOf(lines: readonly InvoiceLine[], seller: Seller, customer: Customer): Totals {
  if (lines.length === 0) throw new RangeError('a paper without lines');
  for (const { net, unitNet, code } of lines) {
    assertMinor(net, code);
    assertMinor(unitNet, code);
  }
  const reverseCharge = isReverseCharged(seller.vatNumber, customer.vatNumber);
  const taxed = reverseCharge ? lines.map((line) => ({ ...line, vatRate: 0 })) : [...lines];
  const vat = vatGroups(taxed);
  const net = vat.reduce((sum, group) => sum + group.net, 0);
  const gross = vat.reduce((sum, group) => sum + group.net + group.vat, 0);
  return { lines: taxed, vat, net, gross, reverseCharge };
}

/** The lines that take these off again. */
export function turned(lines: readonly InvoiceLine[]): InvoiceLine[] {
  return lines.map((line) => ({ ...line, quantity: -line.quantity, net: -line.net }));
}

/** This share of each line: of its amount, as one piece where it is not the whole. */
export function partOf(lines: readonly InvoiceLine[], share: BasisPoints): InvoiceLine[] {
  return lines
    .map((line) => {
      const net = shareOf(line.net, share);
      return share === 10_000 ? line : { ...line, quantity: 1, unitNet: net, net };
    })
    .filter(({ net }) => net !== 0);
}

/** The net room income among the lines, whose share the seat fund gets. */
export function roomsNet(lines: readonly InvoiceLine[]): Minor {
  return lines.reduce((sum, { income, net }) => sum + (income === 'rooms' ? net : 0), 0);
}

/** The bookings that lines of a collective invoice belong to, in their order; none of any other paper. */
export function bookingsOn(lines: readonly InvoiceLine[]): string[] {
  return [...new Set(lines.flatMap(({ bookingId }) => bookingId ?? []))];
}

/** What of a collective invoice is one booking's, with its VAT. */
export function grossOf(lines: readonly InvoiceLine[], bookingId: string): Minor {
  const groups = vatGroups(lines.filter((line) => line.bookingId === bookingId));
  return groups.reduce((sum, { net, vat }) => sum + net + vat, 0);
}
