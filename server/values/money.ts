/** The currencies a space may keep its books in, with how many decimals people write. */
export const CURRENCIES = { EUR: 2, EGP: 2, JPY: 0 } as const;

export type Currency = keyof typeof CURRENCIES;

/** A whole number of a currency's smallest coin: cents, piastres, yen. Which currency stands beside it, once. */
export type Minor = number;

/** Hundredths of a percent: 2,100 is 21 %. */
export type BasisPoints = number;

const WHOLE = 10_000;

/** @throws RangeError unless the amount is a whole number that arithmetic keeps exact. */
export function assertMinor(amount: number, name: string): void {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${name} is not a whole amount: ${amount}`);
}

/**
 * A share of an amount, rounded half away from zero: the one rounding of the house, which VAT, discounts and
 * surcharges go by. The sign passes through, so that a credit undoes to the cent what it credits.
 * @throws RangeError for an amount that is not whole.
 */
export function shareOf(amount: Minor, share: BasisPoints): Minor {
  assertMinor(amount, 'amount');
  assertMinor(share, 'share');
  // BigInt, because a large amount times basis points leaves the range in which doubles are exact.
  const product = BigInt(Math.abs(amount)) * BigInt(Math.abs(share));
  const rounded = Number((product * 2n + BigInt(WHOLE)) / BigInt(2 * WHOLE));
  return amount < 0 !== share < 0 && rounded !== 0 ? -rounded : rounded;
}

/**
 * Splits an amount by weights so that the parts add up to it: largest remainder, the odd coins to the first of
 * equals. @throws RangeError for an amount that is not whole, a negative weight, or no weight at all.
 */
export function allocate(amount: Minor, weights: readonly number[]): Minor[] {
  assertMinor(amount, 'amount');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0 || weights.some((weight) => weight < 0 || !Number.isSafeInteger(weight)))
    throw new RangeError('weights must be whole, not negative, and not all zero');
  const size = BigInt(Math.abs(amount));
  const shares = weights.map((weight) => {
    const product = size * BigInt(weight);
    return { whole: Number(product / BigInt(total)), rest: Number(product % BigInt(total)) };
  });
  let odd = Math.abs(amount) - shares.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = [...shares].sort((a, b) => b.rest - a.rest);
  for (const share of byRest) if (odd-- > 0) share.whole += 1;
  return shares.map(({ whole }) => (amount < 0 && whole !== 0 ? -whole : whole));
}

/** `12.50` for 1,250 hundredths. */
export function pointedText(amount: number, decimals: number): string {
  if (decimals === 0) return String(amount);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return amount < 0 ? `-${text}` : text;
}

/** 1,250 for `12.50` in hundredths. `undefined` for anything but digits with at most so many decimals. */
export function wholeOf(text: string, decimals: number): number | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > decimals) return undefined;
  const amount = Number(whole + fraction.padEnd(decimals, '0'));
  return sign && amount !== 0 ? -amount : amount;
}

/** `12.50` for 1,250 cents, `1250` for yen: as papers and files write it, without a sign of its currency. */
export function decimalText(amount: Minor, currency: Currency): string {
  return pointedText(amount, CURRENCIES[currency]);
}

/** The amount that a text writes. `undefined` for anything but digits with at most the currency's decimals. */
export function minorOf(text: string, currency: Currency): Minor | undefined {
  return wholeOf(text, CURRENCIES[currency]);
}
