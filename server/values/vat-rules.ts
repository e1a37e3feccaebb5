import { digitsOf, isLuhn, isMod11And10, isMod97, remainder, weighted } from './check-digits.ts';

/** How a member state writes its VAT numbers after the two letters, and what its check digits say. */
export interface VatRule {
  readonly shape: RegExp;
  readonly holds: (body: string) => boolean;
}

const last = (text: string) => Number(text.at(-1));

/** Weighted sum and eleven: what is left to eleven is the last digit, with others in place of ten and eleven. */
const elevenLess =
  (weights: readonly number[], { ten, eleven }: { ten?: number; eleven?: number }) =>
  (body: string) => {
    const check = 11 - (weighted(body, weights) % 11);
    return last(body) === (check === 11 ? eleven : check === 10 ? ten : check);
  };

/** A second row of weights speaks where the first leaves a ten. */
const elevenTwice = (first: readonly number[], second: readonly number[]) => (body: string) => {
  const once = weighted(body, first) % 11;
  const twice = once === 10 ? weighted(body, second) % 11 : once;
  return last(body) === twice % 10;
};

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Persons by a letter over 23, others by a Luhn digit, or the letter that stands for it. */
function isSpanish(body: string): boolean {
  // X, Y and Z stand for a digit; K, L and M (the young, Spaniards abroad, foreigners without a number) for none.
  const person = /^([KLMXYZ]?)(\d{7,8})([A-Z])$/.exec(body);
  if (person) {
    const [, sort = '', number = '', letter] = person;
    const lead = 'XYZ'.indexOf(sort);
    return DNI_LETTERS[Number(`${sort === '' || lead < 0 ? '' : lead}${number}`) % 23] === letter;
  }
  const digits = body.slice(1, 8);
  const check = [...'0123456789'].find((digit) => isLuhn(digits + digit));
  return body[8] === check || body[8] === 'JABCDEFGHI'[Number(check)];
}

