import type { Part } from '#contract/ledger';
import type { Minor } from '#values/money';
import type { Carrier } from './contract.ts';
import { broughtIn, type Credit, type FundEntry, type Used } from './lots.ts';

/** An entry that brought something into the fund, with what it was about. */
export interface Source extends FundEntry {
  readonly parts?: readonly Part[] | undefined;
  readonly about: {
    readonly booking?: string | undefined;
    readonly room?: string | undefined;
    readonly company?: string | undefined;
  };
}

/** The booking that gave a credit, by itself or as its part of a collective invoice, and its room. */
function giverOf({ booking }: Credit, source: Source | undefined) {
  if (booking === undefined) return { booking: source?.about.booking, room: source?.about.room };
  return { booking, room: source?.parts?.find((part) => part.booking === booking)?.room };
}

function carrierOf({ amount, ...credit }: Used, source: Source | undefined): Carrier {
  const { booking, room } = giverOf(credit, source);
  const company = source?.about.company;
  if (booking === undefined) return { kind: 'gift', amount };
  return {
    kind: 'booking',
    amount,
    bookingId: booking,
    ...(room === undefined ? {} : { roomId: room }),
    ...(company === undefined ? {} : { companyId: company }),
  };
}

/** What a draw cost, house included. */
export function costOf({ postings }: FundEntry): Minor {
  return -postings.reduce((sum, { account, amount }) => sum + (account.startsWith('cost:') ? amount : 0), 0);
}

/** Who carried a draw, the largest part first; what no credit paid the house did. */
export function carriersOf(draw: FundEntry, sources: ReadonlyMap<number, Source>): Carrier[] {
  const used = draw.uses.reduce((sum, { amount }) => sum + amount, 0);
  const house = costOf(draw) - used;
  const carriers = draw.uses.map((use) => carrierOf(use, sources.get(use.entry)));
  const all: Carrier[] = house > 0 ? [...carriers, { kind: 'house', amount: house }] : carriers;
  return all.sort((a, b) => b.amount - a.amount);
}

/**
 * The credit that counts a draw as its own: the one that paid most, the older of equals; none where the house paid
 * most. So every seat is counted once, whatever it was paid with.
 */
export function chiefOf(draw: FundEntry): Credit | undefined {
  const largest = draw.uses.reduce<Used | undefined>(
    (best, use) => (best && best.amount >= use.amount ? best : use),
    undefined,
  );
  const used = draw.uses.reduce((sum, { amount }) => sum + amount, 0);
  return largest && largest.amount >= costOf(draw) - used ? largest : undefined;
}

/** What bookings gave by an entry, the largest gift first; a gift of the house's own is nobody's. */
export function giftsOf({ parts, about: { booking, room }, ...entry }: Source) {
  const gifts = parts ?? (booking === undefined ? [] : [{ booking, room, amount: broughtIn(entry) }]);
  return gifts.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
}
