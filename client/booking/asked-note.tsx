import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '#contract/bookings';
import { useFormat } from '../i18n/format.ts';
import { AskedChange } from '../ui/asked-change.tsx';
import { awaitedOf } from '../ui/awaited.ts';
import type { Letting } from './find-step.tsx';

interface Props {
  readonly asked: NonNullable<Booking['asked']>;
  readonly letting: Letting;
}

/** A change that waits for a yes: what is asked for, and that the booking stands until it is answered. */
export function AskedNote({ asked, letting }: Props) {
  const { t } = useTranslation('booking');
  const { place } = letting;
  const { weekdayTime, money, number } = useFormat(place.timeZone);
  return (
    <div role="status" className="flex items-start gap-4 rounded-xl bg-wood-100 p-5">
      <Hourglass aria-hidden className="mt-1 size-8 shrink-0" />
      <div className="flex flex-col gap-2">
        <h2 className="text-xl">{t('manage.asked.title')}</h2>
        <p>{t(`manage.asked.awaits.${awaitedOf(asked.awaits)}`, { until: weekdayTime(asked.until) })}</p>
        <div>
          <p className="font-semibold">{t('manage.asked.wanted')}</p>
          <AskedChange
            asked={asked}
            spaceId={place.spaceId}
            people={t('summary.people', { count: asked.people, number: number(asked.people) })}
          />
          <p className="tabular-nums">{money(asked.gross, place.currency)}</p>
        </div>
      </div>
    </div>
  );
}
