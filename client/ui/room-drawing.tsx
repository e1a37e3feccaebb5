import { useMemo } from 'react';
import { furnitureOf, type Layout } from './room-geometry.ts';

interface Props {
  readonly layout: Layout;
  readonly seats: number;
  /** How many of the chairs are somebody's; those are drawn warm. */
  readonly people?: number;
  readonly className?: string;
}

/** A room from above, set up for so many: for the eye only, since words beside it say the same. */
export function RoomDrawing({ layout, seats, people = 0, className }: Props) {
  const { width, height, chairs, tables } = useMemo(() => furnitureOf(layout, seats), [layout, seats]);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      className={className}
      aria-hidden
    >
      <rect
        x={0.1}
        y={0.1}
        width={width - 0.2}
        height={height - 0.2}
        rx={0.5}
        strokeWidth={0.12}
        className="fill-linen-50 stroke-linen-300"
      />
      {tables.length === 0 && (
        <rect x={width / 2 - 1.5} y={0.35} width={3} height={0.25} rx={0.12} className="fill-sky-300" />
      )}
      {tables.map(({ x, y, width: wide, height: high }) => (
        <rect
          key={`${x} ${y}`}
          x={x}
          y={y}
          width={wide}
          height={high}
          rx={0.22}
          strokeWidth={0.08}
          className="fill-wood-200 stroke-wood-500"
        />
      ))}
      {chairs.map(({ x, y, turn }, index) => (
        <g key={`${x} ${y}`} transform={`translate(${x} ${y}) rotate(${turn})`}>
          <rect
            x={-0.38}
            y={-0.38}
            width={0.76}
            height={0.76}
            rx={0.22}
            className={index < people ? 'fill-tomato-600' : 'fill-ink-700'}
          />
          <rect x={-0.42} y={0.2} width={0.84} height={0.24} rx={0.12} className="fill-ink-900" />
        </g>
      ))}
    </svg>
  );
}
