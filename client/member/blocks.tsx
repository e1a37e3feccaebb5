import { useTranslation } from 'react-i18next';
import type { MemberView } from '#contract/boards';
import { wallTime } from '#values/local-time';
import { useFormat } from '../i18n/format.ts';
import { Undo } from './not-again.tsx';

/** Where the phone is: a block belongs to no space. */
const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whom I do not want to meet again, the latest first; nothing where there is nobody. */
export function Blocks({ blocks }: Pick<MemberView, 'blocks'>) {
  const { t } = useTranslation('member');
  const { date } = useFormat();
  const latest = Object.values(blocks).sort((a, b) => b.since.localeCompare(a.since));
  if (latest.length === 0) return null;
  return (
    <section className="flex flex-col gap-2 rounded-xl bg-linen-50 p-5 shadow-low">
      <h2 className="font-bold text-lg">{t('again.title')}</h2>
      <p className="text-ink-700 text-sm">{t('again.lead')}</p>
      <ul className="flex flex-col divide-y divide-linen-300">
        {latest.map(({ introductionId, name, since }) => {
          const day = date(wallTime(new Date(since), here()).date);
          const who = name ?? t('again.somebody', { date: day });
          return (
            <li key={introductionId} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <p className="flex min-w-0 flex-col">
                <bdi className="break-words font-semibold">{who}</bdi>
                {name !== undefined && (
                  <span className="text-ink-700 text-sm">{t('again.since', { date: day })}</span>
                )}
              </p>
              <Undo introductionId={introductionId} name={who} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
