import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';

/** Who sits along the far and the near side, by the colour of their jumper; the rest of the chairs are free. */
const far = ['fill-tomato-600', '', 'fill-leaf-300', '', '', 'fill-sky-100', 'fill-wood-200', ''] as const;
const near = ['', 'fill-leaf-700', '', 'fill-wood-200', '', '', 'fill-tomato-600', 'fill-leaf-300'] as const;

/** The long table, from wall to wall, and what lies on it. */
export function LongTable({ children }: { readonly children: ReactNode }) {
  return (
    <div className="pb-4">
      <Chairs jumpers={far} className="-mb-1.5" />
      <div className="wood relative py-9 sm:py-12">{children}</div>
      <Chairs jumpers={near} className="-mt-1.5 -scale-y-100" />
    </div>
  );
}

function Chairs({ jumpers, className }: { readonly jumpers: readonly string[]; readonly className: string }) {
  return (
    <div aria-hidden className={classes('flex justify-around gap-4 overflow-hidden px-4', className)}>
      {jumpers.map((jumper, place) => (
        <svg
          // biome-ignore lint/suspicious/noArrayIndexKey: a chair is its place
          key={place}
          viewBox="0 0 80 64"
          className={classes('w-20 shrink-0', place > 3 && 'max-sm:hidden', place > 5 && 'max-lg:hidden')}
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
