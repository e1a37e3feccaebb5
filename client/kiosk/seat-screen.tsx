import { Armchair } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FloorPlan } from '../ui/floor-plan.tsx';
import { PlanLegend } from '../ui/plan-legend.tsx';
import { Frame } from './frame.tsx';
import { FullNote } from './full-note.tsx';
import type { ScreenProps } from './screen-props.ts';
import { useSeating } from './use-seating.ts';

/** The plan with a proposal; any free seat will do. */
export function SeatScreen(props: ScreenProps) {
  const { view } = props;
  const { t } = useTranslation('kiosk');
  const { chosen, choose, proposed, isNear, isLooking, isBusy, refusal, take } = useSeating(props);
  const labelOf = (id: string | undefined) => view.space.seats.find((seat) => seat.id === id)?.label ?? '';
  const lead = () => {
    if (view.free === 0) return t('seat.full');
    if (isLooking) return t('seat.looking');
    if (!proposed) return t('seat.pick');
    return t(isNear ? 'seat.near' : 'seat.proposal', { seat: labelOf(proposed) });
  };
  return (
    <Frame
      {...props}
      isWide
      isBeside
      title={t('seat.title')}
      lead={lead()}
      note={
        <div className="flex flex-col gap-4 pt-2">
          <ErrorNote refusal={refusal} className="empty:hidden">
            {refusal?.code === 'seat_taken' && chosen && (
              <p>{t('seat.takenNext', { seat: labelOf(chosen) })}</p>
            )}
            {refusal?.code === 'no_free_seat' && (
              <FullNote view={view} isReserve={refusal.details.limit === 'reserve'} />
            )}
          </ErrorNote>
          <PlanLegend states={['free', 'taken', 'proposed', 'mine']} />
        </div>
      }
      action={
        <Button
          tone="act"
          size="kiosk"
          className="grow sm:grow-0 sm:px-12!"
          isDisabled={!chosen || isBusy}
          onPress={() => void take()}
        >
          <Armchair aria-hidden className="size-7" />
          {chosen ? t('seat.take', { seat: labelOf(chosen) }) : t('seat.takeNone')}
        </Button>
      }
    >
      <FloorPlan
        className="bg-white p-1 shadow-low landscape:lg:h-full"
        space={view.space}
        taken={view.taken}
        proposed={proposed}
        chosen={chosen}
        onChoose={choose}
      />
    </Frame>
  );
}
