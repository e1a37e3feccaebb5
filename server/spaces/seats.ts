import { missing } from '#values/errors';
import type { Seat, SeatId, Space } from './contract.ts';

/** A seat of this space. @throws DomainError missing `seat_unknown`. */
export function seatOf(space: Space, seatId: SeatId): Seat {
  const seat = space.seats.find((candidate) => candidate.id === seatId);
  if (!seat) throw missing('seat_unknown', { seatId });
  return seat;
}

/** How far apart two places are, in metres. */
function distanceMetres(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** A place's nearest free seat and how far it is, if any is free; of equally near ones the first on the plan. */
export function nearestFree(
  space: Space,
  taken: ReadonlySet<SeatId>,
  place: { x: number; y: number },
): { seat: Seat; metres: number } | undefined {
  let nearest: { seat: Seat; metres: number } | undefined;
  for (const seat of space.seats) {
    if (taken.has(seat.id)) continue;
    const metres = distanceMetres(seat, place);
    if (!nearest || metres < nearest.metres) nearest = { seat, metres };
  }
  return nearest;
}
