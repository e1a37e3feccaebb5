import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassShown } from '#contract/people';
import { call } from '../api/call.ts';
import { presenceOf, recognise } from '../api/endpoints.ts';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Frame } from './frame.tsx';
import { canScan, PassCamera } from './pass-camera.tsx';
import { PassPad } from './pass-pad.tsx';
import type { ScreenProps } from './screen-props.ts';

/** A pass or a first visit. Nobody is looked up by name here. */
export function DoorScreen(props: ScreenProps) {
  const { t } = useTranslation('kiosk');
  const [canSee, setCanSee] = useState(canScan);
  const { show, isBusy, refusal } = useRecognition(props.on);
  return (
    <Frame {...props} isWide title={t('door.title')} lead={canSee ? t('door.lead') : t('door.leadTyped')}>
      <div className="grid grow content-start items-start gap-6 lg:grid-cols-[1fr_19rem]">
        <section className="flex flex-col gap-5 rounded-xl bg-linen-50 p-4 shadow-low sm:p-6">
          <ErrorNote refusal={refusal} className="empty:hidden" />
          <div className="grid items-start gap-6 sm:grid-cols-[auto_1fr] sm:has-[>:only-child]:grid-cols-1">
            {canSee && <PassCamera onSeen={(qr) => show({ qr })} onBlind={() => setCanSee(false)} />}
            <PassPad isBusy={isBusy} wasRefused={refusal !== undefined} onTyped={show} />
          </div>
        </section>
        <section className="flex flex-col items-start gap-4 rounded-xl bg-wood-100 p-6">
          <h2 className="text-xl">{t('door.firstTitle')}</h2>
          <p className="text-ink-800">{t('door.firstText')}</p>
          <Button
            tone="strong"
            size="kiosk"
            className="w-full"
            onPress={() => props.on({ type: 'new', personId: newId(), checkInId: newId() })}
          >
            <UserPlus aria-hidden className="size-6 shrink-0" />
            {t('door.first')}
          </Button>
        </section>
      </div>
    </Frame>
  );
}

/** Who holds the pass, and whether they are here already. */
function useRecognition(on: ScreenProps['on']) {
  const { run, isBusy, refusal } = useAction(recognise);
  const [unanswered, setUnanswered] = useState<Refusal>();
  const show = async (pass: PassShown) => {
    if (isBusy) return;
    setUnanswered(undefined);
    const who = await run({ as: 'kiosk', body: pass });
    if (who instanceof Refusal) return;
    try {
      const { checkIn } = await call(presenceOf, { as: 'kiosk', params: { personId: who.personId } });
      on({ type: 'recognised', who, checkIn, checkInId: newId() });
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      setUnanswered(fault);
    }
  };
  return { show: (pass: PassShown) => void show(pass), isBusy, refusal: refusal ?? unanswered };
}
