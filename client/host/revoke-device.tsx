import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '#contract/devices';
import { revokeDevice } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { DEVICES } from './reads.ts';

/** Ends a device's credential, asked once more, because somebody may be standing at it. */
export function RevokeDevice({ device: { deviceId, name } }: { readonly device: Device }) {
  const { t } = useTranslation('host');
  const reads = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const { run, isBusy, refusal, forgive } = useAction(revokeDevice);
  const close = () => {
    setAsked(false);
    forgive();
  };
  const revoke = async () => {
    const reply = await run({ as: 'host', params: { deviceId } });
    if (reply instanceof Refusal) return;
    close();
    await reads.invalidateQueries({ queryKey: DEVICES });
  };
  return (
    <>
      <Button tone="quiet" aria-label={t('revoke.open', { name })} onPress={() => setAsked(true)}>
        {t('revoke.go')}
      </Button>
      <Dialog role="alertdialog" title={t('revoke.title', { name })} isOpen={isAsked} onClose={close}>
        <p>{t('revoke.text')}</p>
        <ErrorNote refusal={refusal} />
        <div className="flex flex-wrap gap-3">
          <Button tone="act" className="grow" isDisabled={isBusy} onPress={() => void revoke()}>
            {t('revoke.go')}
          </Button>
          <Button tone="quiet" className="grow" onPress={close}>
            {t('cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
