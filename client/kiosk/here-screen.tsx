import { DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { personId } from '#contract/people';
import { checkOut } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { SitTogether } from '../ui/sit-together.tsx';
import { Frame } from './frame.tsx';
import { PlaceCard } from './place-card.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Somebody who is checked in has shown their pass: most likely they are leaving. */
export function HereScreen(props: ScreenProps) {
  const { visit, view, on } = props;
  const { t } = useTranslation('kiosk');
  const { run, isBusy, refusal } = useAction(checkOut);
  const seat = view.space.seats.find(({ id }) => id === visit.sitsAt)?.label ?? '';
  const { data: known } = personId.safeParse(visit.personId);
  const leave = async () => {
    if (!visit.personId) return;
    const reply = await run({ as: 'kiosk', body: { personId: visit.personId } });
    if (!(reply instanceof Refusal)) on({ type: 'checked-out' });
  };
  return (
    <Frame
      {...props}
      title={t('here.title', { name: visit.answers.name })}
      lead={t('here.lead', { seat })}
      action={
        <Button size="kiosk" tone="plain" onPress={() => on({ type: 'over' })}>
          {t('here.stay')}
        </Button>
      }
    >
      {/* On a screen that lies the card stands beside what can be done: below it, the last of that would be out of sight. */}
      <div className="grid grow place-content-center place-items-center gap-5 sm:gap-8 landscape:lg:grid-cols-2 landscape:lg:gap-16">
        <PlaceCard label={seat} />
        <div className="flex max-w-md flex-col items-center gap-5 sm:gap-8">
          <ErrorNote refusal={refusal} className="empty:hidden" />
          <Button size="kiosk" tone="act" isDisabled={isBusy} className="px-12!" onPress={() => void leave()}>
            <DoorOpen aria-hidden className="size-7" />
            {t('here.leave')}
          </Button>
          {known && (
            <div className="flex flex-col items-center gap-3 text-center">
              <p className="text-ink-700">{t('here.together')}</p>
              <SitTogether size="kiosk" present={{ personId: known, spaceId: view.space.id, as: 'kiosk' }} />
            </div>
          )}
        </div>
      </div>
    </Frame>
  );
}
