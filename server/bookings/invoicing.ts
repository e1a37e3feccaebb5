import { type InvoiceNumber, invoiceNumber } from '#contract/invoices';
import type { PriceLine } from '#contract/quotes';
import type { CompanyService } from '../companies/service.ts';
import type { InvoiceService } from '../invoices/service.ts';
import type { RoomService } from '../rooms/service.ts';
import { customerOf, invoiceLinesOf } from './billing.ts';
import type { BilledOn, BookingOf, Duty } from './booking.ts';
import type { Written } from './writes.ts';

interface InvoicingNeeds {
  rooms: RoomService;
  companies: CompanyService;
  invoices: InvoiceService;
}

type PaperDuty = Extract<Duty, { kind: 'invoice' | 'credit' }>;

const chargeOf = (on: BilledOn) => (on.startsWith('charge ') ? on.slice('charge '.length) : undefined);

/** The papers of a booking: what is billed, at once or with its company's month, and what is taken off that again. */
export function createInvoicing({ rooms, companies, invoices }: InvoicingNeeds) {
  async function bill(booking: BookingOf, cause: string, lines: readonly PriceLine[]) {
    const { _id: bookingId, spaceId, billing, language = 'en', companyId, occurrences } = booking;
    if (!billing || !companyId) throw new RangeError(`${bookingId} has nobody to bill`);
    const letting = await rooms.letting(spaceId);
    const dates = occurrences.map(({ date }) => date).sort();
    const request = {
      cause,
      spaceId,
      customer: customerOf(billing),
      language,
      lines: invoiceLinesOf(booking, lines, { rooms: letting.rooms, language }),
      companyId,
      bookingId,
      roomId: occurrences[0]?.roomId,
      serviceFrom: dates[0] ?? '',
      serviceTo: dates.at(-1) ?? '',
      ...(billing.kind === 'company'
        ? { purchaseOrder: billing.purchaseOrder, costCentre: billing.costCentre }
        : {}),
    };
    // Decided when it is billed: other terms hold for what comes after them.
    const invoice = await invoices.bill(request, await companies.isCollective(companyId));
    return invoice
      ? { numbers: [invoice.number], on: invoice.number }
      : { numbers: [], on: `charge ${cause}` as const };
  }

  /** Takes lines off what their occurrences stand on: one credit note for each invoice, and less of each charge. */
  async function creditNotes(booking: BookingOf, cause: string, lines: readonly PriceLine[]) {
    const { billedOn, spaceId, language = 'en' } = booking;
    const letting = await rooms.letting(spaceId);
    const numbers: InvoiceNumber[] = [];
    for (const on of new Set(Object.values(billedOn))) {
      const own = lines.filter(({ occurrenceId }) => billedOn[occurrenceId] === on);
      if (own.length === 0) continue;
      // An invoice is credited by its lines as it would write them.
      const given = own.map((line) => ({ ...line, net: 0 - line.net, vat: 0 - line.vat }));
      const taken = invoiceLinesOf(booking, given, { rooms: letting.rooms, language });
      const about = { cause: `${cause}:${on}`, lines: taken };
      const charge = chargeOf(on);
      const written =
        charge === undefined
          ? await invoices.credit({ ...about, invoiceId: invoiceNumber.parse(on) })
          : await invoices.creditCharge({ ...about, spaceId, charge });
      if (written) numbers.push(written.number);
    }
    return numbers;
  }

  return async function write(booking: BookingOf, { kind, cause, lines }: PaperDuty): Promise<Written> {
    if (kind === 'credit') return { numbers: await creditNotes(booking, cause, lines), billed: [] };
    const billed = [...new Set(lines.map(({ occurrenceId }) => occurrenceId))];
    return { ...(await bill(booking, cause, lines)), billed };
  };
}
