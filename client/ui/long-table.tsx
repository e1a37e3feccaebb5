import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface Chair {
  readonly place: number;
  /** The colour of the jumper of whoever sits there; a chair without one is free. */
  readonly jumper?: string;
}

const far: readonly Chair[] = [
  { place: 1, jumper: 'fill-tomato-600' },
  { place: 2 },
  { place: 3, jumper: 'fill-leaf-300' },
  { place: 4 },
  { place: 5 },
  { place: 6, jumper: 'fill-sky-100' },
  { place: 7, jumper: 'fill-wood-200' },
  { place: 8 },
];
const near: readonly Chair[] = [
  { place: 1 },
  { place: 2, jumper: 'fill-leaf-700' },
  { place: 3 },
  { place: 4, jumper: 'fill-wood-200' },
  { place: 5 },
  { place: 6 },
  { place: 7, jumper: 'fill-tomato-600' },
  { place: 8, jumper: 'fill-leaf-300' },
];

/** The long table, from wall to wall, and what lies on it. */
export function LongTable({ children }: { readonly children: ReactNode }) {
  return (
    <div className="pb-4">
      <Chairs chairs={far} className="-mb-1.5" />
      <div className="wood relative py-9 sm:py-12">{children}</div>
      <Chairs chairs={near} className="-mt-1.5 -scale-y-100" />
    </div>
  );
}

function Chairs({ chairs, className }: { readonly chairs: readonly Chair[]; readonly className: string }) {
  return (
    <div aria-hidden className={classes('flex justify-around gap-4 overflow-hidden px-4', className)}>
      {chairs.map(({ place, jumper }) => (
        <svg
          key={place}
          viewBox="0 0 80 64"
          className={classes('w-20 shrink-0', place > 4 && 'max-sm:hidden', place > 6 && 'max-lg:hidden')}
          aria-hidden
        >
          <rect x="6" y="10" width="68" height="60" rx="20" className="fill-ink-700" />
          <rect x="14" y="4" width="52" height="13" rx="6.5" className="fill-ink-900" />
          {jumper && (
            <g>
              <ellipse cx="40" cy="44" rx="27" ry="16" className={jumper} />
              <circle cx="40" cy="40" r="12.5" className="fill-wood-700" />
            </g>
          )}
        </svg>
      ))}
    </div>
  );
}
