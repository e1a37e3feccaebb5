import {
  amountAt,
  BUYER,
  categoryRules,
  GROUP,
  isVatOf,
  LINE,
  NET,
  type Rule,
  SELLER,
  textAt,
} from './en16931-vat.ts';
import { allOf, documentOf, type Found, has, hundredths, says, sumOf } from './ubl-document.ts';
import { keepsToAttributes, keepsToCounts, keepsToModel } from './ubl-model.ts';

const TOTAL = 'LegalMonetaryTotal';

const isOneOf = (codes: string) => (found: Found) => codes.split(' ').includes(found.text);
const attributeOf = (name: string, known: (value: string) => boolean) => (found: Found) =>
  known(found.attributes.get(name) ?? '');

const isVat = (found: Found, path: string) => textAt(found, `${path}/TaxScheme/ID`) === 'VAT';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;
const isCurrency = (code: string) => Intl.supportedValuesOf('currency').includes(code);

/** A date that is given, and no earlier than the one before it. */
const isPeriod = (found: Found) =>
  !has(found, 'StartDate') ||
  !has(found, 'EndDate') ||
  textAt(found, 'StartDate') <= textAt(found, 'EndDate');

const RULES: readonly Rule[] = [
  ['BR-01', '', (d) => says(d, 'CustomizationID')],
  ['BR-02', '', (d) => says(d, 'ID')],
  ['BR-03', '', (d) => /^\d{4}-\d\d-\d\d$/.test(textAt(d, 'IssueDate'))],
  ['BR-04', '', (d) => says(d, 'InvoiceTypeCode|CreditNoteTypeCode')],
  ['BR-05', '', (d) => says(d, 'DocumentCurrencyCode')],
  ['BR-06', '', (d) => says(d, `${SELLER}/PartyLegalEntity/RegistrationName`)],
  ['BR-07', '', (d) => says(d, `${BUYER}/PartyLegalEntity/RegistrationName`)],
  ['BR-08', '', (d) => has(d, `${SELLER}/PostalAddress`)],
  ['BR-09', `${SELLER}/PostalAddress`, (address) => says(address, 'Country/IdentificationCode')],
  ['BR-10', '', (d) => has(d, `${BUYER}/PostalAddress`)],
  ['BR-11', `${BUYER}/PostalAddress`, (address) => says(address, 'Country/IdentificationCode')],
  ['BR-12', TOTAL, (total) => has(total, NET)],
  ['BR-13', TOTAL, (total) => has(total, 'TaxExclusiveAmount')],
  ['BR-14', TOTAL, (total) => has(total, 'TaxInclusiveAmount')],
  ['BR-15', TOTAL, (total) => has(total, 'PayableAmount')],
  ['BR-16', '', (d) => has(d, LINE)],
  ['BR-21', LINE, (line) => says(line, 'ID')],
  ['BR-22', LINE, (line) => has(line, 'InvoicedQuantity|CreditedQuantity')],
  ['BR-23', `${LINE}/InvoicedQuantity|CreditedQuantity`, attributeOf('unitCode', (code) => code !== '')],
  ['BR-24', LINE, (line) => has(line, NET)],
  ['BR-25', LINE, (line) => says(line, 'Item/Name')],
  ['BR-26', LINE, (line) => has(line, 'Price/PriceAmount')],
  ['BR-27', `${LINE}/Price/PriceAmount`, (price) => Number(price.text) >= 0],
  ['BR-29', 'InvoicePeriod', isPeriod],
  ['BR-45', GROUP, (group) => has(group, 'TaxableAmount')],
  ['BR-46', GROUP, (group) => has(group, 'TaxAmount')],
  ['BR-47', GROUP, (group) => says(group, 'TaxCategory/ID') && isVat(group, 'TaxCategory')],
  ['BR-48', GROUP, (group) => says(group, 'TaxCategory/Percent')],
  ['BR-49', 'PaymentMeans', (means) => has(means, 'PaymentMeansCode')],
  ['BR-50', 'PaymentMeans/PayeeFinancialAccount', (account) => says(account, 'ID')],
  ['BR-55', 'BillingReference', (reference) => says(reference, 'InvoiceDocumentReference/ID')],
  [
    'BR-61',
    'PaymentMeans',
    (means) =>
      !['30', '58'].includes(textAt(means, 'PaymentMeansCode')) || has(means, 'PayeeFinancialAccount/ID'),
  ],
  ['BR-62', `${SELLER}/EndpointID`, (address) => address.attributes.has('schemeID')],
  ['BR-63', `${BUYER}/EndpointID`, (address) => address.attributes.has('schemeID')],
  ['BR-CL-01', 'InvoiceTypeCode|CreditNoteTypeCode', isOneOf('380 381')],
  ['BR-CL-03', '', (d) => allOf(d).every((one) => isCurrency(one.attributes.get('currencyID') ?? 'EUR'))],
  ['BR-CL-04', 'DocumentCurrencyCode', ({ text }) => isCurrency(text)],
  [
    'BR-CL-14',
    '',
    (d) =>
      d
        .at(`AccountingSupplierParty|AccountingCustomerParty/Party/PostalAddress/Country`)
        .every((one) => isCountry(textAt(one, 'IdentificationCode'))),
  ],
  ['BR-CL-16', 'PaymentMeans/PaymentMeansCode', isOneOf('30 58')],
  ['BR-CL-17', `${GROUP}/TaxCategory/ID`, isOneOf('AE E S Z G O K L M')],
  ['BR-CL-18', `${LINE}/Item/ClassifiedTaxCategory/ID`, isOneOf('AE E S Z G O K L M')],
  ['BR-CL-22', `${GROUP}/TaxCategory/TaxExemptionReasonCode`, isOneOf('VATEX-EU-AE')],
  [
    'BR-CL-23',
    `${LINE}/InvoicedQuantity|CreditedQuantity`,
    attributeOf('unitCode', (code) => /^(?:C62|HUR|DAY|)$/.test(code)),
  ],
  [
    'BR-CL-25',
    '',
    (d) =>
      d
        .at('AccountingSupplierParty|AccountingCustomerParty/Party/EndpointID')
        .every(attributeOf('schemeID', (id) => id === 'EM' || id === '')),
  ],
  [
    'BR-CO-04',
    LINE,
    (line) => says(line, 'Item/ClassifiedTaxCategory/ID') && isVat(line, 'Item/ClassifiedTaxCategory'),
  ],
  [
    'BR-CO-09',
    'AccountingSupplierParty|AccountingCustomerParty/Party/PartyTaxScheme/CompanyID',
    ({ text }) => text.startsWith('EL') || text.startsWith('XI') || isCountry(text.slice(0, 2)),
  ],
  ['BR-CO-10', TOTAL, (total, d) => amountAt(total, NET) === sumOf(d.at(`${LINE}/${NET}`))],
  ['BR-CO-13', TOTAL, (total) => amountAt(total, 'TaxExclusiveAmount') === amountAt(total, NET)],
  ['BR-CO-14', 'TaxTotal', (tax) => amountAt(tax, 'TaxAmount') === sumOf(tax.at('TaxSubtotal/TaxAmount'))],
  [
    'BR-CO-15',
    '',
    (d) => {
      const currency = textAt(d, 'DocumentCurrencyCode');
      const vat = d.at('TaxTotal/TaxAmount').filter((one) => one.attributes.get('currencyID') === currency);
      const gross = amountAt(d, `${TOTAL}/TaxExclusiveAmount`) + hundredths(vat[0]);
      return vat.length === 1 && amountAt(d, `${TOTAL}/TaxInclusiveAmount`) === gross;
    },
  ],
  ['BR-CO-16', TOTAL, (total) => amountAt(total, 'PayableAmount') === amountAt(total, 'TaxInclusiveAmount')],
  [
    'BR-CO-17',
    GROUP,
    (group) =>
      isVatOf(
        amountAt(group, 'TaxAmount'),
        amountAt(group, 'TaxableAmount'),
        Number(textAt(group, 'TaxCategory/Percent')),
      ),
  ],
  ['BR-CO-18', '', (d) => has(d, GROUP)],
  ['BR-CO-19', 'InvoicePeriod', (period) => has(period, 'StartDate') || has(period, 'EndDate')],
  [
    'BR-CO-25',
    '',
    (d) => amountAt(d, `${TOTAL}/PayableAmount`) <= 0 || d.name === 'CreditNote' || has(d, 'DueDate'),
  ],
  [
    'BR-CO-26',
    SELLER,
    (party) => says(party, 'PartyTaxScheme/CompanyID') || says(party, 'PartyLegalEntity/CompanyID'),
  ],
  ...categoryRules('BR-S', 'S', true),
  ...categoryRules('BR-Z', 'Z', false),
  ...categoryRules('BR-AE', 'AE', false),
  [
    'UBL-DT-01',
    '',
    (d) =>
      allOf(d)
        .filter(({ name }) => name.endsWith('Amount') && name !== 'PriceAmount')
        .every(({ text }) => /^-?\d+(?:\.\d{1,2})?$/.test(text)),
  ],
  ['UBL-DT', '', keepsToAttributes],
  ['UBL-CR', '', keepsToModel],
  ['UBL-SR', '', keepsToCounts],
  ['UBL-SR-48', LINE, (line) => line.at('Item/ClassifiedTaxCategory').length === 1],
  [
    'UBL-SR-53',
    'AccountingSupplierParty|AccountingCustomerParty/Party/PartyTaxScheme',
    (scheme) => says(scheme, 'CompanyID'),
  ],
  // Not of the standard: its codes and its amounts can only be told apart from others by the one currency.
  [
    'one currency',
    '',
    (d) =>
      allOf(d).every(
        ({ attributes }) =>
          (attributes.get('currencyID') ?? textAt(d, 'DocumentCurrencyCode')) ===
          textAt(d, 'DocumentCurrencyCode'),
      ),
  ],
  ['a credit note names its invoice', '', (d) => d.name === 'Invoice' || has(d, 'BillingReference')],
];

/** The names of all rules that are asked. */
export const RULE_NAMES: readonly string[] = RULES.map(([name]) => name);

/**
 * The rules of EN 16931-1:2017 in their UBL syntax that a document breaks, by their names there: all of them that
 * concern what an invoice of ours can hold. It has no allowances, charges, payees or representatives of its own.
 */
export function brokenRules(xml: string): string[] {
  const document = documentOf(xml);
  return RULES.filter(([, path, holds]) => {
    const asked = path === '' ? [document] : document.at(path);
    return !asked.every((found) => holds(found, document));
  }).map(([name]) => name);
}
