import { type Language, LOCALES } from '#values/locale';
import { pointedText, wholeOf } from '#values/money';

/** The marks that a language parts thousands and decimals by. */
function marksOf(language: Language): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(LOCALES[language]).formatToParts(12_345.6);
  const of = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return { group: of('group'), decimal: of('decimal') };
}

/** Full-width and Arabic digits and marks as the Latin ones that they stand for, without blanks. */
function latin(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
    .replace(/[\s\p{Cf}]/gu, '');
}

/**
 * A number with at most so many decimals as somebody types it in this language, as a whole number of its last decimal.
 * Thousands are parted as the language does or not at all; one mark that cannot part thousands parts the decimals, be
 * it a point or a comma. Digit by digit, so that nothing is rounded. `undefined` where it is no such number.
 */
export function typedNumber(text: string, decimals: number, language: Language): number | undefined {
  const bare = latin(text);
  const { group, decimal } = marksOf(language);
  const isGrouped = new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?$`).test(bare);
  const pointed = isGrouped
    ? bare.replaceAll(group, '').replace(decimal, '.')
    : bare.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return wholeOf(pointed, decimals);
}

/** The same number as a field shows it to be typed over: without marks between thousands. */
export function shownNumber(value: number, decimals: number, language: Language): string {
  return pointedText(value, decimals).replace('.', marksOf(language).decimal);
}
