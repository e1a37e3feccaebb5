import type { Seat } from '#contract/spaces';

/** A unit step on the plan; y grows downwards. */
export type Heading = readonly [x: number, y: number];

/** Arrow keys as they lie on the plan, which is never mirrored. */
export const headings: Readonly<Record<string, Heading>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const MOST_REACH = 0.65;
const LEAST_REACH = 0.4;

/** How far around its middle a seat can be touched, in metres: half the way to the nearest other. */
export function reachOf(seats: readonly Pick<Seat, 'x' | 'y'>[]): number {
  let nearest = 2 * MOST_REACH;
  for (const [index, a] of seats.entries()) {
    for (const b of seats.slice(index + 1)) {
      // Touched areas are squares, which do not overlap when either side is far enough apart.
      nearest = Math.min(nearest, Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)));
    }
  }
  return Math.max(LEAST_REACH, nearest / 2);
}

/**
 * The seat an arrow key leads to: the nearest that lies ahead, where a metre aside counts double. `undefined` at the
 * edge of the plan.
 */
export function seatTowards<Place extends Pick<Seat, 'x' | 'y'>>(
  seats: readonly Place[],
  from: Pick<Seat, 'x' | 'y'>,
  [x, y]: Heading,
): Place | undefined {
  let best: Place | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const seat of seats) {
    const ahead = (seat.x - from.x) * x + (seat.y - from.y) * y;
    const aside = Math.abs((seat.x - from.x) * y) + Math.abs((seat.y - from.y) * x);
    const way = ahead + 2 * aside;
    if (ahead <= 0.01 || way >= least) continue;
    best = seat;
    least = way;
  }
  return best;
}
