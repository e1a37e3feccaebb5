import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useCountdown } from './use-countdown.ts';

const IDLE_SECONDS = 60;
const WARN_SECONDS = 15;

/** Who walked away leaves nothing behind: after a minute without a touch the visit is over, with a warning first. */
export function IdleGuard({ onOver }: { readonly onOver: () => void }) {
  const { t } = useTranslation('kiosk');
  const left = useCountdown(IDLE_SECONDS, onOver);
  return (
    <Dialog role="alertdialog" title={t('idle.title')} isOpen={left <= WARN_SECONDS}>
      <p className="text-lg">{t('idle.text', { count: left })}</p>
      <div className="flex flex-wrap gap-3">
        {/* Any touch renews the time, so this button needs to do nothing more than be touched. */}
        <Button size="kiosk" tone="act" autoFocus>
          {t('idle.stay')}
        </Button>
        <Button size="kiosk" tone="plain" onPress={onOver}>
          {t('startOver')}
        </Button>
      </div>
    </Dialog>
  );
}
