import { type BasisPoints, decimalText, type Minor } from '#values/money';
import { type Element, element, xmlOf } from '#values/xml';
import type { Customer, Invoice, InvoiceLine, PostalAddress, Seller } from './contract.ts';

const cbc = (name: string, text: string, attributes?: Record<string, string>) =>
  element(`cbc:${name}`, text, attributes);
const cac = (name: string, ...inside: (Element | undefined)[]) => element(`cac:${name}`, inside);
const given = (name: string, text: string | undefined) => (text ? cbc(name, text) : undefined);

/** UNTDID 1001: a commercial invoice, and a credit note. */
const TYPES = { invoice: '380', 'credit-note': '381' } as const;

/** What a document in its own direction needs: amounts, and the category of VAT (UNTDID 5305). */
interface Sense {
  amount(name: string, minor: Minor): Element;
  category(tag: 'ClassifiedTaxCategory' | 'TaxCategory', rate: BasisPoints, reason?: boolean): Element;
  /** A credit note states as positive what it takes off. */
  sign: 1 | -1;
}

function senseOf({ currency, kind, reverseCharge }: Invoice): Sense {
  const sign = kind === 'invoice' ? 1 : -1;
  const idOf = (rate: BasisPoints) => (reverseCharge ? 'AE' : rate === 0 ? 'Z' : 'S');
  return {
    sign,
    amount: (name, minor) => cbc(name, decimalText(sign * minor || 0, currency), { currencyID: currency }),
    category: (tag, rate, reason = false) =>
      cac(
        tag,
        cbc('ID', idOf(rate)),
        cbc('Percent', decimalText(rate, 'EUR')),
        reason && reverseCharge ? cbc('TaxExemptionReasonCode', 'VATEX-EU-AE') : undefined,
        reason && reverseCharge ? cbc('TaxExemptionReason', 'Reverse charge') : undefined,
        cac('TaxScheme', cbc('ID', 'VAT')),
      ),
  };
}

function addressOf({ street, city, postcode, country }: PostalAddress): Element {
  const nation = cac('Country', cbc('IdentificationCode', country));
  return cac(
    'PostalAddress',
    given('StreetName', street),
    given('CityName', city),
    given('PostalZone', postcode),
    nation,
  );
}

const taxNumber = (vatNumber: string | undefined) =>
  vatNumber === undefined
    ? undefined
    : cac('PartyTaxScheme', cbc('CompanyID', vatNumber), cac('TaxScheme', cbc('ID', 'VAT')));

function sellerOf({ name, address, vatNumber, registration, email }: Seller): Element {
  return cac(
    'AccountingSupplierParty',
    cac(
      'Party',
      cbc('EndpointID', email, { schemeID: 'EM' }),
      cac('PartyName', cbc('Name', name)),
      addressOf(address),
      taxNumber(vatNumber),
      cac('PartyLegalEntity', cbc('RegistrationName', name), given('CompanyID', registration)),
      cac('Contact', cbc('ElectronicMail', email)),
    ),
  );
}

function customerOf({ name, attention, address, vatNumber, email }: Customer, home: string): Element {
  // EN 16931 wants a country even of a consumer who gave no address: then it is the seller's.
  const known = address ?? { street: '', postcode: '', city: '', country: home };
  return cac(
    'AccountingCustomerParty',
    cac(
      'Party',
      cbc('EndpointID', email, { schemeID: 'EM' }),
      cac('PartyName', cbc('Name', name)),
      addressOf(known),
      taxNumber(vatNumber),
      cac('PartyLegalEntity', cbc('RegistrationName', name)),
      cac('Contact', given('Name', attention), cbc('ElectronicMail', email)),
    ),
  );
}

