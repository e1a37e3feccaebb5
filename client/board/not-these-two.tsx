import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HostIntroduction, refusalReason } from '#contract/introductions';
import { refuseIntroduction } from '../api/apart-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import type { Guests } from './guests.ts';

interface Props {
  readonly introduction: HostIntroduction;
  readonly guests: Guests;
}

/** A host knows better: one of four reasons, each with what follows from it. */
export function NotTheseTwo({ introduction: { introductionId, pair }, guests }: Props) {
  const { t } = useTranslation('board');
  const [isAsked, setAsked] = useState(false);
  const { run, isBusy, refusal, forgive } = useAction(refuseIntroduction);
  const [first = '', second = ''] = pair.map((person) => guests.of(person)?.name ?? t('somebodyGone'));
  const close = () => {
    setAsked(false);
    forgive();
  };
  return (
    <>
      <Button tone="plain" onPress={() => setAsked(true)}>
        {t('refuse.open')}
      </Button>
      <Dialog title={t('refuse.title', { first, second })} isOpen={isAsked} onClose={close}>
        <p className="text-ink-700">{t('refuse.lead')}</p>
        <ul className="flex flex-col gap-2.5">
          {refusalReason.options.map((reason) => (
            <li key={reason}>
              <Button
                className="w-full flex-col items-start text-start"
                isDisabled={isBusy}
                onPress={() => void run({ as: 'host', params: { introductionId }, body: { reason } })}
              >
                <span>{t(`refuse.${reason}.label`)}</span>
                <span className="font-normal text-sm">{t(`refuse.${reason}.text`)}</span>
              </Button>
            </li>
          ))}
        </ul>
        <ErrorNote refusal={refusal} />
        <Button tone="plain" onPress={close}>
          {t('cancel')}
        </Button>
      </Dialog>
    </>
  );
}
