import { useTranslation } from 'react-i18next';
import type { BookingPolicy } from '#contract/rooms';
import { useFormat } from '../i18n/format.ts';

/** What giving a booking up costs, told before anybody pays. */
export function CancellationTable({ steps }: { readonly steps: BookingPolicy['cancellation'] }) {
  const { t } = useTranslation('booking');
  const { number, percentage } = useFormat();
  const earliest = [...steps].sort((a, b) => b.hoursBefore - a.hoursBefore);
  const [first] = earliest;
  return (
    <section aria-label={t('cancellation.title')} className="flex flex-col gap-2 px-1 text-sm">
      <h2 className="text-base">{t('cancellation.title')}</h2>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        <li>
          {first
            ? t('cancellation.free', { count: first.hoursBefore, number: number(first.hoursBefore) })
            : t('cancellation.always')}
        </li>
        {earliest.map(({ hoursBefore, keeps }) => (
          <li key={hoursBefore}>
            {t('cancellation.step', {
              count: hoursBefore,
              number: number(hoursBefore),
              share: percentage(keeps),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
