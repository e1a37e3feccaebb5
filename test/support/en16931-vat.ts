import { type Found, hundredths, says, sumOf } from './ubl-document.ts';

/** A rule of the standard: its name, the elements that it is asked of, and whether each of them keeps it. */
export type Rule = readonly [name: string, path: string, holds: (found: Found, document: Found) => boolean];

export const SELLER = 'AccountingSupplierParty/Party';
export const BUYER = 'AccountingCustomerParty/Party';
export const LINE = 'InvoiceLine|CreditNoteLine';
export const GROUP = 'TaxTotal/TaxSubtotal';
export const NET = 'LineExtensionAmount';

/** What is said there first. */
export const textAt = (found: Found, path: string): string => found.at(path)[0]?.text.trim() ?? '';

/** The amount that stands there first, in hundredths. */
export const amountAt = (found: Found, path: string): number => hundredths(found.at(path)[0]);

const percentOf = (category: Found) => Number(textAt(category, 'Percent') || Number.NaN);

const categoriesOf = (document: Found, id: string) =>
  document.at(`${LINE}/Item/ClassifiedTaxCategory`).filter((one) => textAt(one, 'ID') === id);
const groupsOf = (document: Found, id: string) =>
  document.at(GROUP).filter((one) => textAt(one, 'TaxCategory/ID') === id);

/** What the lines of a category come to; of the standard rate, those of one rate. */
function netOf(document: Found, id: string, rate?: number): number {
  const lines = document.at(LINE).filter((line) => {
    const [category] = line.at('Item/ClassifiedTaxCategory');
    if (!category || textAt(category, 'ID') !== id) return false;
    return rate === undefined || percentOf(category) === rate;
  });
  return sumOf(lines.flatMap((line) => line.at(NET)));
}

/** VAT of a rate may differ by less than one unit of currency, for those who round by line. */
export const isVatOf = (vat: number, net: number, percent: number) =>
  percent === 0 ? vat === 0 : Math.abs(Math.abs(vat) - Math.round((Math.abs(net) * percent) / 100)) < 100;

const isOfCategory =
  (id: string, holds: (group: Found, document: Found) => boolean): Rule[2] =>
  (group, document) =>
    textAt(group, 'TaxCategory/ID') !== id || holds(group, document);

/** The rules that each category of VAT has under the same numbers. */
export function categoryRules(name: string, id: string, isTaxed: boolean): Rule[] {
  const says10 = (group: Found) =>
    says(group, 'TaxCategory/TaxExemptionReason') || says(group, 'TaxCategory/TaxExemptionReasonCode');
  return [
    [
      `${name}-01`,
      '',
      (d) => {
        const groups = groupsOf(d, id).length;
        return categoriesOf(d, id).length === 0 ? groups === 0 : isTaxed ? groups > 0 : groups === 1;
      },
    ],
    [
      `${name}-02`,
      '',
      (d) =>
        categoriesOf(d, id).length === 0 ||
        (says(d, `${SELLER}/PartyTaxScheme/CompanyID`) &&
          (id !== 'AE' ||
            says(d, `${BUYER}/PartyTaxScheme/CompanyID`) ||
            says(d, `${BUYER}/PartyLegalEntity/CompanyID`))),
    ],
    [
      `${name}-05`,
      `${LINE}/Item/ClassifiedTaxCategory`,
      (one) => textAt(one, 'ID') !== id || (isTaxed ? percentOf(one) > 0 : percentOf(one) === 0),
    ],
    [
      `${name}-08`,
      GROUP,
      isOfCategory(id, (group, d) => {
        const [category] = group.at('TaxCategory');
        const net = netOf(d, id, isTaxed && category ? percentOf(category) : undefined);
        return amountAt(group, 'TaxableAmount') === net;
      }),
    ],
    [
      `${name}-09`,
      GROUP,
      isOfCategory(id, (group) =>
        isVatOf(
          amountAt(group, 'TaxAmount'),
          amountAt(group, 'TaxableAmount'),
          isTaxed ? Number(textAt(group, 'TaxCategory/Percent')) : 0,
        ),
      ),
    ],
    [`${name}-10`, GROUP, isOfCategory(id, (group) => says10(group) === (id === 'AE'))],
  ];
}
