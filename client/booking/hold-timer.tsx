import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SECOND } from '#values/clock';
import { useFormat } from '../i18n/format.ts';
import { useNow } from '../ui/use-now.ts';

const MINUTE = 60;

/** How long the room waits for whoever fills in the form. The eye sees it run; the ear is told once. */
export function HoldTimer({ until, timeZone }: { readonly until: string; readonly timeZone: string }) {
  const { t } = useTranslation('booking');
  const { time, number } = useFormat(timeZone);
  const left = Math.max(0, Math.floor((Date.parse(until) - useNow(SECOND)) / SECOND));
  const seconds = String(left % MINUTE).padStart(2, '0');
  return (
    <p role="status" className="flex items-center gap-3 rounded-lg bg-wood-100 p-4 font-semibold">
      <Hourglass aria-hidden className="size-6 shrink-0 text-wood-700" />
      {left > 0 ? t('hold.until', { time: time(until) }) : t('hold.over')}
      {left > 0 && (
        <span aria-hidden className="ms-auto tabular-nums">
          <bdi>
            {number(Math.floor(left / MINUTE))}:{seconds}
          </bdi>
        </span>
      )}
    </p>
  );
}
