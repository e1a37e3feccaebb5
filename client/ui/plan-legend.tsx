import { useTranslation } from 'react-i18next';
import { SeatFace, type SeatState } from './plan-seat.tsx';

/** The signs of a plan with their words. */
export function PlanLegend({ states }: { readonly states: readonly SeatState[] }) {
  const { t } = useTranslation('common');
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-2">
          <svg viewBox="-0.65 -0.65 1.3 1.3" className="size-7" aria-hidden>
            <SeatFace state={state} label="" />
          </svg>
          {t(`plan.legend.${state}`)}
        </li>
      ))}
    </ul>
  );
}
