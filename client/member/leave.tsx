import { DoorOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckInId } from '#contract/checkins';
import { leave } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

/** “I'm leaving”, asked once more, because it ends every open question. */
export function Leave({ checkInId }: { readonly checkInId: CheckInId }) {
  const { t } = useTranslation('member');
  const [isAsked, setAsked] = useState(false);
  const { run, isBusy, refusal, forgive } = useAction(leave);
  const close = () => {
    setAsked(false);
    forgive();
  };
  const go = async () => {
    const reply = await run({ as: 'member', params: { checkInId } });
    if (!(reply instanceof Refusal)) close();
  };
  return (
    <>
      <Button tone="quiet" size="touch" className="min-h-13" onPress={() => setAsked(true)}>
        <DoorOpen aria-hidden className="size-5 rtl:-scale-x-100" />
        {t('leave.open')}
      </Button>
      <Dialog role="alertdialog" title={t('leave.title')} isOpen={isAsked} onClose={close}>
        <p>{t('leave.text')}</p>
        <ErrorNote refusal={refusal} />
        <div className="flex flex-wrap gap-3">
          <Button tone="act" className="grow" isDisabled={isBusy} onPress={() => void go()}>
            {t('leave.go')}
          </Button>
          <Button tone="quiet" className="grow" onPress={close}>
            {t('leave.stay')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
