import type { Minor } from '#values/money';

/** An entry of the books about an invoice, its credit notes, payments and refunds. */
export interface InvoiceEntry {
  readonly postings: readonly { readonly account: string; readonly amount: Minor }[];
}

/** What stands of an invoice, its credit notes taken off: to be paid, of it net room income, and paid. */
export interface Position {
  readonly gross: Minor;
  readonly rooms: Minor;
  readonly paid: Minor;
}

/**
 * The position that the books tell. Receivable and refunds together are what was invoiced less what was paid; what the
 * fund and the house took of the room income is added back to it.
 */
export function positionOf(entries: readonly InvoiceEntry[]): Position {
  const sum = (isMeant: (account: string) => boolean) =>
    entries
      .flatMap(({ postings }) => postings)
      .reduce((total, { account, amount }) => total + (isMeant(account) ? amount : 0), 0);
  const paid = sum((account) => account === 'bank');
  const open = sum((account) => account.startsWith('receivable:') || account === 'payable:refunds');
  const given = -sum((account) => account === 'liability:seat-fund' || account === 'own:gifts');
  return { gross: open + paid, rooms: given - sum((account) => account === 'income:rooms'), paid };
}

/** What is owed to the house, as a debit, and by it, as a credit. */
export function owedOf({ gross, paid }: Position): { receivable: Minor; refunds: Minor } {
  return { receivable: Math.max(0, gross - paid), refunds: -Math.max(0, paid - gross) };
}
