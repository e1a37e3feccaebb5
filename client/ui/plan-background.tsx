import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Space } from '#contract/spaces';
import { useLanguage } from '../i18n/format.ts';
import { nameplateOf } from './plan-geometry.ts';

type Feature = Space['floorPlan']['features'][number];

const SEAT = 0.9;
/** A letter of a zone's name, in metres; the letters of the east are as wide as they are high. */
const LETTER = { en: 0.2, nl: 0.2, ar: 0.19, ja: 0.38 } as const;

/** Walls, windows, tables and the names of the zones: what the seats stand in. Hidden from screen readers. */
export function PlanBackground({ space, isAtKiosk }: { readonly space: Space; readonly isAtKiosk: boolean }) {
  const language = useLanguage();
  const { width, height, features } = space.floorPlan;
  const nameplates = useMemo(() => {
    const seats = space.seats.map(({ x, y }) => ({
      x: x - SEAT / 2,
      y: y - SEAT / 2,
      width: SEAT,
      height: SEAT,
    }));
    const obstacles = [...seats, ...space.floorPlan.features];
    return space.zones.map((zone) => {
      const name = zone.labels[language] ?? zone.id;
      return { name, ...nameplateOf(zone, name.length * LETTER[language], obstacles) };
    });
  }, [space, language]);
  return (
    <g aria-hidden>
      <rect
        width={width}
        height={height}
        rx={0.3}
        strokeWidth={0.16}
        className="fill-linen-50 stroke-ink-700"
      />
      {space.zones.map((zone) => (
        <rect
          key={zone.id}
          x={zone.x}
          y={zone.y}
          width={zone.width}
          height={zone.height}
          rx={0.4}
          className="fill-linen-200/60"
        />
      ))}
      {features.map((feature) => (
        <PlanFeature key={Object.values(feature).join(' ')} feature={feature} isAtKiosk={isAtKiosk} />
      ))}
      {nameplates.map(({ name, x, y }) => (
        <text
          key={name}
          x={x}
          y={y + 0.13}
          textAnchor="middle"
          fontSize={0.38}
          className="fill-ink-700 font-semibold"
        >
          {name}
        </text>
      ))}
    </g>
  );
}

const faces = {
  wall: 'fill-ink-700',
  window: 'fill-sky-100 stroke-ink-700',
  door: 'fill-wood-100 stroke-wood-700',
  kitchen: 'fill-wood-100 stroke-wood-300',
  coffee: 'fill-wood-100 stroke-wood-300',
  plant: 'fill-leaf-300',
  table: 'fill-wood-300 stroke-wood-500',
  stairs: 'fill-linen-300 stroke-linen-500',
  kiosk: 'fill-ink-900',
} as const satisfies Record<Feature['kind'], string>;

const named: ReadonlySet<string> = new Set(['kitchen', 'coffee', 'stairs', 'kiosk']);

interface FeatureProps {
  readonly feature: Feature;
  /** Is whoever looks at the plan standing at the kiosk? */
  readonly isAtKiosk: boolean;
}

function PlanFeature({ feature: { kind, x, y, width, height }, isAtKiosk }: FeatureProps) {
  const { t } = useTranslation('common');
  const round =
    kind === 'plant' ? Math.min(width, height) / 2 : kind === 'wall' || kind === 'window' ? 0.05 : 0.16;
  const below = height < 0.7;
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx={round} strokeWidth={0.06} className={faces[kind]} />
      {named.has(kind) && (
        <text
          x={x + width / 2}
          y={below ? y + height + 0.4 : y + height / 2 + 0.11}
          textAnchor="middle"
          fontSize={0.34}
          className={kind === 'kiosk' && !below ? 'fill-white font-semibold' : 'fill-ink-800 font-semibold'}
        >
          {t(`plan.feature.${kind === 'kiosk' && !isAtKiosk ? 'checkIn' : kind}`)}
        </text>
      )}
    </g>
  );
}
