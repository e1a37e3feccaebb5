import type { Customer, InvoiceLine } from '#contract/invoices';
import type { IssueRequest } from '../../server/invoices/papers.ts';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';

/** An hour's worth of a room at a hundred euros, 21 % VAT. */
export function lineOf(overrides: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    code: 'room',
    values: { room: 'Rembrandt', date: '24 November 2026' },
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
