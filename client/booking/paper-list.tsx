import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BookingPaper } from '#contract/invoices';
import { useFormat } from '../i18n/format.ts';

/** Invoices and credit notes: number, state and sum of each, or what of it is the booking's, and the way to its own page where there is one. */
export function PaperList({ papers }: { readonly papers: readonly BookingPaper[] }) {
  return (
    <ul className="flex flex-col divide-y divide-linen-300">
      {papers.map((paper) => (
        <PaperRow key={paper.number} paper={paper} />
      ))}
    </ul>
  );
}

function PaperRow({ paper }: { readonly paper: BookingPaper }) {
  const { t } = useTranslation('booking');
  const { money, date, month } = useFormat();
  const { number, kind, currency, standing, due, path, collective } = paper;
  // A credit note stands for itself: it is neither paid nor late.
  const state = standing && t(`paper.state.${standing.state}`, { due: date(due) });
  const name = (
    <>
      {t(`paper.${kind}`)} <bdi className="whitespace-nowrap tabular-nums">{number}</bdi>
    </>
  );
  return (
    <li
      data-testid="paper"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
    >
      <span className="flex items-center gap-4">
        <FileText aria-hidden className="size-6 shrink-0 text-wood-700" />
        <span className="flex flex-col">
          {path === undefined ? (
            <span className="py-2 font-semibold">{name}</span>
          ) : (
            <a
              href={path}
              className="flex min-h-11 flex-wrap items-center gap-x-1.5 font-semibold underline decoration-2 underline-offset-4"
            >
              {name}
            </a>
          )}
          {collective?.month && (
            <span className="text-ink-700 text-sm">
              {t('paper.ofMonth', { month: month(collective.month) })}
            </span>
          )}
          {state && <span className="text-ink-700 text-sm">{state}</span>}
        </span>
      </span>
      <bdi className="ms-auto font-semibold tabular-nums">
        {money(collective?.gross ?? paper.gross, currency)}
      </bdi>
    </li>
  );
}
