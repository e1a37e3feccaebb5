/** An invoice's number, and a creditor reference by ISO 11649, as they may stand in a remittance. */
const NUMBER = /[A-Z0-9]{2,12}-\d{4}-\d{4,8}/g;
const REFERENCE = /RF\d{2}(?: ?[A-Z0-9]){1,21}/g;

/** What a payer's words may be naming: numbers and references, however they were spaced and in small letters too. */
export function referencesIn(remittance: string): string[] {
  const text = remittance.toUpperCase();
  const numbers = text.match(NUMBER) ?? [];
  const references = (text.match(REFERENCE) ?? []).flatMap((found) => {
    const packed = found.replaceAll(' ', '');
    // A word after the reference may have been taken for its end.
    const [first = ''] = found.split(' ');
    return [packed, first];
  });
  return [...new Set([...numbers, ...references])];
}
