import { decimalText, type Minor } from '#values/money';
import type { Invoice, Seller } from './contract.ts';

/** The largest transfer that the code can ask for: 999,999,999.99. */
const MOST: Minor = 99_999_999_999;

/**
 * The text of the QR code by which a bank's app fills in a transfer in euros: EPC069-12, version 2, with a structured
 * reference. `undefined` where there is nothing to pay.
 */
export function transferCode(
  { bic = '', name, iban }: Pick<Seller, 'bic' | 'name' | 'iban'>,
  { amount, reference }: { amount: Minor; reference: string },
): string | undefined {
  if (amount <= 0 || amount > MOST) return undefined;
  // Service tag, version, UTF-8, credit transfer; a purpose and a remittance text are left out.
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    bic,
    name.slice(0, 70),
    iban,
    `EUR${decimalText(amount, 'EUR')}`,
    '',
    reference,
  ];
  return lines.join('\n');
}

/** The code for what is open of a paper; `undefined` of a credit note, and where the money is not euros. */
export const transferOf = ({ kind, currency, seller, reference }: Invoice, open: Minor) =>
  kind === 'invoice' && currency === 'EUR' ? transferCode(seller, { amount: open, reference }) : undefined;
