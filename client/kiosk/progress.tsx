import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classes } from '../ui/classes.ts';
import { progressOf, type Visit, ways } from './steps.ts';

/** How far one is: plates along a table, the finished ones with a check. */
export function Progress({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('kiosk');
  const progress = progressOf(visit);
  if (!progress) return null;
  return (
    <ol
      aria-label={t('progress.label')}
      className="flex w-fit gap-2.5 rounded-full bg-wood-300 p-1.5 shadow-low"
    >
      {ways[visit.way].map((step, index) => {
        const isDone = index + 1 < progress.at;
        const isNow = index + 1 === progress.at;
        return (
          <li
            key={step}
            aria-current={isNow ? 'step' : undefined}
            className={classes(
              'grid h-8 min-w-8 place-items-center rounded-full px-2 font-semibold text-sm',
              isNow ? 'bg-white text-ink-900' : 'bg-wood-100 text-wood-700',
            )}
          >
            {isNow && <span>{t(`progress.${step}`)}</span>}
            {isDone && <Check aria-hidden className="size-4" strokeWidth={3} />}
            {!isNow && (
              <span className="sr-only">
                {t(`progress.${step}`)} {isDone && t('done')}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
