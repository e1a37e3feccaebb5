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

/** The remainder by 97 of a text in which letters count from A = 10 to Z = 35. */
function mod97(text: string): number {
  const digits = [...text].map((character) => String(Number.parseInt(character, 36))).join('');
  return Number(BigInt(digits) % 97n);
}

/** The creditor reference (ISO 11649) of a number: what the payer's bank checks for slips of the pen. */
export function referenceOf(number: string): string {
  const body = number.replaceAll('-', '').slice(-21);
  return `RF${String(98 - mod97(`${body}RF00`)).padStart(2, '0')}${body}`;
}

/** Does a reference, or an IBAN with its first four characters moved to the end, check? */
export function isReference(text: string): boolean {
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(text) && mod97(text.slice(4) + text.slice(0, 4)) === 1;
}
