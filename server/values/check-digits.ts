/** The check digit methods that numbers of companies are made with. Texts hold digits only unless said otherwise. */

/** The digits of a text, as numbers. */
export const digitsOf = (text: string): number[] => Array.from(text, Number);

/** The sum of digits times weights; as many as there are weights. */
export function weighted(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0);
}

/** The remainder of a long run of digits, which no double could hold. */
export function remainder(text: string, divisor: number): number {
  return digitsOf(text).reduce((rest, digit) => (rest * 10 + digit) % divisor, 0);
}

/** The digit sum in which every other digit, from the second last, is doubled (Luhn, ISO/IEC 7812). */
export function isLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .reverse()
    .reduce((total, digit, at) => {
      const counted = at % 2 === 0 ? digit : digit * 2;
      return total + (counted > 9 ? counted - 9 : counted);
    }, 0);
  return sum % 10 === 0;
}

/** The hybrid system of ISO 7064 over eleven and ten. */
export function isMod11And10(text: string): boolean {
  const last = text.length - 1;
  const product = digitsOf(text.slice(0, last)).reduce((carry, digit) => {
    const sum = (carry + digit) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (product + Number(text[last])) % 10 === 1;
}

/** The remainder by 97 of a text in which letters count from A = 10 to Z = 35. */
export function mod97(text: string): number {
  return remainder(Array.from(text, (character) => Number.parseInt(character, 36)).join(''), 97);
}

/** ISO 7064 over 97 and 10. */
export const isMod97 = (text: string): boolean => mod97(text) === 1;

/** An IBAN or a creditor reference: the check digits stand behind its country, and are reckoned at the end. */
export const isMod97InFront = (text: string): boolean => isMod97(text.slice(4) + text.slice(0, 4));
