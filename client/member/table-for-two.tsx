import { classes } from '../ui/classes.ts';

/** `asked`: one chair is empty; `said-yes`: it is kept free; `met`: somebody has sat down. */
type Stage = 'asked' | 'said-yes' | 'met';

const rays = Array.from({ length: 11 }, (_, index) => (index * 180) / 10);

/** Two places across a table, seen from above: one's own, and one that stays empty until both have said yes. */
export function TableForTwo({ stage }: { readonly stage: Stage }) {
  return (
    <svg
      viewBox="0 10 400 112"
      className="block w-full bg-wood-100"
      aria-hidden
      preserveAspectRatio="xMidYMid slice"
    >
      {stage === 'met' && (
        <g className="origin-[200px_72px] animate-dawn stroke-wood-300" strokeWidth="4" strokeLinecap="round">
          {rays.map((angle) => (
            <path key={angle} d="M-130 0H-178" transform={`translate(200 104) rotate(${angle})`} />
          ))}
        </g>
      )}
      <Chair x={118} taken shoulders="fill-tomato-600" />
      <g className={classes(stage === 'met' && 'animate-sit')}>
        <Chair
          x={282}
          taken={stage === 'met'}
          shoulders="fill-leaf-300"
          className={stage === 'said-yes' ? 'animate-breathe' : ''}
        />
      </g>
      <rect x="60" y="70" width="280" height="90" rx="18" className="fill-wood-300" />
      <path d="M60 96H340M60 122H340" strokeWidth="2" className="stroke-wood-500 opacity-50" />
      <circle cx="118" cy="106" r="19" className="fill-white" />
      <circle cx="118" cy="106" r="12" fill="none" strokeWidth="2" className="stroke-linen-300" />
      <circle cx="282" cy="106" r="19" className={stage === 'asked' ? 'fill-wood-100' : 'fill-white'} />
      {stage === 'asked' ? (
        <text x="282" y="115" textAnchor="middle" fontSize="26" fontWeight="700" className="fill-wood-700">
          ?
        </text>
      ) : (
        <circle cx="282" cy="106" r="12" fill="none" strokeWidth="2" className="stroke-linen-300" />
      )}
      {stage === 'met' && (
        <path
          d="M150 106C175 84 225 84 250 106"
          fill="none"
          strokeWidth="5"
          strokeLinecap="round"
          strokeDasharray="1 11"
          className="stroke-tomato-600"
        />
      )}
    </svg>
  );
}

function Chair({
  x,
  taken,
  shoulders,
  className,
}: {
  readonly x: number;
  readonly taken: boolean;
  readonly shoulders: string;
  readonly className?: string;
}) {
  return taken ? (
    <g className={className}>
      <rect x={x - 36} y="18" width="72" height="66" rx="24" className="fill-ink-700" />
      <rect x={x - 28} y="14" width="56" height="13" rx="6.5" className="fill-ink-900" />
      <ellipse cx={x} cy="76" rx="29" ry="24" className={shoulders} />
      <circle cx={x} cy="45" r="14" className="fill-wood-300" />
    </g>
  ) : (
    <rect
      x={x - 33}
      y="23"
      width="66"
      height="60"
      rx="19"
      fill="none"
      strokeWidth="3"
      strokeDasharray="7 7"
      className={classes('stroke-wood-700', className)}
    />
  );
}
