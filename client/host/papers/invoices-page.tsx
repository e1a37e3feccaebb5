import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listInvoices } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { Chip } from '../../ui/chip.tsx';
import { classes } from '../../ui/classes.ts';
import { useHosting } from '../hosting.ts';
import { Nothing, Page } from '../page.tsx';
import { useRead } from '../reads.ts';
import { FACES, type InvoiceRow, isShow, openOf, SHOWS, type Show } from './standings.ts';

const SHOWN: readonly Show[] = ['all', 'open', 'overdue', 'paid', 'refundable', 'credit-notes'];

/** The papers of the space, newest first, all or those that stand so; which ones is a part of the address. */
export function InvoicesPage() {
  const { t } = useTranslation('host');
  const { number, money } = useFormat();
  const { currency } = useHosting().view.space;
  const [search] = useSearchParams();
  const { data, refusal } = useRead(listInvoices);
  const asked = search.get('show');
  const show = isShow(asked) ? asked : 'all';
  const rows = data?.invoices.filter(SHOWS[show]) ?? [];
  return (
    <Page title={t('nav.invoices')} lead={t('invoices.lead')} refusal={refusal}>
      <ul aria-label={t('invoices.filter')} className="flex flex-wrap gap-2">
        {SHOWN.map((one) => (
          <li key={one}>
            <Link
              to={one === 'all' ? '/host/invoices' : `/host/invoices?show=${one}`}
              aria-current={one === show ? 'page' : undefined}
              className={classes(
                'flex min-h-11 items-center rounded-full px-4 font-semibold inset-ring-1 inset-ring-linen-500',
                one === show ? 'bg-ink-900 text-linen-50' : 'bg-linen-50 hover:bg-white',
              )}
            >
              {t(`invoices.show.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
      {data && rows.length === 0 && <Nothing>{t('invoices.none')}</Nothing>}
      {rows.length > 0 && (
        <p className="font-semibold tabular-nums">
          {t('invoices.sum', {
            count: rows.length,
            number: number(rows.length),
            amount: money(openOf(rows), currency),
          })}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <InvoiceItem key={row.number} row={row} />
        ))}
      </ul>
    </Page>
  );
}

function InvoiceItem({ row }: { readonly row: InvoiceRow }) {
  const { t } = useTranslation('host');
  const { money, date } = useFormat();
  const { number, kind, customer, due, gross, currency, standing } = row;
  return (
    <li>
      <Link
        to={`/host/invoices/${number}`}
        className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 rounded-lg bg-linen-50 p-4 shadow-low transition hover:bg-white lg:grid-cols-[12rem_1fr_8rem_9rem]"
      >
        <span className="font-semibold tabular-nums">
          <bdi>{number}</bdi>
        </span>
        <span className="max-lg:order-3 max-lg:col-span-2">
          <bdi className="font-semibold">{customer}</bdi>
          <span className="block text-ink-700 text-sm">
            {kind === 'invoice'
              ? t('invoices.dates', { date: date(row.date), due: date(due) })
              : date(row.date)}
          </span>
        </span>
        <span className="max-lg:order-4">
          <Chip className={standing ? FACES[standing.state] : 'bg-sky-100'}>
            {standing ? t(`invoices.state.${standing.state}`) : t('invoices.state.credit-note')}
          </Chip>
        </span>
        <span className="text-end tabular-nums max-lg:order-2">
          <span className="font-semibold">{money(gross, currency)}</span>
          {standing && standing.open > 0 && standing.open < gross && (
            <span className="block text-ink-700 text-sm">
              {t('invoices.open', { amount: money(standing.open, currency) })}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
