import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  removeNSPrefix: true,
});

interface Found {
  text: string;
  currency: string | undefined;
  at(path: string): Found[];
}

/** Wraps what the parser made, so that a rule reads as the standard writes it. */
function foundOf(value: unknown): Found {
  const record: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const text = typeof value === 'string' ? value : String(record['#text'] ?? '');
  const attribute = record['@_currencyID'];
  const inside = (name: string): Found[] => {
    const list = record[name];
    return Array.isArray(list) ? list.map(foundOf) : [];
  };
  return {
    text,
    currency: typeof attribute === 'string' ? attribute : undefined,
    at: (path) =>
      path
        .split('/')
        .reduce<Found[]>(
          (found, name, depth) => (depth === 0 ? inside(name) : found.flatMap((one) => one.at(name))),
          [],
        ),
  };
}

const cents = (found: Found | undefined) => Math.round(Number(found?.text ?? Number.NaN) * 100);
const sum = (found: readonly Found[]) => found.reduce((total, one) => total + cents(one), 0);

/** A rule of the standard: its name, and whether a document keeps it. */
type Rule = readonly [name: string, holds: (document: Found, kind: 'Invoice' | 'CreditNote') => boolean];

const one = (document: Found, path: string) => {
  const found = document.at(path);
  return found.length === 1 && found[0]?.text !== '';
};
const supplier = 'AccountingSupplierParty/Party';
const buyer = 'AccountingCustomerParty/Party';
const total = (document: Found, name: string) => document.at(`LegalMonetaryTotal/${name}`)[0];
const groupsOf = (document: Found) => document.at('TaxTotal/TaxSubtotal');
const idOf = (group: Found) => group.at('TaxCategory/ID')[0]?.text ?? '';
const rateOf = (group: Found) => group.at('TaxCategory/Percent')[0]?.text ?? '';
const linesOf = (document: Found, kind: string) => document.at(`${kind}Line`);
const ofGroup = (line: Found, group: Found) =>
  line.at('Item/ClassifiedTaxCategory/ID')[0]?.text === idOf(group) &&
  line.at('Item/ClassifiedTaxCategory/Percent')[0]?.text === rateOf(group);

