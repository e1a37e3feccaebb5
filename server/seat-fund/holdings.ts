import type { Part, Posting, RoomsOf } from '#contract/ledger';
import type { Minor } from '#values/money';
import type { Book, LedgerService } from '../ledger/service.ts';
import {
  type Drawing,
  drawing,
  FUND,
  type FundEntry,
  type Lot,
  lotsAfter,
  takingBack,
  type Used,
} from './lots.ts';
import { partsMoved } from './parts.ts';
import { fundPart, type PaidInvoice } from './share.ts';

/** Postings with the credits that they use up, as a part of an entry. */
export interface Movement {
  postings: Posting[];
  uses: readonly Used[];
  /** Of a collective invoice: whose part grows or shrinks by how much. */
  parts?: readonly Part[];
}

/** An entry about an invoice. */
export interface InvoiceEntry extends FundEntry {
  readonly parts?: readonly Part[] | undefined;
}

/** How much of an invoice has gone to the fund so far: what it holds, has spent, and what the house stood in for. */
export function givenBy(entries: readonly FundEntry[]): Minor {
  const postings = entries.flatMap((entry) => entry.postings);
  return -postings.reduce(
    (sum, { account, amount }) => sum + (account === FUND || account === 'own:gifts' ? amount : 0),
    0,
  );
}

/** The postings of a change: what the fund lacks of what it is to give back, the house gives. */
const moved = (change: Minor, short: Minor): Posting[] => [
  { account: 'income:rooms', amount: change },
  { account: FUND, amount: -change - short },
  { account: 'own:gifts', amount: short },
];

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { amount }) => sum + amount, 0);

/** Takes back of each booking's own credits what its part of an invoice shrinks by. */
function shrunk(lots: readonly Lot[], own: ReadonlySet<number>, parts: readonly Part[]): Drawing {
  const back = parts
    .filter(({ amount }) => amount < 0)
    .map(({ booking, amount }) => {
      const its = lots.filter((lot) => lot.booking === booking);
      return takingBack(its, own, -amount);
    });
  return {
    uses: back.flatMap(({ uses }) => uses),
    short: back.reduce((sum, one) => sum + one.short, 0),
  };
}

/** What the fund of each space holds: the fold of its entries, kept in memory and folded on. */
export function createHoldings(ledger: LedgerService) {
  const known = new Map<string, { upTo: number; lots: readonly Lot[] }>();

  /** The lots now. Two who fold on at once come to the same, so whoever is further along stands. */
  async function lotsOf(book: Book): Promise<readonly Lot[]> {
    const key = `${book.spaceId}:${book.unit}`;
    const before = known.get(key) ?? { upTo: 0, lots: [] };
    const entries = await ledger.touching(book, FUND, before.upTo);
    const lots = entries.reduce<readonly Lot[]>(lotsAfter, before.lots);
    const upTo = entries.at(-1)?.number ?? before.upTo;
    if (upTo > (known.get(key)?.upTo ?? 0)) known.set(key, { upTo, lots });
    return lots;
  }

  return {
    lotsOf,

    /** Pays a cost from the fund, first in first out, and what it lacks from the house. */
    async pay(
      book: Book,
      cost: { account: 'cost:seats' | 'cost:coffee' | 'cost:lunch'; amount: Minor },
    ): Promise<Movement> {
      const { uses, short } = drawing(await lotsOf(book), cost.amount);
      return {
        postings: [
          { account: FUND, amount: cost.amount - short },
          { account: 'own:gifts', amount: short },
          { account: cost.account, amount: -cost.amount },
        ],
        uses,
      };
    },

    /**
     * Moves what the fund has of an invoice to the part that it is to have. What must go back and has been drawn already the
     * house stands in for, so the fund is never below zero and nobody's seat is undone.
     * @param grown of a collective invoice: what each booking on it has more of net room income, or less.
     */
    async moveTo(
      book: Book,
      entries: readonly InvoiceEntry[],
      invoice: PaidInvoice,
      grown?: readonly RoomsOf[],
    ): Promise<Movement> {
      const whole = fundPart(invoice);
      const own = new Set(entries.map(({ number }) => number));
      const before = entries.flatMap(({ parts = [] }) => parts);
      // Each booking's part moves by itself, so that no seat is carried by a room that was given up.
      const parts = grown && partsMoved(before, grown, whole);
      const change = parts ? sumOf(parts) : whole - givenBy(entries);
      const lots = await lotsOf(book);
      const { uses, short } = parts ? shrunk(lots, own, parts) : takingBack(lots, own, Math.max(0, -change));
      return { postings: moved(change, short), uses, ...(parts ? { parts } : {}) };
    },
  };
}
