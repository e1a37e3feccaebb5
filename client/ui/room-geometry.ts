/** How a room is set up. */
export type Layout = 'theatre' | 'classroom' | 'boardroom' | 'u-shape' | 'lounge';

/** A chair from above: where its middle is, and which way whoever sits there looks, in degrees clockwise from up. */
export interface Chair {
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

export interface Table {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A room from above, in chair widths from its top left corner. */
export interface Furniture {
  readonly width: number;
  readonly height: number;
  readonly chairs: readonly Chair[];
  readonly tables: readonly Table[];
}

/** A chair takes one, with air around it. */
const PITCH = 1.25;
const DEEP = 1.5;

function rowsOf(seats: number, aRow: number): number[] {
  const rows = Math.ceil(seats / aRow);
  return Array.from({ length: rows }, (_, row) => Math.min(aRow, seats - row * aRow));
}

/** Chairs side by side, centred in a room of this width. */
function row(count: number, width: number, y: number, turn = 0): Chair[] {
  const first = (width - (count - 1) * PITCH) / 2;
  return Array.from({ length: count }, (_, index) => ({ x: first + index * PITCH, y, turn }));
}

function column(count: number, x: number, top: number, turn: number): Chair[] {
  return Array.from({ length: count }, (_, index) => ({ x, y: top + index * PITCH, turn }));
}

function theatre(seats: number): Furniture {
  const aRow = Math.max(3, Math.ceil(Math.sqrt(seats * 1.7)));
  const rows = rowsOf(seats, aRow);
  const width = aRow * PITCH + 1.5;
  const chairs = rows.flatMap((count, index) => row(count, width, 2.5 + index * DEEP));
  return { width, height: 3.5 + (rows.length - 1) * DEEP, chairs, tables: [] };
}

function classroom(seats: number): Furniture {
  const aRow = Math.max(2, 2 * Math.ceil(Math.sqrt(seats * 1.2) / 2));
  const rows = rowsOf(seats, aRow);
  const width = aRow * PITCH + 1.5;
  const step = DEEP + 1;
  const tables = rows.map((count, index) => {
    const length = count * PITCH;
    return { x: (width - length) / 2, y: 2 + index * step, width: length, height: 0.8 };
  });
  const chairs = rows.flatMap((count, index) => row(count, width, 3.5 + index * step));
  return { width, height: 4.5 + (rows.length - 1) * step, chairs, tables };
}

/** One table, two of the company at its ends where there are more than four. */
function boardroom(seats: number): Furniture {
  const ends = seats > 4 ? 2 : 0;
  const far = Math.ceil((seats - ends) / 2);
  const near = seats - ends - far;
  const length = Math.max(far, 2) * PITCH;
  const width = length + 4;
  const table = { x: 2, y: 2, width: length, height: 2 };
  const chairs = [
    ...row(far, width, 1.25, 180),
    ...(ends ? [{ x: width - 1.25, y: 3, turn: 270 }] : []),
    ...row(near, width, 4.75),
    ...(ends ? [{ x: 1.25, y: 3, turn: 90 }] : []),
  ];
  return { width, height: 6, chairs, tables: [table] };
}

/** Three sides of a square around the one who speaks. */
function uShape(seats: number): Furniture {
  const side = Math.floor(seats / 3);
  const foot = seats - 2 * side;
  const width = Math.max(foot * PITCH, 3) + 4;
  const depth = Math.max(side, 1) * PITCH;
  const bottom = 1.5 + depth;
  const tables = [
    { x: 2, y: 1.5, width: 1, height: depth + 1 },
    { x: width - 3, y: 1.5, width: 1, height: depth + 1 },
    { x: 2, y: bottom, width: width - 4, height: 1 },
  ];
  const chairs = [
    ...column(side, 1.25, 1.5 + PITCH / 2, 90),
    ...row(foot, width, bottom + 1.75),
    ...column(side, width - 1.25, 1.5 + PITCH / 2, 270),
  ];
  return { width, height: bottom + 3, chairs, tables };
}

/** Low tables with four around each. */
function lounge(seats: number): Furniture {
  const groups = Math.ceil(seats / 4);
  const across = Math.ceil(Math.sqrt(groups));
  const group = 4.5;
  const chairs: Chair[] = [];
  const tables: Table[] = [];
  for (let index = 0; index < groups; index++) {
    const x = 0.75 + (index % across) * group + group / 2;
    const y = 0.75 + Math.floor(index / across) * group + group / 2;
    const round = [
      { x: x - 1.5, y, turn: 90 },
      { x: x + 1.5, y, turn: 270 },
      { x, y: y - 1.5, turn: 180 },
      { x, y: y + 1.5, turn: 0 },
    ];
    tables.push({ x: x - 0.7, y: y - 0.7, width: 1.4, height: 1.4 });
    chairs.push(...round.slice(0, seats - index * 4));
  }
  return {
    width: 1.5 + across * group,
    height: 1.5 + Math.ceil(groups / across) * group,
    chairs,
    tables,
  };
}

const layouts = { theatre, classroom, boardroom, 'u-shape': uShape, lounge } as const satisfies Record<
  Layout,
  (seats: number) => Furniture
>;

/** Where chairs and tables stand in a room for so many. @throws RangeError for a number that is not whole or under one. */
export function furnitureOf(layout: Layout, seats: number): Furniture {
  if (!Number.isInteger(seats) || seats < 1) throw new RangeError(`seats ${seats}`);
  return layouts[layout](seats);
}
