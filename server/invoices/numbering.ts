import { mod97 } from '#values/check-digits';

/** A place in the run of a space's papers. */
export interface Numbered {
  readonly year: number;
  readonly sequence: number;
}

/**
 * The next place: the run starts anew each year, and never goes back to an old one, whatever a clock says. So it has no
 * gap, as the papers themselves have none.
 */
export function nextNumber(last: Numbered | undefined, year: number): Numbered {
  if (!last || year > last.year) return { year, sequence: 1 };
  return { year: last.year, sequence: last.sequence + 1 };
}

/** `UTRECHT-2026-0042` */
export function numberText(prefix: string, { year, sequence }: Numbered): string {
  return `${prefix}-${year}-${String(sequence).padStart(4, '0')}`;
}

/** The creditor reference (ISO 11649) of a number: what the payer's bank checks for slips of the pen. */
export function referenceOf(number: string): string {
  const body = number.replaceAll('-', '').slice(-21);
  return `RF${String(98 - mod97(`${body}RF00`)).padStart(2, '0')}${body}`;
}
