import type { CollationOrder } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';

const FIELDS = new Set([
  'locale',
  'strength',
  'caseLevel',
  'caseFirst',
  'numericOrdering',
  'alternate',
  'maxVariable',
  'backwards',
  'normalization',
  'version',
]);

/** Turns a collation document into an order of strings; the `simple` locale is the order of bytes. */
export function collationOrder(collation: unknown): CollationOrder | undefined {
  if (collation === undefined) return undefined;
  if (!isDoc(collation) || typeof collation.locale !== 'string') {
    throw new StoreError('IDLFailedToParse', "BSON field 'collation.locale' is missing but a required field");
  }
  const unknown = Object.keys(collation).find((field) => !FIELDS.has(field));
  if (unknown !== undefined) {
    throw new StoreError('IDLUnknownField', `BSON field 'collation.${unknown}' is an unknown field.`);
  }
  if (collation.backwards === true || collation.maxVariable !== undefined) {
    throw new StoreError('BadValue', 'collation backwards and maxVariable are not supported');
  }
  if (collation.locale === 'simple') return undefined;
  const collator = collatorOf(collation, collation.locale);
  return (a, b) => collator.compare(a, b);
}

function collatorOf(collation: Doc, locale: string): Intl.Collator {
  const caseFirst = collation.caseFirst;
  try {
    return new Intl.Collator(locale.replaceAll('_', '-'), {
      sensitivity: sensitivity(Number(collation.strength ?? 3), collation.caseLevel === true),
      numeric: collation.numericOrdering === true,
      ignorePunctuation: collation.alternate === 'shifted',
      caseFirst: caseFirst === 'upper' || caseFirst === 'lower' ? caseFirst : 'false',
    });
  } catch {
    throw new StoreError('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }`);
  }
}

function sensitivity(strength: number, caseLevel: boolean): 'base' | 'accent' | 'case' | 'variant' {
  if (strength === 1) return caseLevel ? 'case' : 'base';
  return strength === 2 && !caseLevel ? 'accent' : 'variant';
}
