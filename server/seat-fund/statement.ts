import type { Part } from '#contract/ledger';
import { wallTime } from '#values/local-time';
import type { Minor } from '#values/money';
import { costOf } from './carriers.ts';
import type { Statement } from './contract.ts';
import { broughtIn, type FundEntry } from './lots.ts';

/** An entry of the books as a statement reads it. */
export interface StatedEntry extends FundEntry {
  readonly parts?: readonly Part[] | undefined;
  readonly about: {
    readonly kind: string;
    readonly invoice?: string | undefined;
    readonly booking?: string | undefined;
    readonly room?: string | undefined;
  };
}

const KINDS = ['seat', 'coffee', 'lunch'] as const;

function drawsOf(entries: readonly StatedEntry[]): Statement['draws'] {
  const sums = KINDS.map((kind) => {
    const drawn = entries.filter(({ about }) => about.kind === kind);
    return [
      kind,
      { count: drawn.length, amount: drawn.reduce((sum, entry) => sum + costOf(entry), 0) },
    ] as const;
  });
  return {
    seat: { count: 0, amount: 0 },
    coffee: { count: 0, amount: 0 },
    lunch: { count: 0, amount: 0 },
    ...Object.fromEntries(sums),
  };
}

/** What the house stood in for, where a payment went back whose share had carried somebody already. */
const stoodIn = ({ about, postings }: StatedEntry): Minor =>
  about.invoice === undefined
    ? 0
    : postings.reduce((sum, { account, amount }) => sum + (account === 'own:gifts' ? amount : 0), 0);

/** What an entry moved into the fund or back, by the booking that gave it. */
function movesOf(entry: StatedEntry): readonly Partial<Part>[] {
  const { booking, room } = entry.about;
  return entry.parts ?? [{ booking, room, amount: broughtIn(entry) - stoodIn(entry) }];
}

function contributionsOf(entries: readonly StatedEntry[]): Statement['contributions'] {
  const rows = new Map<string, Statement['contributions'][number]>();
  const moves = entries.flatMap((entry) =>
    movesOf(entry).map((move) => ({ ...move, invoice: entry.about.invoice })),
  );
  for (const { invoice, booking, room, amount: moved = 0 } of moves) {
    if (invoice === undefined || moved === 0) continue;
    const key = `${invoice} ${booking ?? ''}`;
    const row = rows.get(key) ?? { invoice, amount: 0, returned: 0 };
    rows.set(key, {
      ...row,
      ...(booking === undefined ? {} : { bookingId: booking }),
      ...(room === undefined ? {} : { roomId: room }),
      amount: row.amount + Math.max(0, moved),
      returned: row.returned + Math.max(0, -moved),
    });
  }
  return [...rows.values()];
}

const sumOf = (entries: readonly StatedEntry[], amount: (entry: StatedEntry) => Minor) =>
  entries.reduce((sum, entry) => sum + amount(entry), 0);

/**
 * A month of the fund, from nothing but the entries of the month and what the fund held before it.
 * opening + contributions − returned + gifts + carried by the house − draws = closing.
 */
export function statementOf(
  { month, currency, opening }: Pick<Statement, 'month' | 'currency' | 'opening'>,
  entries: readonly StatedEntry[],
): Statement {
  const draws = entries.filter(({ about }) => KINDS.some((kind) => kind === about.kind));
  return {
    month,
    currency,
    opening,
    contributions: contributionsOf(entries),
    gifts: sumOf(entries, (entry) => (entry.about.kind === 'gift' ? broughtIn(entry) : 0)),
    houseCarried: sumOf(draws, (entry) => costOf(entry) + broughtIn(entry)) + sumOf(entries, stoodIn),
    draws: drawsOf(entries),
    closing: opening + sumOf(entries, broughtIn),
  };
}

/** The statements of all months that have an entry, by the wall of the space, from nothing but the entries. */
export function statementsOf(
  { currency, timeZone }: { currency: Statement['currency']; timeZone: string },
  entries: readonly (StatedEntry & { readonly at: Date })[],
): Statement[] {
  const months = new Map<string, StatedEntry[]>();
  for (const entry of entries) {
    const month = wallTime(entry.at, timeZone).date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  let opening = 0;
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, ofMonth]) => {
      const made = statementOf({ month, currency, opening }, ofMonth);
      opening = made.closing;
      return made;
    });
}
