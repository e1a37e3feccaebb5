import type { Minor } from '#values/money';

/** What is left of one credit of the fund, by the number of the entry that brought it in. */
export interface Lot {
  readonly entry: number;
  readonly left: Minor;
}

/** How much of which credit is used. */
export interface Used {
  readonly entry: number;
  readonly amount: Minor;
}

/** What a use of the fund finds: the credits it uses, and how much of the amount they lack. */
export interface Drawing {
  readonly uses: readonly Used[];
  readonly short: Minor;
}

/** What the fund holds. */
export function balanceOf(lots: readonly Lot[]): Minor {
  return lots.reduce((sum, { left }) => sum + left, 0);
}

function usedUp(lots: Iterable<Lot>, amount: Minor): Drawing {
  const uses: Used[] = [];
  let short = amount;
  for (const { entry, left } of lots) {
    const used = Math.min(left, short);
    if (used > 0) uses.push({ entry, amount: used });
    short -= used;
  }
  return { uses, short };
}

/** First in, first out: what a seat, a coffee or a lunch of this cost is paid with. */
export function drawing(lots: readonly Lot[], cost: Minor): Drawing {
  return usedUp(lots, cost);
}

/**
 * What can still be taken back of these credits, the youngest first. What has been drawn of them is gone: nobody's seat
 * is taken away because a booking was undone, so the rest is the house's.
 */
export function takingBack(lots: readonly Lot[], entries: ReadonlySet<number>, amount: Minor): Drawing {
  return usedUp(lots.filter(({ entry }) => entries.has(entry)).reverse(), amount);
}

/** The lots after these uses. @throws RangeError for more than a lot holds. */
export function usedLots(lots: readonly Lot[], uses: readonly Used[]): Lot[] {
  const amounts = new Map(uses.map(({ entry, amount }) => [entry, amount]));
  const known = lots.filter(({ entry }) => amounts.has(entry));
  if (known.length !== amounts.size || known.some(({ entry, left }) => left < (amounts.get(entry) ?? 0)))
    throw new RangeError('a use of more than the fund holds');
  return lots
    .map(({ entry, left }) => ({ entry, left: left - (amounts.get(entry) ?? 0) }))
    .filter(({ left }) => left > 0);
}

/** An entry of the books, as far as the fund goes. */
export interface FundEntry {
  readonly number: number;
  readonly postings: readonly { readonly account: string; readonly amount: Minor }[];
  readonly uses: readonly Used[];
}

export const FUND = 'liability:seat-fund';

/** How much an entry brings into the fund; below zero for what it takes out. */
export function broughtIn({ postings }: FundEntry): Minor {
  // Credits are negative in the books, and the fund is owed to those who will sit.
  return -postings.reduce((sum, { account, amount }) => sum + (account === FUND ? amount : 0), 0);
}

/** The lots after an entry. @throws RangeError where its uses are not what it takes out. */
export function lotsAfter(lots: readonly Lot[], entry: FundEntry): Lot[] {
  const amount = broughtIn(entry);
  if (amount > 0) return [...lots, { entry: entry.number, left: amount }];
  const used = entry.uses.reduce((sum, use) => sum + use.amount, 0);
  if (used !== -amount) throw new RangeError(`entry ${entry.number} takes out ${-amount} and uses ${used}`);
  return usedLots(lots, entry.uses);
}
