import { Leaf, Sprout, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Gauge } from '#contract/seat-fund';
import { useFormat } from '../i18n/format.ts';
import { classes } from './classes.ts';

const looks = {
  green: { Sign: Leaf, face: 'bg-leaf-100' },
  amber: { Sign: Sprout, face: 'bg-wood-100' },
  red: { Sign: TriangleAlert, face: 'bg-tomato-100' },
} as const;

/** For how many days free seats are paid for, and the sum behind it; by sign and word, not by colour alone. */
export function FundGauge({ gauge, className }: { readonly gauge: Gauge; readonly className?: string }) {
  const { t } = useTranslation('common');
  const { money, number } = useFormat();
  const { days, balance, dailyDraw, openDays, currency, colour } = gauge;
  const { Sign, face } = looks[colour];
  return (
    <section
      aria-label={t('fund.gauge')}
      className={classes('flex items-center gap-3 rounded-lg px-4 py-2', face, className)}
    >
      <Sign aria-hidden className="size-7 shrink-0" />
      <div className="flex flex-col">
        <p className="font-semibold">
          {days === undefined
            ? t('fund.untouched', { balance: money(balance, currency) })
            : t('fund.days', { count: days, number: number(days) })}
        </p>
        {days !== undefined && (
          <p className="text-sm tabular-nums">
            {t('fund.sum', {
              balance: money(balance, currency),
              draw: money(dailyDraw, currency),
              count: openDays,
              number: number(openDays),
            })}
          </p>
        )}
      </div>
    </section>
  );
}
