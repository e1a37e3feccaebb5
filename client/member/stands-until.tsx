import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '#values/clock';
import { useFormat } from '../i18n/format.ts';
import { useNow } from '../ui/use-now.ts';

/** How long a question stands. A phone in the room shows the room's time. */
export function StandsUntil({ instant }: { readonly instant: string }) {
  const { t } = useTranslation('member');
  const { time, number } = useFormat();
  const now = useNow(MINUTE / 4);
  const minutes = Math.max(0, Math.ceil((new Date(instant).getTime() - now) / MINUTE));
  return (
    <p className="flex items-center gap-2 text-ink-700 text-sm">
      <Clock aria-hidden className="size-5 shrink-0" />
      {t('standsUntil', { time: time(instant), count: minutes, number: number(minutes) })}
    </p>
  );
}
