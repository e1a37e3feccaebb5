import assert from 'node:assert/strict';
import { invoiceNumber } from '../../../server/invoices/contract.ts';
import { turned } from '../../../server/invoices/document.ts';
import { ublOf } from '../../../server/invoices/ubl.ts';
import { customerOf, invoiceOf, lineOf } from '../../builders/money.ts';
import { brokenRules, RULE_NAMES } from '../../support/en16931.ts';

const credits = invoiceNumber.parse('UTRECHT-2026-0041');
const abroad = customerOf({ vatNumber: 'DE136695976' });

const PAPERS = {
  good: invoiceOf('nl'),
  zero: invoiceOf('en', { lines: [lineOf({ vatRate: 0 })] }),
  reversed: invoiceOf('en', { customer: abroad }),
  credit: invoiceOf('nl', { kind: 'credit-note', credits, lines: turned(invoiceOf('nl').lines) }),
};

/** What is changed in a good document: the first place where it is found, or all of them. */
interface Mutation {
  rule: string;
  paper?: keyof typeof PAPERS;
  change: RegExp;
  to: string;
  because: string;
}

const SELLER = /(?<=<cac:AccountingSupplierParty>.*)/s.source;
const BUYER = /(?<=<cac:AccountingCustomerParty>.*)/s.source;
const of = (place: string, rest: RegExp) => new RegExp(place + rest.source, 's');
const gone = (element: string) => new RegExp(`<${element}[ >].*?</${element}>`, 's');
const TOTALS = /(?<=<cac:LegalMonetaryTotal>.*)/s.source;
const GROUP = /(?<=<cac:TaxSubtotal>.*)/s.source;
const LINE = /(?<=<cac:InvoiceLine>.*)/s.source;
const NOT_VAT = '<cac:TaxScheme><cbc:ID>GST</cbc:ID></cac:TaxScheme>';
const REASON = '<cbc:TaxExemptionReason>none</cbc:TaxExemptionReason>';

