import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat, SeatId, Space } from '#contract/spaces';
import { useLanguage } from '../i18n/format.ts';
import { classes } from './classes.ts';
import { PlanBackground } from './plan-background.tsx';
import { type Heading, headings, reachOf, seatTowards } from './plan-geometry.ts';
import { PlanSeat, type SeatState } from './plan-seat.tsx';

interface Props {
  readonly space: Space;
  readonly taken: Readonly<Record<string, unknown>>;
  readonly proposed?: SeatId | undefined;
  readonly chosen?: SeatId | undefined;
  /** Without it the plan is only looked at. */
  readonly onChoose?: (seat: SeatId) => void;
  /** Words under a seat, for those who may know who sits there. */
  readonly caption?: (seat: Seat) => string | undefined;
  readonly className?: string;
  /** Drawn over the seats, in metres; for the eye only. */
  readonly children?: ReactNode;
}

/** The least scale, so that a finger finds its seat; a plan that is wider then scrolls. Upright screens have the room. */
const scale = '[--metre:2.2rem] portrait:[--metre:3.1rem]';
const MARGIN = 0.4;

/**
 * A space from above, in its own metres and never mirrored, whatever the writing direction. Seats are a radio group:
 * a tap or the arrow keys choose among those that are free.
 */
export function FloorPlan({ space, taken, proposed, chosen, onChoose, caption, className, children }: Props) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const group = useRef<SVGGElement>(null);
  const free = useMemo(() => space.seats.filter((seat) => !(seat.id in taken)), [space, taken]);
  const reaches = useMemo(
    () => new Map(space.seats.map((seat) => [seat, reachOf(seat, space.seats)])),
    [space],
  );
  const { width, height } = space.floorPlan;

  const stateOf = (seat: Seat): SeatState => {
    if (seat.id === chosen) return 'mine';
    if (seat.id in taken) return 'taken';
    return seat.id === proposed ? 'proposed' : 'free';
  };
  const nameOf = (seat: Seat) => {
    const zone = space.zones.find(({ id }) => id === seat.zone);
    const state = stateOf(seat);
    return t('plan.seat', {
      label: seat.label,
      zone: zone?.labels[language] ?? seat.zone,
      state: t(`plan.${state}`),
    });
  };
  const entry = free.find(({ id }) => id === chosen) ?? free.find(({ id }) => id === proposed) ?? free[0];
  const move = (from: Seat, heading: Heading) => {
    const next = seatTowards(free, from, heading);
    if (!next || !onChoose) return;
    onChoose(next.id);
    group.current?.querySelector<SVGGElement>(`[data-seat="${next.id}"]`)?.focus();
  };

  useEffect(() => {
    const seat = proposed && group.current?.querySelector(`[data-seat="${proposed}"]`);
    seat?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [proposed]);

  return (
    <section
      dir="ltr"
      aria-label={t('plan.label')}
      className={classes('grid overflow-auto rounded-lg', scale, className)}
    >
      <svg
        viewBox={`${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}
        style={onChoose && { minWidth: `calc(${width} * var(--metre))` }}
        className="h-full max-h-full w-full select-none"
        role="presentation"
      >
        <PlanBackground space={space} isAtKiosk={onChoose !== undefined} />
        <g
          ref={group}
          {...(onChoose ? { role: 'radiogroup', 'aria-label': t('plan.choose') } : { role: 'list' })}
        >
          {space.seats.map((seat) => (
            <PlanSeat
              key={seat.id}
              seat={seat}
              state={stateOf(seat)}
              isProposed={seat.id === proposed}
              name={nameOf(seat)}
              reach={reaches.get(seat) ?? 0}
              caption={caption?.(seat)}
              isEntry={seat === entry}
              {...(onChoose && {
                onChoose: () => onChoose(seat.id),
                onMove: (key: string) => headings[key] && move(seat, headings[key]),
              })}
            />
          ))}
        </g>
        <g aria-hidden>{children}</g>
      </svg>
    </section>
  );
}
