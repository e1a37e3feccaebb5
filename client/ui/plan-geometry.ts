/** A point on the plan, in metres. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A unit step on the plan; y grows downwards. */
export type Heading = readonly [x: number, y: number];

/** Arrow keys as they lie on the plan, which is never mirrored. */
export const headings: Readonly<Record<string, Heading>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const MOST_REACH = 0.75;
const LEAST_REACH = 0.4;

/** How far around its middle each seat can be touched, in metres: half the way to the nearest other. */
export function reachOf(seat: Place, seats: readonly Place[]): number {
  // Touched areas are squares, which do not overlap when either side is far enough apart.
  const ways = seats
    .filter((other) => other !== seat)
    .map((other) => Math.max(Math.abs(seat.x - other.x), Math.abs(seat.y - other.y)));
  return Math.max(LEAST_REACH, Math.min(MOST_REACH, ...ways.map((way) => way / 2)));
}

/** A rectangle on the plan. */
export interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

/** By how many square metres two boxes cover each other. */
function overlapOf(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, high);
}

const LINE = 0.36;
const EDGE = 0.04;
const SIDE = 0.25;

/**
 * Where the name of a zone fits: the first of its edges and corners, then its rows from the top, that covers the
 * least of what stands in it. `length` is that of the name, in metres. Returns the middle of the line.
 */
export function nameplateOf(zone: Box, length: number, obstacles: readonly Box[]): Place {
  const left = zone.x + SIDE;
  const right = zone.x + zone.width - SIDE - length;
  const middle = zone.x + (zone.width - length) / 2;
  const bottom = zone.y + zone.height - EDGE - LINE;
  const rows = [zone.y + EDGE, bottom];
  for (let y = zone.y + EDGE + LINE / 2; y < bottom; y += LINE / 2) rows.push(y);
  let best = { x: middle, y: zone.y + EDGE };
  let least = Number.POSITIVE_INFINITY;
  for (const y of rows) {
    for (const x of [middle, left, right]) {
      const line = { x, y, width: length, height: LINE };
      const covered = obstacles.reduce((sum, box) => sum + overlapOf(line, box), 0);
      if (covered >= least) continue;
      least = covered;
      best = { x, y };
    }
  }
  return { x: best.x + length / 2, y: best.y + LINE / 2 };
}

/**
 * The seat an arrow key leads to: the nearest that lies ahead, where a metre aside counts double. `undefined` at the
 * edge of the plan.
 */
export function seatTowards<Seat extends Place>(
  seats: readonly Seat[],
  from: Place,
  [x, y]: Heading,
): Seat | undefined {
  let best: Seat | undefined;
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
