import type { KeyboardEvent } from 'react';
import type { Seat } from '#contract/spaces';
import { classes } from './classes.ts';

/** What a seat is to whoever looks at the plan. */
export type SeatState = 'free' | 'taken' | 'proposed' | 'mine';

interface Props {
  readonly seat: Seat;
  readonly state: SeatState;
  readonly isProposed: boolean;
  readonly name: string;
  /** Half the side of the square that can be touched, in metres. */
  readonly reach: number;
  readonly caption?: string | undefined;
  readonly isEntry: boolean;
  readonly onChoose?: () => void;
  readonly onMove?: (key: string) => void;
}

/** One seat of a plan. */
export function PlanSeat({
  seat,
  state,
  isProposed,
  name,
  reach,
  caption,
  isEntry,
  onChoose,
  onMove,
}: Props) {
  const isTaken = state === 'taken';
  const press = (event: KeyboardEvent) => {
    if (event.key === ' ' || event.key === 'Enter') onChoose?.();
    else if (event.key.startsWith('Arrow')) onMove?.(event.key);
    else return;
    event.preventDefault();
  };
  const role = onChoose
    ? {
        role: 'radio',
        'aria-checked': state === 'mine',
        'aria-disabled': isTaken || undefined,
        tabIndex: isEntry ? 0 : -1,
        onClick: isTaken ? undefined : onChoose,
        onKeyDown: press,
      }
    : { role: 'listitem' };
  return (
    <g
      {...role}
      aria-label={name}
      data-seat={seat.id}
      data-state={state}
      transform={`translate(${seat.x} ${seat.y})`}
      className={classes('group outline-none', onChoose && !isTaken && 'cursor-pointer')}
    >
      <rect x={-reach} y={-reach} width={2 * reach} height={2 * reach} fill="transparent" />
      <rect
        x={-0.62}
        y={-0.62}
        width={1.24}
        height={1.24}
        rx={0.3}
        fill="none"
        strokeWidth={0.09}
        className="stroke-ink-900 opacity-0 group-focus-visible:opacity-100"
      />
      {isProposed && state === 'mine' && <path d={star} transform="scale(1.42)" className="fill-wood-300" />}
      <SeatFace state={state} label={seat.label} />
      {caption && (
        <text y={0.78} textAnchor="middle" fontSize={0.32} className="fill-ink-900 font-semibold">
          {caption}
        </text>
      )}
    </g>
  );
}

/** The shape and the colour of each state; the label stays, except under the check of one's own choice. */
export function SeatFace({ state, label }: { readonly state: SeatState; readonly label: string }) {
  const text = { y: 0.135, textAnchor: 'middle', fontSize: 0.38, fontWeight: 700 } as const;
  switch (state) {
    case 'taken':
      return (
        <g>
          <circle r={0.4} className="fill-linen-300" />
          <circle cy={-0.1} r={0.12} className="fill-ink-600" />
          <path d="M-0.23 0.24a0.23 0.2 0 0 1 0.46 0z" className="fill-ink-600" />
        </g>
      );
    case 'proposed':
      return (
        <g>
          <circle r={0.6} className="origin-center animate-breathe fill-wood-300 opacity-60" />
          <path
            d={star}
            strokeWidth={0.07}
            strokeLinejoin="round"
            className="fill-wood-200 stroke-wood-700"
          />
          <text {...text} fontSize={0.36} className="fill-ink-900">
            {label}
          </text>
        </g>
      );
    case 'mine':
      return (
        <g>
          <rect x={-0.48} y={-0.48} width={0.96} height={0.96} rx={0.26} className="fill-tomato-600" />
          <text {...text} y={-0.04} className="fill-white">
            {label}
          </text>
          <path
            d="M-0.15 0.21l0.1 0.1 0.2-0.2"
            fill="none"
            strokeWidth={0.09}
            strokeLinecap="round"
            strokeLinejoin="round"
            className="stroke-white"
          />
        </g>
      );
    case 'free':
      return (
        <g>
          <rect
            x={-0.45}
            y={-0.45}
            width={0.9}
            height={0.9}
            rx={0.24}
            strokeWidth={0.06}
            className="fill-white stroke-leaf-700 transition-colors group-hover:fill-leaf-100"
          />
          <text {...text} className="fill-ink-900">
            {label}
          </text>
        </g>
      );
  }
}

/** An eight-pointed star, the sign of a proposal. */
const star = `${Array.from({ length: 16 }, (_, point) => {
  const radius = point % 2 === 0 ? 0.54 : 0.43;
  const angle = (point * Math.PI) / 8;
  return `${point === 0 ? 'M' : 'L'}${(radius * Math.sin(angle)).toFixed(3)} ${(-radius * Math.cos(angle)).toFixed(3)}`;
}).join('')}Z`;
