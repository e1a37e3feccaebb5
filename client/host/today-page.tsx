import { ArrowUpRight, CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listInvoices, listUnmatched, readSeller } from '../api/host-endpoints.ts';
import { useFormat } from '../i18n/format.ts';
import { FundGauge } from '../ui/fund-gauge.tsx';
import { useHosting } from './hosting.ts';
import { Page } from './page.tsx';
import { openOf } from './papers/standings.ts';
import { useRead } from './reads.ts';
import { Today } from './today.tsx';

/** The first page: today in numbers, what waits for a host, and the way to the board. */
export function TodayPage() {
  const { t } = useTranslation('host');
  const { view } = useHosting();
  return (
    <Page title={t('nav.today')}>
      <Waiting />
      <Today view={view} />
      <FundGauge gauge={view.gauge} />
      <a
        href="/board"
        className="flex min-h-16 items-center justify-between gap-4 rounded-xl bg-ink-900 px-6 font-semibold text-lg text-linen-50 shadow-low transition hover:bg-ink-800"
      >
        {t('toBoard')}
        <ArrowUpRight aria-hidden className="size-6 shrink-0 rtl:-scale-x-100" />
      </a>
    </Page>
  );
}

/** What stands still until a host has looked at it; most of all that no invoice can be written. */
function Waiting() {
  const { t } = useTranslation('host');
  const { number, money } = useFormat();
  const { space } = useHosting().view;
  const seller = useRead(readSeller);
  const unmatched = useRead(listUnmatched).data?.payments ?? [];
  const overdue =
    useRead(listInvoices).data?.invoices.filter(({ standing }) => standing?.state === 'overdue') ?? [];
  const waits = [
    seller.refusal?.code === 'seller_unknown' && { to: '/host/seller', text: t('waiting.seller') },
    unmatched.length > 0 && {
      to: '/host/bank',
      text: t('waiting.unmatched', { count: unmatched.length, number: number(unmatched.length) }),
    },
    overdue.length > 0 && {
      to: '/host/invoices?show=overdue',
      text: t('waiting.overdue', {
        count: overdue.length,
        number: number(overdue.length),
        amount: money(openOf(overdue), space.currency),
      }),
    },
  ].filter((wait) => wait !== false);
  if (waits.length === 0) return null;
  return (
    <ul aria-label={t('waiting.title')} className="flex flex-col gap-2">
      {waits.map(({ to, text }) => (
        <li key={to}>
          <Link
            to={to}
            className="flex min-h-12 items-center gap-3 rounded-lg border-tomato-600 border-s-4 bg-tomato-100 px-4 py-3 font-semibold underline-offset-4 hover:underline"
          >
            <CircleAlert aria-hidden className="size-5 shrink-0 text-tomato-700" />
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}