function lineOf(
  line: InvoiceLine,
  index: number,
  { amount, category, sign }: Sense,
  kind: Invoice['kind'],
): Element {
  const { code, values, quantity, unitNet, net, vatRate, costCentre, purchaseOrder } = line;
  // A price is never below zero (BR-27), so what takes off is a negative quantity of it; and price by quantity is the net.
  const isExact = unitNet >= 0 && Math.round(quantity * unitNet) === net;
  const pieces = isExact ? quantity : Math.sign(net) || 1;
  const price = isExact ? unitNet : Math.abs(net);
  const name = [code, values.room].filter((part) => part !== undefined).join(' ');
  const note = purchaseOrder === undefined ? undefined : cbc('Note', purchaseOrder);
  return cac(
    kind === 'invoice' ? 'InvoiceLine' : 'CreditNoteLine',
    cbc('ID', String(index + 1)),
    note,
    cbc(kind === 'invoice' ? 'InvoicedQuantity' : 'CreditedQuantity', String(sign * pieces), {
      unitCode: 'C62',
    }),
    amount('LineExtensionAmount', net),
    given('AccountingCost', costCentre),
    cac('Item', cbc('Name', name), category('ClassifiedTaxCategory', vatRate)),
    cac('Price', amount('PriceAmount', sign * price)),
  );
}

/** What it comes to, and the VAT of each rate. */
function sumsOf({ vat, net, gross }: Invoice, { amount, category }: Sense): Element[] {
  const groups = vat.map((group) =>
    cac(
      'TaxSubtotal',
      amount('TaxableAmount', group.net),
      amount('TaxAmount', group.vat),
      category('TaxCategory', group.rate, true),
    ),
  );
  return [
    cac('TaxTotal', amount('TaxAmount', gross - net), ...groups),
    cac(
      'LegalMonetaryTotal',
      amount('LineExtensionAmount', net),
      amount('TaxExclusiveAmount', net),
      amount('TaxInclusiveAmount', gross),
      amount('PayableAmount', gross),
    ),
  ];
}

function paymentOf({ seller, reference, currency }: Invoice): Element {
  const branch =
    seller.bic === undefined ? undefined : cac('FinancialInstitutionBranch', cbc('ID', seller.bic));
  // UNTDID 4461: 58 is a SEPA credit transfer, which is in euros only; 30 is any.
  return cac(
    'PaymentMeans',
    cbc('PaymentMeansCode', currency === 'EUR' ? '58' : '30'),
    cbc('PaymentID', reference),
    cac('PayeeFinancialAccount', cbc('ID', seller.iban), cbc('Name', seller.name), branch),
  );
}

/** An invoice or credit note as UBL 2.1 in the core profile of EN 16931, its elements in the order of the schema. */
export function ublOf(invoice: Invoice): string {
  const { kind, number, date, due, currency, seller, customer, credits } = invoice;
  const root = kind === 'invoice' ? 'Invoice' : 'CreditNote';
  const sense = senseOf(invoice);
  const urn = 'urn:oasis:names:specification:ubl:schema:xsd';
  const namespaces = {
    xmlns: `${urn}:${root}-2`,
    'xmlns:cac': `${urn}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${urn}:CommonBasicComponents-2`,
  };
  const elements = [
    cbc('CustomizationID', 'urn:cen.eu:en16931:2017'),
    cbc('ID', number),
    cbc('IssueDate', date),
    kind === 'invoice' ? cbc('DueDate', due) : undefined,
    cbc(`${root}TypeCode`, TYPES[kind]),
    cbc('DocumentCurrencyCode', currency),
    given('AccountingCost', invoice.costCentre),
    cac('InvoicePeriod', cbc('StartDate', invoice.serviceFrom), cbc('EndDate', invoice.serviceTo)),
    invoice.purchaseOrder === undefined ? undefined : cac('OrderReference', cbc('ID', invoice.purchaseOrder)),
    credits === undefined
      ? undefined
      : cac('BillingReference', cac('InvoiceDocumentReference', cbc('ID', credits))),
    sellerOf(seller),
    customerOf(customer, seller.address.country),
    kind === 'invoice' ? paymentOf(invoice) : undefined,
    ...sumsOf(invoice, sense),
    ...invoice.lines.map((line, index) => lineOf(line, index, sense, kind)),
  ];
  return xmlOf(element(root, elements, namespaces));
}
