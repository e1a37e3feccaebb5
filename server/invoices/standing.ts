import type { Minor } from '#values/money';
import type { Standing } from './contract.ts';

/** What an invoice's standing is told from. */
export interface Told {
  readonly gross: Minor;
  /** The last local date on which it may be paid. */
  readonly due: string;
  /** Of every payment, refunds below zero. */
  readonly payments: readonly Minor[];
  /** The gross amounts of its credit notes, which are below zero. */
  readonly credits: readonly Minor[];
}

const sumOf = (amounts: readonly Minor[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** How far an invoice has come on a local date: from its sums alone, so the order of what happened changes nothing. */
export function standingOf({ gross, due, payments, credits }: Told, today: string): Standing {
  const paid = sumOf(payments);
  const credited = -sumOf(credits);
  const left = gross - credited - paid;
  const sums = { paid, credited, open: Math.max(0, left), refundable: Math.max(0, -left) };
  return { state: stateOf({ ...sums, gross }, due < today), ...sums };
}

function stateOf(
  { gross, credited, open, refundable, paid }: Omit<Standing, 'state'> & { gross: Minor },
  isLate: boolean,
): Standing['state'] {
  if (credited >= gross && credited > 0) return 'credited';
  if (refundable > 0) return 'overpaid';
  if (open === 0) return 'paid';
  if (isLate) return 'overdue';
  return paid > 0 ? 'partly-paid' : 'issued';
}
