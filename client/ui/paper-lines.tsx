import { useTranslation } from 'react-i18next';
import type { Invoice, InvoiceLine } from '#contract/invoices';
import type { Currency } from '#values/money';
import { useFormat } from '../i18n/format.ts';

/** What it is for, line by line, the VAT of each rate, and what it comes to. */
export function PaperLines({ invoice }: { readonly invoice: Invoice }) {
  const { t } = useTranslation('papers');
  const { money, percentage } = useFormat();
  const { lines, vat, net, gross, currency, reverseCharge } = invoice;
  return (
    <section aria-label={t('lines')} className="flex flex-col gap-4 rounded-xl bg-linen-50 p-5 shadow-low">
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-3">
        {lines.map((line) => (
          <PaperLine key={JSON.stringify(line)} line={line} currency={currency} />
        ))}
        <dt className="border-linen-300 border-t pt-3">{t('net')}</dt>
        <dd className="border-linen-300 border-t pt-3 text-end tabular-nums">{money(net, currency)}</dd>
        {vat.map((group) => (
          <div key={group.rate} className="contents">
            <dt>{t('vatAt', { rate: percentage(group.rate), net: money(group.net, currency) })}</dt>
            <dd className="text-end tabular-nums">{money(group.vat, currency)}</dd>
          </div>
        ))}
        <dt className="border-ink-900 border-t-2 pt-3 font-bold text-lg">{t('total')}</dt>
        <dd
          data-testid="total"
          className="border-ink-900 border-t-2 pt-3 text-end font-bold text-lg tabular-nums"
        >
          {money(gross, currency)}
        </dd>
      </dl>
      {reverseCharge && <p className="text-sm">{t('reverse')}</p>}
    </section>
  );
}

function PaperLine({ line, currency }: { readonly line: InvoiceLine; readonly currency: Currency }) {
  const { t } = useTranslation('papers');
  const { money, number, percentage, date } = useFormat();
  const { code, values, quantity, unitNet, vatRate, net } = line;
  const told = { ...values, ...(typeof values.date === 'string' ? { date: date(values.date) } : {}) };
  // Each value keeps its own direction: a Latin name and a date beside it would else run into one another.
  const apart = Object.entries(told).map(([key, value]): [string, string] => [key, `\u2068${value}\u2069`]);
  const sum = {
    quantity: number(quantity),
    amount: money(unitNet, currency),
    rate: percentage(vatRate),
  };
  return (
    <>
      <dt className="flex flex-col">
        {t(`line.${code}`, Object.fromEntries(apart))}
        <span className="text-ink-600 text-sm tabular-nums">{t('sum', sum)}</span>
      </dt>
      <dd className="text-end tabular-nums">{money(net, currency)}</dd>
    </>
  );
}