function isIrish(body: string): boolean {
  // The oldest numbers have a letter or a sign second; the digit before the check letter then moves to the front.
  const old = /^(\d)[A-Z+*](\d{5})([A-W])$/.exec(body);
  const plain = old ? `0${old[2]}${old[1]}${old[3]}` : body;
  const second = plain[8] === undefined || plain[8] === 'W' ? 0 : plain.charCodeAt(8) - 64;
  const rest = (weighted(plain, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23;
  return plain[7] === 'WABCDEFGHIJKLMNOPQRSTUV'[rest];
}

function isCypriot(body: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  const sum = digitsOf(body.slice(0, 8)).reduce(
    (total, digit, at) => total + (at % 2 === 0 ? (odd[digit] ?? 0) : digit),
    0,
  );
  return body.charCodeAt(8) - 65 === sum % 26;
}

/** Companies by two rows of weights; persons by the check of their personal, foreigner's or other number. */
function isBulgarian(body: string): boolean {
  if (body.length === 9) return elevenTwice([1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10])(body);
  // A birthday's month is twenty more for those born before 1900, and forty more for those born since 2000.
  const isBirthday = /^\d\d(?:[024][1-9]|[135][0-2])(?:0[1-9]|[12]\d|3[01])/.test(body);
  const personal = (weighted(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10;
  return [
    ...(isBirthday ? [personal] : []),
    weighted(body, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10,
    (11 - (weighted(body, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11,
  ].includes(last(body));
}

/** Companies have eight digits; persons their birth number, or nine digits that begin with a six. */
function isCzech(body: string): boolean {
  if (body.length === 8) {
    const check = 11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11);
    return last(body) === (check === 11 ? 1 : check % 10);
  }
  if (body.length === 10) {
    const rest = Number(body.slice(0, 9)) % 11;
    return last(body) === rest % 10;
  }
  if (!body.startsWith('6')) return true;
  const rest = weighted(body.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11;
  return last(body) === (18 - ((10 - rest) % 11)) % 10;
}

function isLithuanian(body: string): boolean {
  const weights = (from: number) =>
    Array.from({ length: body.length - 1 }, (_, at) => ((at + from - 1) % 9) + 1);
  return elevenTwice(weights(1), weights(3))(body);
}

function isLatvian(body: string): boolean {
  // Numbers of persons begin with a birthday, and have no check that is published.
  if (Number(body[0]) <= 3) return true;
  const check = 3 - (weighted(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11);
  return last(body) === (check < -1 ? check + 11 : check);
}

const FRENCH_KEYS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function isFrench(body: string): boolean {
  const [key, siren] = [body.slice(0, 2), body.slice(2)];
  // Companies of Monaco are in no French register: their numbers begin with three zeros and have no check of their own.
  if (!siren.startsWith('000') && !isLuhn(siren)) return false;
  if (/^\d\d$/.test(key)) return Number(key) === (12 + 3 * remainder(siren, 97)) % 97;
  const [first = 0, second = 0] = [...key].map((character) => FRENCH_KEYS.indexOf(character));
  const check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return (Number(siren) + 1 + Math.floor(check / 11)) % 11 === check % 11;
}

function isDutch(body: string): boolean {
  const sum = weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  // Since 2020 sole traders have numbers that are checked like an IBAN instead.
  return (sum !== 10 && sum === Number(body[8])) || isMod97(`NL${body}`);
}

function isAustrian(body: string): boolean {
  const sum = digitsOf(body.slice(1, 8)).reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 4);
  return last(body) === (10 - (sum % 10)) % 10;
}

/** What 97 leaves is nothing; of numbers that begin with no zero, given later, it may be 42 or 55 as well. */
function isNorthernIrish(body: string): boolean {
  const rest = (weighted(body, [8, 7, 6, 5, 4, 3, 2]) + Number(body.slice(7, 9))) % 97;
  return rest === 0 || (!body.startsWith('0') && (rest === 42 || rest === 55));
}

/** By the two letters that begin a number; Greece writes EL, Northern Ireland XI. */
export const VAT_RULES: Readonly<Record<string, VatRule>> = {
  AT: { shape: /^U\d{8}$/, holds: isAustrian },
  BE: {
    shape: /^[01]\d{9}$/,
    holds: (body) => 97 - (Number(body.slice(0, 8)) % 97) === Number(body.slice(8)),
  },
  BG: { shape: /^\d{9,10}$/, holds: isBulgarian },
  CY: { shape: /^(?!12)\d{8}[A-Z]$/, holds: isCypriot },
  CZ: { shape: /^(?:[0-8]\d{7}|\d{9,10})$/, holds: isCzech },
  DE: { shape: /^[1-9]\d{8}$/, holds: isMod11And10 },
  DK: { shape: /^[1-9]\d{7}$/, holds: (body) => weighted(body, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { shape: /^\d{9}$/, holds: (body) => weighted(body, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: {
    shape: /^\d{9}$/,
    holds: (body) => (weighted(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(body),
  },
  ES: { shape: /^(?:[A-HJNP-SUVW]\d{7}[A-J\d]|[KLMXYZ]\d{7}[A-Z]|\d{8}[A-Z])$/, holds: isSpanish },
  FI: { shape: /^\d{8}$/, holds: elevenLess([7, 9, 10, 5, 8, 4, 2], { eleven: 0 }) },
  FR: { shape: /^[A-HJ-NP-Z\d]{2}\d{9}$/, holds: isFrench },
  HR: { shape: /^\d{11}$/, holds: isMod11And10 },
  HU: { shape: /^\d{8}$/, holds: (body) => weighted(body, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { shape: /^(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, holds: isIrish },
  // The office that gave it: of a province, or one of a few others.
  IT: { shape: /^(?!0{7})\d{7}(?:0(?!00)\d\d|100|120|121|888|999)\d$/, holds: isLuhn },
  LT: { shape: /^(?:\d{7}1\d|\d{10}1\d)$/, holds: isLithuanian },
  LU: { shape: /^\d{8}$/, holds: (body) => Number(body.slice(0, 6)) % 89 === Number(body.slice(6)) },
  LV: { shape: /^\d{11}$/, holds: isLatvian },
  MT: {
    shape: /^[1-9]\d{7}$/,
    holds: (body) => 37 - (weighted(body, [3, 4, 6, 7, 8, 9]) % 37) === Number(body.slice(6)),
  },
  NL: { shape: /^\d{9}B(?!00)\d{2}$/, holds: isDutch },
  PL: { shape: /^\d{10}$/, holds: (body) => weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(body) },
  PT: { shape: /^[1-9]\d{8}$/, holds: elevenLess([9, 8, 7, 6, 5, 4, 3, 2], { ten: 0, eleven: 0 }) },
  RO: {
    shape: /^[1-9]\d{1,9}$/,
    holds: (body) =>
      ((weighted(body.padStart(10, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === last(body),
  },
  SE: { shape: /^\d{10}(?!00)\d{2}$/, holds: (body) => isLuhn(body.slice(0, 10)) },
  SI: { shape: /^[1-9]\d{7}$/, holds: elevenLess([8, 7, 6, 5, 4, 3, 2], { ten: 0 }) },
  SK: { shape: /^[1-9]\d[2-46-9]\d{7}$/, holds: (body) => Number(body) % 11 === 0 },
  XI: { shape: /^\d{9}(?:\d{3})?$/, holds: isNorthernIrish },
};
