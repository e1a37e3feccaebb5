import { assertMinor, type Minor } from '#values/money';
import type { Posting } from './contract.ts';

/** Does an entry sum to zero, with something on both sides? @throws RangeError for an amount that is not whole. */
export function isBalanced(postings: readonly Posting[]): boolean {
  for (const { account, amount } of postings) assertMinor(amount, account);
  const sum = postings.reduce((total, { amount }) => total + amount, 0);
  return sum === 0 && postings.length > 1 && postings.every(({ amount }) => amount !== 0);
}

/** What an account holds, by account; those of zero are left out. */
export type Balances = Readonly<Record<string, Minor>>;

/** The balances after these entries, given those before. */
export function folded(before: Balances, entries: readonly { postings: readonly Posting[] }[]): Balances {
  const after = new Map(Object.entries(before));
  for (const { postings } of entries)
    for (const { account, amount } of postings) after.set(account, (after.get(account) ?? 0) + amount);
  return Object.fromEntries(
    [...after].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** One posting an account, and none of zero: what an entry holds of many small amounts. */
export function gathered(postings: readonly Posting[]): Posting[] {
  const accounts = [...new Set(postings.map(({ account }) => account))];
  return accounts
    .map((account) => ({
      account,
      amount: postings
        .filter((posting) => posting.account === account)
        .reduce((sum, { amount }) => sum + amount, 0),
    }))
    .filter(({ amount }) => amount !== 0);
}
