import type { Customer, Invoice, InvoiceLine } from '#contract/invoices';
import type { Language } from '#values/locale';
import { invoiceNumber } from '../../server/invoices/contract.ts';
import type { IssueRequest } from '../../server/invoices/document.ts';
import { totalsOf } from '../../server/invoices/document.ts';
import { referenceOf } from '../../server/invoices/numbering.ts';
import { SAMPLE_SELLER } from '../../server/sample-data/sample-seller.ts';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';

/** An hour's worth of a room at a hundred euros, 21 % VAT. */
export function lineOf(overrides: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    code: 'room',
    values: { room: 'Rembrandt', date: '2026-11-24' },
    quantity: 4,
    unitNet: 2_500,
    net: 10_000,
    vatRate: 2_100,
    income: 'rooms',
    ...overrides,
  };
}

/** A Dutch company. */
export function customerOf(overrides: Partial<Customer> = {}): Customer {
  return {
    kind: 'company',
    name: 'Bakkerij De Vries B.V.',
    attention: 'Sam de Vries',
    address: { street: 'Oudegracht 112', postcode: '3511 AW', city: 'Utrecht', country: 'NL' },
    email: 'sam@bakkerij.example',
    ...overrides,
  };
}

/** A request for an invoice of 100.00 net and 121.00 gross, for one booking of the Rembrandt room. */
export function issueOf(overrides: Partial<IssueRequest> = {}) {
  return {
    cause: 'booking:b1:confirmed',
    spaceId: sampleSpace().id,
    customer: customerOf(),
    language: 'nl' as const,
    lines: [lineOf()],
    companyId: 'bakkerij',
    bookingId: 'b1',
    roomId: 'rembrandt',
    serviceFrom: '2026-12-01',
    serviceTo: '2026-12-01',
    ...overrides,
  };
}

/** The number of the paper that `invoiceOf` makes. */
export const NUMBER = invoiceNumber.parse('UTRECHT-2026-0042');

/** A room, twelve lunches and a voucher: 344.00 net and 395.36 gross. */
export function invoiceOf(language: Language, overrides: Partial<Invoice> = {}): Invoice {
  const values = { room: 'Rembrandt', date: '2026-12-01', from: '09:00', to: '13:00' };
  const lines = overrides.lines ?? [
    lineOf({ values, quantity: 4, net: 18_000, unitNet: 4_500 }),
    lineOf({
      code: 'lunch',
      values,
      quantity: 12,
      unitNet: 1_450,
      net: 17_400,
      vatRate: 900,
      income: 'options',
    }),
    lineOf({ code: 'voucher', values: { voucher: 'WELCOME' }, quantity: 1, unitNet: -1_000, net: -1_000 }),
  ];
  const customer = overrides.customer ?? customerOf();
  return {
    ...totalsOf(lines, SAMPLE_SELLER, customer),
    number: NUMBER,
    kind: 'invoice',
    issuedAt: '2026-11-24T09:00:00.000Z',
    date: '2026-11-24',
    due: '2026-12-08',
    language,
    currency: 'EUR',
    seller: SAMPLE_SELLER,
    customer,
    serviceFrom: '2026-12-01',
    serviceTo: '2026-12-01',
    purchaseOrder: 'PO-7781',
    reference: referenceOf(NUMBER),
    fundShare: 2_000,
    carries: 4,
    previous: '',
    hash: 'h',
    ...overrides,
  };
}
