import type { Seller } from '#contract/invoices';

/** Who sends the demonstration space's invoices. The VAT number and the IBAN check, and are nobody's. */
export const SAMPLE_SELLER: Seller = {
  prefix: 'UTRECHT',
  name: 'Common Table Utrecht B.V.',
  address: { street: 'Domplein 1', postcode: '3512 JC', city: 'Utrecht', country: 'NL' },
  vatNumber: 'NL123456782B90',
  registration: '12345678',
  iban: 'NL91ABNA0417164300',
  bic: 'ABNANL2A',
  email: 'rooms@common-table.example',
  dueDays: 14,
};
