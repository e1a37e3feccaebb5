import { randomUUID } from 'node:crypto';
import {
  type Billing,
  billing,
  bookerId,
  companyId,
  type NewBooker,
  type NewCompany,
} from '../../server/companies/contract.ts';

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