/** Rules of EN 16931-1:2017, by their names there; amounts compared in cents. */
const RULES: readonly Rule[] = [
  ['BR-01 specification', (d) => one(d, 'CustomizationID')],
  ['BR-02 number', (d) => one(d, 'ID')],
  ['BR-03 issue date', (d) => /^\d{4}-\d\d-\d\d$/.test(d.at('IssueDate')[0]?.text ?? '')],
  ['BR-04 type', (d, k) => d.at(`${k}TypeCode`)[0]?.text === (k === 'Invoice' ? '380' : '381')],
  ['BR-05 currency', (d) => /^[A-Z]{3}$/.test(d.at('DocumentCurrencyCode')[0]?.text ?? '')],
  ['BR-06 seller name', (d) => one(d, `${supplier}/PartyLegalEntity/RegistrationName`)],
  ['BR-07 buyer name', (d) => one(d, `${buyer}/PartyLegalEntity/RegistrationName`)],
  ['BR-08/09 seller country', (d) => one(d, `${supplier}/PostalAddress/Country/IdentificationCode`)],
  ['BR-10/11 buyer country', (d) => one(d, `${buyer}/PostalAddress/Country/IdentificationCode`)],
  ['BR-12 line sum', (d) => one(d, 'LegalMonetaryTotal/LineExtensionAmount')],
  ['BR-13 total without VAT', (d) => one(d, 'LegalMonetaryTotal/TaxExclusiveAmount')],
  ['BR-14 total with VAT', (d) => one(d, 'LegalMonetaryTotal/TaxInclusiveAmount')],
  ['BR-15 amount due', (d) => one(d, 'LegalMonetaryTotal/PayableAmount')],
  ['BR-16 a line', (d, k) => linesOf(d, k).length > 0],
  ['BR-21 line id', (d, k) => linesOf(d, k).every((line) => one(line, 'ID'))],
  [
    'BR-22 quantity',
    (d, k) =>
      linesOf(d, k).every((line) => one(line, k === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity')),
  ],
  ['BR-24 line net', (d, k) => linesOf(d, k).every((line) => one(line, 'LineExtensionAmount'))],
  ['BR-25 item name', (d, k) => linesOf(d, k).every((line) => one(line, 'Item/Name'))],
  ['BR-26 price', (d, k) => linesOf(d, k).every((line) => one(line, 'Price/PriceAmount'))],
  [
    'BR-27 price not below zero',
    (d, k) => linesOf(d, k).every((line) => cents(line.at('Price/PriceAmount')[0]) >= 0),
  ],
  [
    'BR-29/30 period',
    (d) =>
      (d.at('InvoicePeriod/StartDate')[0]?.text ?? '9') <= (d.at('InvoicePeriod/EndDate')[0]?.text ?? ''),
  ],
  [
    'BR-45..48 VAT groups',
    (d) =>
      groupsOf(d).every(
        (g) =>
          one(g, 'TaxableAmount') &&
          one(g, 'TaxAmount') &&
          one(g, 'TaxCategory/ID') &&
          one(g, 'TaxCategory/Percent'),
      ),
  ],
  ['BR-49 payment means', (d, k) => k === 'CreditNote' || one(d, 'PaymentMeans/PaymentMeansCode')],
  ['BR-50/61 account', (d, k) => k === 'CreditNote' || one(d, 'PaymentMeans/PayeeFinancialAccount/ID')],
  [
    'BR-55 what is credited',
    (d, k) => k === 'Invoice' || one(d, 'BillingReference/InvoiceDocumentReference/ID'),
  ],
  [
    'BR-62/63 addresses have a scheme',
    (d) => one(d, `${supplier}/EndpointID`) && one(d, `${buyer}/EndpointID`),
  ],
  [
    'BR-CO-04 a category a line',
    (d, k) => linesOf(d, k).every((line) => one(line, 'Item/ClassifiedTaxCategory/ID')),
  ],
  [
    'BR-CO-09 VAT numbers have a country',
    (d) =>
      [...d.at(`${supplier}/PartyTaxScheme/CompanyID`), ...d.at(`${buyer}/PartyTaxScheme/CompanyID`)].every(
        ({ text }) => /^[A-Z]{2}/.test(text),
      ),
  ],
  [
    'BR-CO-10 line sum',
    (d, k) =>
      cents(total(d, 'LineExtensionAmount')) ===
      sum(linesOf(d, k).flatMap((line) => line.at('LineExtensionAmount'))),
  ],
  [
    'BR-CO-13 without VAT',
    (d) => cents(total(d, 'TaxExclusiveAmount')) === cents(total(d, 'LineExtensionAmount')),
  ],
  [
    'BR-CO-14 VAT sum',
    (d) => cents(d.at('TaxTotal/TaxAmount')[0]) === sum(groupsOf(d).flatMap((g) => g.at('TaxAmount'))),
  ],
  [
    'BR-CO-15 with VAT',
    (d) =>
      cents(total(d, 'TaxInclusiveAmount')) ===
      cents(total(d, 'TaxExclusiveAmount')) + cents(d.at('TaxTotal/TaxAmount')[0]),
  ],
  ['BR-CO-16 due', (d) => cents(total(d, 'PayableAmount')) === cents(total(d, 'TaxInclusiveAmount'))],
  // The published rules allow for less than one unit of currency here, for those who round by line.
  [
    'BR-CO-17 VAT of a group',
    (d) =>
      groupsOf(d).every(
        (g) =>
          Math.abs(
            cents(g.at('TaxAmount')[0]) - (cents(g.at('TaxableAmount')[0]) * Number(rateOf(g))) / 100,
          ) < 100,
      ),
  ],
  ['BR-CO-18 a VAT group', (d) => groupsOf(d).length > 0],
  [
    'BR-CO-25 due date or terms',
    (d, k) => k === 'CreditNote' || cents(total(d, 'PayableAmount')) <= 0 || one(d, 'DueDate'),
  ],
  ['BR-CO-26 seller is known', (d) => one(d, `${supplier}/PartyTaxScheme/CompanyID`)],
  [
    'BR-DEC two decimals',
    (d, k) =>
      [
        ...d.at('LegalMonetaryTotal/PayableAmount'),
        ...linesOf(d, k).flatMap((l) => l.at('LineExtensionAmount')),
        ...groupsOf(d).flatMap((g) => g.at('TaxAmount')),
      ].every(({ text }) => /^-?\d+(?:\.\d{1,2})?$/.test(text)),
  ],
  [
    'BR-S-01/Z-01/AE-01 each category has one group a rate',
    (d, k) => linesOf(d, k).every((line) => groupsOf(d).filter((g) => ofGroup(line, g)).length === 1),
  ],
  [
    'BR-S-05 standard rate above zero',
    (d) =>
      groupsOf(d)
        .filter((g) => idOf(g) === 'S')
        .every((g) => Number(rateOf(g)) > 0),
  ],
  [
    'BR-S-08/Z-08/AE-08 taxable amount',
    (d, k) =>
      groupsOf(d).every(
        (g) =>
          cents(g.at('TaxableAmount')[0]) ===
          sum(
            linesOf(d, k)
              .filter((line) => ofGroup(line, g))
              .flatMap((line) => line.at('LineExtensionAmount')),
          ),
      ),
  ],
  [
    'BR-Z-05/AE-05 rate zero',
    (d) =>
      groupsOf(d)
        .filter((g) => idOf(g) !== 'S')
        .every((g) => Number(rateOf(g)) === 0),
  ],
  [
    'BR-Z-09/AE-09 no VAT',
    (d) =>
      groupsOf(d)
        .filter((g) => idOf(g) !== 'S')
        .every((g) => cents(g.at('TaxAmount')[0]) === 0),
  ],
  [
    'BR-S-10/Z-10 no reason',
    (d) =>
      groupsOf(d)
        .filter((g) => idOf(g) !== 'AE')
        .every((g) => g.at('TaxCategory/TaxExemptionReason').length === 0),
  ],
  [
    'BR-AE-02 both VAT numbers',
    (d) =>
      !groupsOf(d).some((g) => idOf(g) === 'AE') ||
      (one(d, `${supplier}/PartyTaxScheme/CompanyID`) && one(d, `${buyer}/PartyTaxScheme/CompanyID`)),
  ],
  [
    'BR-AE-10 a reason',
    (d) =>
      groupsOf(d)
        .filter((g) => idOf(g) === 'AE')
        .every((g) => one(g, 'TaxCategory/TaxExemptionReason')),
  ],
  [
    'one currency',
    (d) => d.at('LegalMonetaryTotal/PayableAmount')[0]?.currency === d.at('DocumentCurrencyCode')[0]?.text,
  ],
];

/** The rules of EN 16931 that a document breaks, by name. */
export function brokenRules(xml: string): string[] {
  const whole = foundOf(parser.parse(xml));
  const kind = whole.at('Invoice').length === 1 ? 'Invoice' : 'CreditNote';
  const [document] = whole.at(kind);
  if (!document) return ['no document'];
  return RULES.filter(([, holds]) => !holds(document, kind)).map(([name]) => name);
}

/** How many rules are asked. */
export const RULE_COUNT = RULES.length;
