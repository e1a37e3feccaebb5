import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import type { ScreenProps } from './screen-props.ts';
import { useCountdown } from './use-countdown.ts';

const SHOWN_SECONDS = 8;

/** Goodbye. */
export function LeftScreen({ visit, on }: ScreenProps) {
  const { t } = useTranslation('kiosk');
  useCountdown(SHOWN_SECONDS, () => on({ type: 'over' }));
  return (
    <main className="daylight grid min-h-dvh animate-arrive place-content-center justify-items-center gap-6 p-6 text-center">
      <Logo className="size-28" />
      <h1 className="text-2xl">{t('left.title', { name: visit.answers.name })}</h1>
      <p className="text-ink-700 text-lg">{t('left.lead')}</p>
      <Button size="kiosk" tone="strong" onPress={() => on({ type: 'over' })}>
        {t('done')}
      </Button>
    </main>
  );
}
