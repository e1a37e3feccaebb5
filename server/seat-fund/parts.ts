import type { Part, RoomsOf } from '#contract/ledger';
import { allocate, type Minor } from '#values/money';

/** What each booking has of a collective invoice, in the order of its lines: all its changes together. */
function partsOf(changes: readonly Part[]): Part[] {
  const parts = new Map<string, Part>();
  for (const change of changes) {
    const { rooms = 0, amount = 0 } = parts.get(change.booking) ?? {};
    parts.set(change.booking, { ...change, rooms: rooms + change.rooms, amount: amount + change.amount });
  }
  return [...parts.values()];
}

/**
 * How what the fund is to have of a collective invoice is its bookings': by their net room income, the odd coins by the
 * largest remainder. Told as changes of what they had before, so that the parts always add up to the whole.
 */
export function partsMoved(before: readonly Part[], grown: readonly RoomsOf[], whole: Minor): Part[] {
  const had = new Map(partsOf(before).map((part) => [part.booking, part.amount]));
  const parts = partsOf([...before, ...grown.map((one) => ({ ...one, amount: 0 }))]);
  const weights = parts.map(({ rooms }) => Math.max(0, rooms));
  const shares = whole === 0 ? [] : allocate(whole, weights);
  const rooms = new Map(
    partsOf(grown.map((one) => ({ ...one, amount: 0 }))).map((one) => [one.booking, one.rooms]),
  );
  return parts
    .map(
      (part, at): Part => ({
        ...part,
        rooms: rooms.get(part.booking) ?? 0,
        amount: (shares[at] ?? 0) - (had.get(part.booking) ?? 0),
      }),
    )
    .filter((part) => part.rooms !== 0 || part.amount !== 0);
}
