import { VAT_RULES } from './vat-rules.ts';

/** A VAT number as it is kept: without the blanks, dots and dashes that people write, in capitals. */
export function compactVatNumber(text: string): string {
  return text.replace(/[\s.\-/]/g, '').toUpperCase();
}

/** The letters with which a country's VAT numbers begin: Greece is GR on a map and EL here. */
export function vatPrefixOf(country: string): string {
  return country === 'GR' ? 'EL' : country;
}

/** Does this prefix belong to a member state? Northern Ireland's does not, where services are concerned. */
export function isMemberState(prefix: string): boolean {
  return prefix !== 'XI' && Object.hasOwn(VAT_RULES, prefix);
}

/**
 * Could this be a VAT number of the European Union: its shape and its check digits are right? Whether it was given to
 * anybody, and is still in force, only the Union's register (VIES) knows.
 */
export function isVatNumber(compact: string): boolean {
  const rule = VAT_RULES[compact.slice(0, 2)];
  const body = compact.slice(2);
  return rule?.shape.test(body) === true && rule.holds(body);
}
