import type { Minor } from '#values/money';

/** A credit of the fund: the entry that brought it in, and whose part of it, where several bookings gave together. */
export interface Credit {
  readonly entry: number;
  readonly booking?: string | undefined;
}

/** What is left of one credit of the fund. */
export interface Lot extends Credit {
  readonly left: Minor;
}

/** How much of which credit is used. */
export interface Used extends Credit {
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
  for (const { left, ...credit } of lots) {
    const used = Math.min(left, short);
    if (used > 0) uses.push({ ...credit, amount: used });
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

const keyOf = ({ entry, booking = '' }: Credit) => `${entry} ${booking}`;

/** The lots after these uses. @throws RangeError for more than a lot holds. */
export function usedLots(lots: readonly Lot[], uses: readonly Used[]): Lot[] {
  const amounts = new Map(uses.map((use) => [keyOf(use), use.amount]));
  const known = lots.filter((lot) => amounts.has(keyOf(lot)));
  if (known.length !== amounts.size || known.some((lot) => lot.left < (amounts.get(keyOf(lot)) ?? 0)))
    throw new RangeError('a use of more than the fund holds');
  return lots
    .map((lot) => ({ ...lot, left: lot.left - (amounts.get(keyOf(lot)) ?? 0) }))
    .filter(({ left }) => left > 0);
}

/** An entry of the books, as far as the fund goes. */
export interface FundEntry {
  readonly number: number;
  readonly postings: readonly { readonly account: string; readonly amount: Minor }[];
  readonly uses: readonly Used[];
  /** Of a collective invoice: by how much each booking's part of what the fund has of it changes. */
  readonly parts?: readonly { readonly booking: string; readonly amount: Minor }[] | undefined;
}

export const FUND = 'liability:seat-fund';

/** How much an entry brings into the fund; below zero for what it takes out. */
export function broughtIn({ postings }: FundEntry): Minor {
  // Credits are negative in the books, and the fund is owed to those who will sit.
  return -postings.reduce((sum, { account, amount }) => sum + (account === FUND ? amount : 0), 0);
}

/** The credits that an entry adds: its own, or one for each booking whose part grows. */
function creditsOf(entry: FundEntry): Lot[] {
  const { number, parts } = entry;
  const lots = parts?.map(({ booking, amount }) => ({ entry: number, booking, left: amount })) ?? [
    { entry: number, left: broughtIn(entry) },
  ];
  return lots.filter(({ left }) => left > 0);
}

/** How much of what an entry brings into the fund, or takes back from it, is this booking's. */
export function broughtBy(entry: FundEntry, booking: string): Minor {
  if (entry.parts === undefined) return broughtIn(entry);
  const isIts = (one: { booking?: string | undefined }) => one.booking === booking;
  const used = entry.uses.filter(isIts).reduce((sum, { amount }) => sum + amount, 0);
  return balanceOf(creditsOf(entry).filter(isIts)) - used;
}

/** The lots after an entry. @throws RangeError where its credits and its uses are not what it brings in and takes out. */
export function lotsAfter(lots: readonly Lot[], entry: FundEntry): Lot[] {
  const credits = creditsOf(entry);
  const used = entry.uses.reduce((sum, { amount }) => sum + amount, 0);
  if (balanceOf(credits) - used !== broughtIn(entry))
    throw new RangeError(`entry ${entry.number} brings in ${broughtIn(entry)} and uses ${used}`);
  return [...usedLots(lots, entry.uses), ...credits];
}
