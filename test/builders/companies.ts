import { randomUUID } from 'node:crypto';
import {
  type Billing,
  billing,
  bookerId,
  companyId,
  type NewBooker,
  type NewCompany,
} from '../../server/companies/contract.ts';
import type { TestHouse } from '../support/test-house.ts';

const address = { street: 'Oudegracht 1', postcode: '3511 AB', city: 'Utrecht', country: 'NL' };

/** A bakery as a host writes it in. */
export function companyRequestOf(overrides: Partial<NewCompany> = {}): NewCompany {
  return {
    companyId: companyId.parse(randomUUID()),
    name: 'Bakkerij De Wit',
    address,
    vatNumber: 'NL004495445B01',
    ...overrides,
  };
}

export function bookerRequestOf(overrides: Partial<NewBooker> = {}): NewBooker {
  return {
    bookerId: bookerId.parse(randomUUID()),
    name: 'Sam de Vries',
    email: 'sam@bakkerij.example',
    language: 'nl',
    ...overrides,
  };
}

/** What a booking says of a company that pays, in the way that people type it. */
export function billingOf(overrides: Record<string, unknown> = {}): Billing {
  return billing.parse({
    kind: 'company',
    name: 'Bakkerij De Wit',
    attention: 'Sam de Vries',
    email: 'sam@bakkerij.example',
    address,
    ...overrides,
  });
}

/** Everything that a company decides for itself. */
export const OWN_TERMS = {
  orderNeeded: true,
  costCentres: ['sales', 'bread'],
  naming: 'named',
  budget: {
    monthly: 100_000,
    approver: { name: 'Jo Wit', address: 'jo@bakkerij.example', language: 'en' },
  },
};

/** Asks a company's approver for a booking over its budget; the path of the link in the mail. */
export async function askApproval(
  test: TestHouse,
  company: NewCompany['companyId'],
  { booker, host }: { booker: string; host: string },
): Promise<string> {
  await test.call('PATCH', '/own-company', { budget: OWN_TERMS.budget }, booker);
  const at = new Date('2026-12-01T09:00:00Z');
  await test.house.app.services.companies.askApproval({
    companyId: company,
    bookingId: 'over-budget',
    total: 250_000,
    booker: 'Sam de Vries',
    room: 'Rembrandt',
    people: 12,
    times: [{ from: at, to: new Date('2026-12-01T10:00:00Z') }],
    until: at,
  });
  const { body } = await test.call('GET', '/notifications', undefined, host);
  const asked = Array.isArray(body.notifications)
    ? body.notifications.find(({ message }) => message === 'approval-asked')
    : undefined;
  const mail = await test.call('GET', `/notifications/${asked?.notificationId}`, undefined, host);
  return `/approvals/${/#approval=(\S+)/.exec(String(mail.body.text))?.[1]}`;
}
