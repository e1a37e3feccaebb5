import { invalid } from '#values/errors';
import { vatPrefixOf } from '#values/vat-number';
import type { Billing, Company, CompanyChange, Identification } from './contract.ts';

/** What holds for a company until something else is agreed. */
export function usualTerms() {
  return {
    orderNeeded: false,
    costCentres: [],
    naming: 'unnamed' as const,
    collective: false,
    rates: [],
  };
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** By what a company is known again: its VAT number if it has one, else its name in its country. */
export function identityOf({ name, address, vatNumber }: Identification): string {
  return vatNumber ? `vat:${vatNumber}` : `name:${vatPrefixOf(address.country)}:${folded(name)}`;
}

/** By what whoever pays is known again. */
export function identityOfPayer(billing: Billing): string {
  return billing.kind === 'company' ? identityOf(billing) : `mail:${billing.email.toLowerCase()}`;
}

/** The share of the tariff that a company pays for a room; `undefined` where nothing is agreed. */
export function rateFor({ rates }: Pick<Company, 'rates'>, roomId: string): number | undefined {
  const own = rates.find((rate) => rate.roomId === roomId);
  return (own ?? rates.find((rate) => rate.roomId === undefined))?.share;
}

/**
 * Does a booking say what its company wants on every invoice?
 * @throws DomainError invalid `purchase_order_needed`, `cost_centre_unknown`.
 */
export function assertOrder(
  { orderNeeded, costCentres }: Pick<Company, 'orderNeeded' | 'costCentres'>,
  billing: Billing,
): void {
  if (billing.kind === 'consumer') return;
  if (orderNeeded && billing.purchaseOrder === undefined) throw invalid('purchase_order_needed');
  // The list is not told: whoever books for this company knows it.
  if (costCentres.length > 0 && !costCentres.includes(billing.costCentre ?? ''))
    throw invalid('cost_centre_unknown');
}

/** What a change writes: a budget and a VAT number may be taken away; a consumer is known by their mail, whatever else. */
export function updateOf({ budget, identification, ...terms }: CompanyChange, kind: Company['kind']) {
  const identity = identification && kind === 'company' ? { identity: identityOf(identification) } : {};
  const gone = {
    ...(budget === null ? { budget: 1 } : {}),
    ...(identification && identification.vatNumber === undefined ? { vatNumber: 1 } : {}),
  };
  return {
    $set: { ...terms, ...identification, ...identity, ...(budget ? { budget } : {}) },
    ...(Object.keys(gone).length > 0 ? { $unset: gone } : {}),
  };
}
