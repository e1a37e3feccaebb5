import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface Props {
  readonly seats: number;
  readonly free: number;
  readonly children: ReactNode;
}

const CHAIRS = 18;

/** How many of the drawn chairs are taken: in proportion, and never all or none of them by rounding. */
function takenChairs(seats: number, free: number): number {
  if (free >= seats || seats === 0) return 0;
  if (free <= 0) return CHAIRS;
  return Math.min(CHAIRS - 1, Math.max(1, Math.round(((seats - free) / seats) * CHAIRS)));
}

/** Taken chairs lie spread along the table: seven steps visit each of the eighteen once. */
const order = Array.from({ length: CHAIRS }, (_, index) => (index * 7 + 3) % CHAIRS);

/**
 * The long table of the house, seen from above and longer than the screen. As many of its chairs are taken as in the
 * room; what the page offers lies on it like place cards.
 */
export function TableScene({ seats, free, children }: Props) {
  const taken = new Set(order.slice(0, takenChairs(seats, free)));
  const row = (from: number) => Array.from({ length: CHAIRS / 2 }, (_, index) => from + index);
  return (
    <div className="-mx-8 pb-6">
      <Chairs places={row(0)} taken={taken} className="-mb-5" />
      <div className="wood relative z-1 px-14 py-10 sm:px-18 sm:py-14">{children}</div>
      <Chairs places={row(CHAIRS / 2)} taken={taken} className="-mt-5" isNear />
    </div>
  );
}

const shirts = ['fill-leaf-300', 'fill-sky-300', 'fill-wood-200', 'fill-linen-300'] as const;
const hair = ['fill-ink-900', 'fill-wood-700', 'fill-wood-900'] as const;

function Chairs({
  places,
  taken,
  className,
  isNear = false,
}: {
  readonly places: readonly number[];
  readonly taken: ReadonlySet<number>;
  readonly className: string;
  readonly isNear?: boolean;
}) {
  return (
    <div aria-hidden className={classes('flex justify-around gap-6 overflow-hidden px-6', className)}>
      {places.map((place) => (
        <svg
          key={place}
          viewBox="0 0 80 80"
          className={classes('w-20 shrink-0 max-sm:w-16', isNear && '-scale-y-100')}
          aria-hidden
        >
          <rect x="10" y="14" width="60" height="60" rx="18" className="fill-ink-700" />
          <rect x="16" y="6" width="48" height="14" rx="7" className="fill-ink-900" />
          {taken.has(place) && (
            <g>
              <rect x="9" y="27" width="62" height="29" rx="14.5" className={shirts[place % shirts.length]} />
              <circle cx="40" cy="40" r="15" className={hair[place % hair.length]} />
            </g>
          )}
        </svg>
      ))}
    </div>
  );
}