/** One document or more that breaks each rule, and by what. */
const MUTATIONS: readonly Mutation[] = [
  { rule: 'BR-01', change: gone('cbc:CustomizationID'), to: '', because: 'says no profile' },
  { rule: 'BR-02', change: gone('cbc:ID'), to: '', because: 'has no number' },
  { rule: 'BR-02', change: /<cbc:ID>[^<]+/, to: '<cbc:ID> ', because: 'has a blank for a number' },
  { rule: 'BR-03', change: gone('cbc:IssueDate'), to: '', because: 'has no date' },
  { rule: 'BR-04', change: gone('cbc:InvoiceTypeCode'), to: '', because: 'is of no type' },
  { rule: 'BR-05', change: gone('cbc:DocumentCurrencyCode'), to: '', because: 'is in no currency' },
  { rule: 'BR-06', change: of(SELLER, gone('cbc:RegistrationName')), to: '', because: 'names no seller' },
  { rule: 'BR-07', change: of(BUYER, gone('cbc:RegistrationName')), to: '', because: 'names no buyer' },
  { rule: 'BR-08', change: of(SELLER, gone('cac:PostalAddress')), to: '', because: 'comes from nowhere' },
  { rule: 'BR-09', change: of(SELLER, gone('cac:Country')), to: '', because: 'comes from no country' },
  { rule: 'BR-10', change: of(BUYER, gone('cac:PostalAddress')), to: '', because: 'goes nowhere' },
  { rule: 'BR-11', change: of(BUYER, gone('cac:Country')), to: '', because: 'goes to no country' },
  { rule: 'BR-12', change: of(TOTALS, gone('cbc:LineExtensionAmount')), to: '', because: 'sums no lines' },
  { rule: 'BR-13', change: gone('cbc:TaxExclusiveAmount'), to: '', because: 'has no net' },
  { rule: 'BR-14', change: gone('cbc:TaxInclusiveAmount'), to: '', because: 'has no gross' },
  { rule: 'BR-15', change: gone('cbc:PayableAmount'), to: '', because: 'asks for no amount' },
  { rule: 'BR-16', change: /<cac:InvoiceLine>.*<\/cac:InvoiceLine>/s, to: '', because: 'has no lines' },
  { rule: 'BR-21', change: of(LINE, gone('cbc:ID')), to: '', because: 'has a line without a number' },
  { rule: 'BR-22', change: gone('cbc:InvoicedQuantity'), to: '', because: 'has a line of no quantity' },
  { rule: 'BR-22', paper: 'credit', change: gone('cbc:CreditedQuantity'), to: '', because: 'credits none' },
  { rule: 'BR-23', change: / unitCode="C62"/, to: '', because: 'counts in no unit' },
  {
    rule: 'BR-24',
    change: of(LINE, gone('cbc:LineExtensionAmount')),
    to: '',
    because: 'has a line without net',
  },
  {
    rule: 'BR-25',
    change: of(LINE, /<cbc:Name>[^<]*<\/cbc:Name>/),
    to: '',
    because: 'sells nothing by name',
  },
  { rule: 'BR-26', change: gone('cac:Price'), to: '', because: 'has a line without a price' },
  { rule: 'BR-27', change: /(<cbc:PriceAmount[^>]*>)/, to: '$1-', because: 'has a price below zero' },
  { rule: 'BR-29', change: /(<cbc:EndDate>)2026/, to: '$12025', because: 'ends before it begins' },
  { rule: 'BR-45', change: gone('cbc:TaxableAmount'), to: '', because: 'taxes no amount' },
  { rule: 'BR-46', change: of(GROUP, gone('cbc:TaxAmount')), to: '', because: 'has a group without VAT' },
  { rule: 'BR-47', change: of(GROUP, gone('cbc:ID')), to: '', because: 'has a group of no category' },
  {
    rule: 'BR-47',
    change: of(GROUP, gone('cac:TaxScheme')),
    to: NOT_VAT,
    because: 'has a group of other tax',
  },
  { rule: 'BR-48', change: of(GROUP, gone('cbc:Percent')), to: '', because: 'has a group of no rate' },
  { rule: 'BR-49', change: gone('cbc:PaymentMeansCode'), to: '', because: 'is paid in no way' },
  { rule: 'BR-50', change: /<cbc:ID>NL\d\d[^<]*<\/cbc:ID>/, to: '', because: 'is paid to no account' },
  {
    rule: 'BR-55',
    paper: 'credit',
    change: /<cbc:ID>UTRECHT-2026-0041<\/cbc:ID>/,
    to: '',
    because: 'credits no number',
  },
  { rule: 'BR-61', change: gone('cac:PayeeFinancialAccount'), to: '', because: 'is transferred nowhere' },
  { rule: 'BR-62', change: of(SELLER, / schemeID="EM"/), to: '', because: 'gives an address of no kind' },
  { rule: 'BR-63', change: of(BUYER, / schemeID="EM"/), to: '', because: 'goes to an address of no kind' },
  { rule: 'BR-CL-01', change: />380</, to: '>38<', because: 'is of a type that is none' },
  {
    rule: 'BR-CL-03',
    change: /currencyID="EUR"/,
    to: 'currencyID="EURO"',
    because: 'has an amount of nowhere',
  },
  { rule: 'BR-CL-04', change: />EUR</, to: '>EURO<', because: 'is in a currency of nowhere' },
  { rule: 'BR-CL-14', change: />NL</, to: '>ZQ<', because: 'comes from a country that is none' },
  { rule: 'BR-CL-16', change: />58</, to: '>580<', because: 'is paid in a way that is none' },
  {
    rule: 'BR-CL-17',
    change: of(GROUP, />S</),
    to: '>X<',
    because: 'has a group of a category that is none',
  },
  { rule: 'BR-CL-18', change: of(LINE, />S</), to: '>X<', because: 'has a line of a category that is none' },
  {
    rule: 'BR-CL-22',
    paper: 'reversed',
    change: /VATEX-EU-AE/,
    to: 'VATEX',
    because: 'has a reason that is none',
  },
  { rule: 'BR-CL-23', change: /"C62"/, to: '"pieces"', because: 'counts in a unit that is none' },
  { rule: 'BR-CL-25', change: /"EM"/, to: '"mail"', because: 'gives an address of a kind that is none' },
  { rule: 'BR-CO-04', change: of(LINE, /<cbc:ID>S<\/cbc:ID>/), to: '', because: 'has a line of no category' },
  {
    rule: 'BR-CO-04',
    change: of(LINE, gone('cac:TaxScheme')),
    to: NOT_VAT,
    because: 'has a line of other tax',
  },
  {
    rule: 'BR-CO-09',
    change: of(SELLER, /(<cbc:CompanyID>)NL/),
    to: '$1ZQ',
    because: 'has a VAT number of nowhere',
  },
  {
    rule: 'BR-CO-10',
    change: of(TOTALS, />344\.00<\/cbc:LineExtensionAmount/),
    to: '>344.01</cbc:LineExtensionAmount',
    because: 'adds a cent to its lines',
  },
  {
    rule: 'BR-CO-13',
    change: />344\.00<\/cbc:TaxExclusiveAmount/,
    to: '>343.99</cbc:TaxExclusiveAmount',
    because: 'takes a cent off its net',
  },
  {
    rule: 'BR-CO-14',
    change: /(<cac:TaxTotal><cbc:TaxAmount[^>]*>)\d/,
    to: '$19',
    because: 'has VAT that is no sum',
  },
  {
    rule: 'BR-CO-15',
    change: />395\.36<\/cbc:TaxInclusiveAmount/,
    to: '>395.37</cbc:TaxInclusiveAmount',
    because: 'adds a cent to its gross',
  },
  {
    rule: 'BR-CO-15',
    change: /(<\/cac:TaxTotal>)/,
    to: '$1<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">0.00</cbc:TaxAmount></cac:TaxTotal>',
    because: 'has two sums of VAT',
  },
  {
    rule: 'BR-CO-16',
    change: />395\.36<\/cbc:PayableAmount/,
    to: '>395.35</cbc:PayableAmount',
    because: 'asks for a cent less',
  },
  {
    rule: 'BR-CO-17',
    change: of(GROUP, /(<cbc:TaxAmount[^>]*>)\d/),
    to: '$19',
    because: 'has VAT that is none of its rate',
  },
  {
    rule: 'BR-CO-18',
    change: /<cac:TaxSubtotal>.*<\/cac:TaxSubtotal>/s,
    to: '',
    because: 'has no groups of VAT',
  },
  {
    rule: 'BR-CO-19',
    change: /<cbc:StartDate>.*?<\/cbc:EndDate>/,
    to: '',
    because: 'has a period without dates',
  },
  { rule: 'BR-CO-25', change: gone('cbc:DueDate'), to: '', because: 'is due on no day' },
  {
    rule: 'BR-CO-26',
    change: /<cbc:CompanyID>[^<]*<\/cbc:CompanyID>/g,
    to: '',
    because: 'tells no number of its seller',
  },
  {
    rule: 'BR-S-01',
    change: /<cac:TaxSubtotal>.*<\/cac:TaxSubtotal>/s,
    to: '',
    because: 'has lines and no group at a rate',
  },
  {
    rule: 'BR-S-02',
    change: of(SELLER, gone('cac:PartyTaxScheme')),
    to: '',
    because: 'has VAT of a seller without a number',
  },
  {
    rule: 'BR-S-05',
    change: of(LINE, />21\.00</),
    to: '>0.00<',
    because: 'has the standard rate of nothing',
  },
  {
    rule: 'BR-S-08',
    change: /(<cbc:TaxableAmount[^>]*>)\d/,
    to: '$19',
    because: 'has a group that its lines do not come to',
  },
  {
    rule: 'BR-S-09',
    change: of(GROUP, /(<cbc:TaxAmount[^>]*>)\d/),
    to: '$19',
    because: 'has VAT that is none of its rate',
  },
  {
    rule: 'BR-S-10',
    change: of(GROUP, /(<\/cbc:Percent>)/),
    to: `$1${REASON}`,
    because: 'gives a reason for VAT',
  },
  { rule: 'BR-Z-01', paper: 'zero', change: of(GROUP, />Z</), to: '>E<', because: 'has no group at zero' },
  {
    rule: 'BR-Z-02',
    paper: 'zero',
    change: of(SELLER, gone('cac:PartyTaxScheme')),
    to: '',
    because: 'has the zero rate of nobody',
  },
  {
    rule: 'BR-Z-05',
    paper: 'zero',
    change: of(LINE, />0\.00<\/cbc:Percent/),
    to: '>9.00</cbc:Percent',
    because: 'has a zero rate that is none',
  },
  {
    rule: 'BR-Z-08',
    paper: 'zero',
    change: /(<cbc:TaxableAmount[^>]*>)\d/,
    to: '$19',
    because: 'has a group that its lines do not come to',
  },
  {
    rule: 'BR-Z-09',
    paper: 'zero',
    change: of(GROUP, /(<cbc:TaxAmount[^>]*>)\d/),
    to: '$19',
    because: 'has VAT at zero',
  },
  {
    rule: 'BR-Z-10',
    paper: 'zero',
    change: of(GROUP, /(<\/cbc:Percent>)/),
    to: `$1${REASON}`,
    because: 'gives a reason for zero',
  },
  {
    rule: 'BR-AE-01',
    paper: 'reversed',
    change: of(GROUP, />AE</),
    to: '>E<',
    because: 'has no group that the buyer owes',
  },
  {
    rule: 'BR-AE-02',
    paper: 'reversed',
    change: of(BUYER, gone('cac:PartyTaxScheme')),
    to: '',
    because: 'leaves VAT to a buyer without a number',
  },
  {
    rule: 'BR-AE-05',
    paper: 'reversed',
    change: of(LINE, />0\.00<\/cbc:Percent/),
    to: '>9.00</cbc:Percent',
    because: 'has a rate that the buyer owes',
  },
  {
    rule: 'BR-AE-08',
    paper: 'reversed',
    change: /(<cbc:TaxableAmount[^>]*>)\d/,
    to: '$19',
    because: 'has a group that its lines do not come to',
  },
  {
    rule: 'BR-AE-09',
    paper: 'reversed',
    change: of(GROUP, /(<cbc:TaxAmount[^>]*>)\d/),
    to: '$19',
    because: 'has VAT that the buyer owes',
  },
  {
    rule: 'BR-AE-10',
    paper: 'reversed',
    change: /<cbc:TaxExemptionReasonCode>.*<\/cbc:TaxExemptionReason>/,
    to: '',
    because: 'gives no reason why the buyer owes it',
  },
  {
    rule: 'UBL-DT-01',
    change: />395\.36<\/cbc:PayableAmount/,
    to: '>395.360</cbc:PayableAmount',
    because: 'has three decimals',
  },
  {
    rule: 'UBL-DT',
    change: /<cbc:DocumentCurrencyCode/,
    to: '<cbc:DocumentCurrencyCode listID="ISO4217"',
    because: 'names a list of codes',
  },
  {
    rule: 'UBL-CR',
    change: /(<cbc:IssueDate>)/,
    to: '<cbc:UUID>1</cbc:UUID>$1',
    because: 'has an element that the model has not',
  },
  {
    rule: 'UBL-CR',
    change: /(<cbc:IssueDate>.*?<\/cbc:IssueDate>)(<cbc:DueDate>.*?<\/cbc:DueDate>)/,
    to: '$2$1',
    because: 'is out of order',
  },
  { rule: 'UBL-SR', change: /(<cbc:DueDate>.*?<\/cbc:DueDate>)/, to: '$1$1', because: 'is due twice' },
  {
    rule: 'UBL-SR',
    change: of(BUYER, /(<cbc:RegistrationName>.*?<\/cbc:RegistrationName>)/),
    to: '$1$1',
    because: 'names its buyer twice',
  },
  {
    rule: 'UBL-SR-48',
    change: gone('cac:ClassifiedTaxCategory'),
    to: '',
    because: 'has a line that is not taxed',
  },
  {
    rule: 'UBL-SR-53',
    change: of(SELLER, /<cbc:CompanyID>NL[^<]*<\/cbc:CompanyID>/),
    to: '',
    because: 'has a scheme without a number',
  },
  {
    rule: 'one currency',
    change: /currencyID="EUR"/,
    to: 'currencyID="USD"',
    because: 'is in two currencies',
  },
  {
    rule: 'a credit note names its invoice',
    paper: 'credit',
    change: gone('cac:BillingReference'),
    to: '',
    because: 'credits nothing',
  },
];

describe('the rules of EN 16931', () => {
  for (const [name, paper] of Object.entries(PAPERS))
    it(`are kept by what nobody has changed (${name})`, () => {
      assert.deepEqual(brokenRules(ublOf(paper)), []);
    });

  for (const { rule, paper = 'good', change, to, because } of MUTATIONS)
    it(`find by ${rule} what ${because}`, () => {
      const good = ublOf(PAPERS[paper]);

      const mutated = good.replace(change, to);

      assert.notEqual(mutated, good);
      assert(brokenRules(mutated).includes(rule), brokenRules(mutated).join(' ') || 'nothing is broken');
    });

  it('are each broken by something here', () => {
    const shown = new Set(MUTATIONS.map(({ rule }) => rule));

    assert.deepEqual(
      RULE_NAMES.filter((name) => !shown.has(name)),
      [],
    );
  });
});
