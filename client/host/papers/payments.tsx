import { useTranslation } from 'react-i18next';
import type { InvoiceDetail } from '#contract/invoices';
import { wallTime } from '#values/local-time';
import { listPayments } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useHosting } from '../hosting.ts';
import { sideBySide } from '../lines.ts';
import { useRead } from '../reads.ts';

/** What came in for an invoice and what went back, and where both leave it. */
export function Payments({ detail: { invoice, standing } }: { readonly detail: InvoiceDetail }) {
  const { t } = useTranslation('host');
  const { timeZone } = useHosting().view.space;
  const { money, date } = useFormat();
  const { data, refusal } = useRead(listPayments, { params: { number: invoice.number } });
  const inMoney = (amount: number) => money(amount, invoice.currency);
  const sums = [
    ['paid', standing.paid],
    ['credited', standing.credited],
    ['open', standing.open],
    ['refundable', standing.refundable],
  ] as const;
  return (
    <>
      <ErrorNote refusal={refusal} />
      {data?.payments.length === 0 && <p className="text-ink-700">{t('payments.none')}</p>}
      <ul className="flex flex-col divide-y divide-linen-300">
        {data?.payments.map(({ paymentId, at, amount, provider, payer, remittance }) => (
          <li key={paymentId} className="grid grid-cols-[1fr_auto] gap-4 py-3">
            <span>
              <span className="font-semibold">{t(`payments.${amount < 0 ? 'back' : 'in'}.${provider}`)}</span>
              <span className="block break-words text-ink-700 text-sm">
                {sideBySide([date(wallTime(new Date(at), timeZone).date), payer, remittance])}
              </span>
            </span>
            <span className="text-end font-semibold tabular-nums">{inMoney(amount)}</span>
          </li>
        ))}
      </ul>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 border-ink-900 border-t-2 pt-3">
        {sums.map(([name, amount]) => (
          <div key={name} className="contents">
            <dt>{t(`payments.sum.${name}`)}</dt>
            <dd data-testid={name} className="text-end font-semibold tabular-nums">
              {inMoney(amount)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
