import { allOf, type Found } from './ubl-document.ts';

/**
 * The elements of UBL 2.1 that the core model of EN 16931 has a term for and that may stand here, in the order of the
 * schema (UBL-CR); those with a star may come more than once (UBL-SR).
 */
const PARTY =
  'EndpointID PartyIdentification* PartyName PostalAddress PartyTaxScheme* PartyLegalEntity Contact';
const LINE = 'LineExtensionAmount AccountingCost InvoicePeriod OrderLineReference DocumentReference';
const BODY =
  'Note* TaxPointDate DocumentCurrencyCode TaxCurrencyCode AccountingCost BuyerReference InvoicePeriod ' +
  'OrderReference BillingReference* DespatchDocumentReference ReceiptDocumentReference ' +
  'OriginatorDocumentReference ContractDocumentReference AdditionalDocumentReference* ' +
  'AccountingSupplierParty AccountingCustomerParty PayeeParty TaxRepresentativeParty Delivery PaymentMeans* ' +
  'PaymentTerms AllowanceCharge* TaxTotal* LegalMonetaryTotal';
const HEAD = 'CustomizationID ProfileID ID IssueDate';

const MODEL: Readonly<Record<string, string>> = {
  Invoice: `${HEAD} DueDate InvoiceTypeCode ${BODY} InvoiceLine*`,
  CreditNote: `${HEAD} CreditNoteTypeCode ${BODY} CreditNoteLine*`,
  InvoicePeriod: 'StartDate EndDate DescriptionCode',
  OrderReference: 'ID SalesOrderID',
  BillingReference: 'InvoiceDocumentReference',
  InvoiceDocumentReference: 'ID IssueDate',
  AccountingSupplierParty: 'Party',
  AccountingCustomerParty: 'Party',
  Party: PARTY,
  PartyName: 'Name',
  PostalAddress: 'StreetName AdditionalStreetName CityName PostalZone CountrySubentity AddressLine Country',
  Country: 'IdentificationCode',
  PartyTaxScheme: 'CompanyID TaxScheme',
  TaxScheme: 'ID',
  PartyLegalEntity: 'RegistrationName CompanyID CompanyLegalForm',
  Contact: 'Name Telephone ElectronicMail',
  PaymentMeans: 'PaymentMeansCode PaymentDueDate PaymentID CardAccount PayeeFinancialAccount PaymentMandate',
  PayeeFinancialAccount: 'ID Name FinancialInstitutionBranch',
  FinancialInstitutionBranch: 'ID',
  TaxTotal: 'TaxAmount TaxSubtotal*',
  TaxSubtotal: 'TaxableAmount TaxAmount TaxCategory',
  TaxCategory: 'ID Percent TaxExemptionReasonCode TaxExemptionReason TaxScheme',
  ClassifiedTaxCategory: 'ID Percent TaxScheme',
  LegalMonetaryTotal:
    'LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount ' +
    'PrepaidAmount PayableRoundingAmount PayableAmount',
  InvoiceLine: `ID Note InvoicedQuantity ${LINE} AllowanceCharge* Item Price`,
  CreditNoteLine: `ID Note CreditedQuantity ${LINE} AllowanceCharge* Item Price`,
  Item: 'Description Name BuyersItemIdentification SellersItemIdentification ClassifiedTaxCategory',
  Price: 'PriceAmount BaseQuantity AllowanceCharge',
};

/** The attributes that the core model knows, by the ends of the names that bear them (UBL-DT). */
const ATTRIBUTES: readonly (readonly [end: string, attribute: string])[] = [
  ['Amount', 'currencyID'],
  ['Quantity', 'unitCode'],
  ['EndpointID', 'schemeID'],
  ['PartyIdentification/ID', 'schemeID'],
];

const partsOf = (name: string) => (MODEL[name] ?? '').split(' ').filter(Boolean);
const plain = (part: string) => part.replace('*', '');

/** Does every element hold only what the model has, in the order of the schema? */
export function keepsToModel(document: Found): boolean {
  return allOf(document).every(({ name, inside }) => {
    const places = inside.map((one) => partsOf(name).map(plain).indexOf(one.name));
    return places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
  });
}

/** Does nothing come twice that may come once? */
export function keepsToCounts(document: Found): boolean {
  return allOf(document).every(({ name, inside }) => {
    const once = partsOf(name).filter((part) => !part.endsWith('*'));
    return once.every((part) => inside.filter((one) => one.name === part).length <= 1);
  });
}

/** Has every element only the attributes that the model knows? */
export function keepsToAttributes(document: Found): boolean {
  return allOf(document)
    .filter((found) => found !== document)
    .every(({ name, attributes }) =>
      [...attributes.keys()].every((given) =>
        ATTRIBUTES.some(([end, attribute]) => attribute === given && name.endsWith(end)),
      ),
    );
}
