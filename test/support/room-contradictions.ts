/** A room's day and a booking as they lie in the store, read past the house. */
interface StoredDay {
  _id: string;
  claims: { claimId: string; bookingId: string; from: string; to: string }[];
}

interface StoredBooking {
  _id: string;
  state: string;
  claimed: boolean;
  occurrences: { claimId: string; state: string; roomDays: string[]; roomId: string }[];
}

const LIVES = ['held', 'requested', 'confirmed'];
const TAKES = ['planned', 'checked-in', 'used'];

function overlapsOf({ _id, claims }: StoredDay): string[] {
  return claims.flatMap((one, at) =>
    claims
      .slice(at + 1)
      .filter((other) => one.from < other.to && other.from < one.to)
      .map((other) => `${_id}: ${one.bookingId} and ${other.bookingId} at the same time`),
  );
}

/**
 * Everything in a dump of the store that could not be so: two claims at the same time, a living booking without all
 * its claims, a claim without a living booking, a booking that never got its rooms.
 */
export function roomContradictions(dump: string): string[] {
  const collections: Map<string, unknown> = new Map(JSON.parse(dump));
  for (const name of ['room_days', 'bookings'])
    if (!collections.has(name)) throw new RangeError(`the store has no ${name}: nothing was looked at`);
  const days = collections.get('room_days') as StoredDay[];
  const bookings = collections.get('bookings') as StoredBooking[];
  const living = bookings
    .filter(({ state }) => LIVES.includes(state))
    .flatMap(({ _id, occurrences }) => occurrences.map((one) => ({ bookingId: _id, ...one })))
    .filter(({ state }) => TAKES.includes(state));
  const wanted = new Set(
    living.flatMap(({ claimId, roomDays }) => roomDays.map((day) => `${day} ${claimId}`)),
  );
  const found = new Set(days.flatMap(({ _id, claims }) => claims.map(({ claimId }) => `${_id} ${claimId}`)));
  return [
    ...days.flatMap(overlapsOf),
    ...[...wanted].filter((claim) => !found.has(claim)).map((claim) => `a booking lacks ${claim}`),
    ...[...found].filter((claim) => !wanted.has(claim)).map((claim) => `nobody holds ${claim}`),
    ...days.filter(({ claims }) => claims.length === 0).map(({ _id }) => `${_id} is empty and there`),
    ...bookings.filter(({ claimed }) => !claimed).map(({ _id }) => `${_id} is half booked`),
  ];
}
