import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UnmatchedPayment } from '#contract/payments';
import { wallTime } from '#values/local-time';
import { matchPayment } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useHosting } from '../hosting.ts';
import type { InvoiceRow } from '../papers/standings.ts';
import { useAct } from '../reads.ts';
import { candidatesFor } from './candidates.ts';

interface Props {
  readonly payment: UnmatchedPayment;
  readonly invoices: readonly InvoiceRow[];
}

/** Money that waits: who sent it with which words, why nobody knows what for, and the invoice that a host says. */
export function UnmatchedItem({ payment, invoices }: Props) {
  const { t } = useTranslation('host');
  const { money, date } = useFormat();
  const { timeZone } = useHosting().view.space;
  const { paymentId, at, amount, currency, payer, remittance, why } = payment;
  return (
    <li className="flex flex-col gap-3 rounded-lg bg-linen-50 p-4 shadow-low">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-lg tabular-nums">{money(amount, currency)}</h3>
        <p className="text-ink-700 text-sm">{date(wallTime(new Date(at), timeZone).date)}</p>
      </div>
      <p className="break-words">
        <bdi className="font-semibold">{payer || t('bank.nobody')}</bdi>
        {remittance && (
          <>
            {' · '}
            <bdi>{remittance}</bdi>
          </>
        )}
      </p>
      <p className="text-ink-700 text-sm">{t(`bank.why.${why}`)}</p>
      <Match key={paymentId} payment={payment} invoices={invoices} />
    </li>
  );
}

function Match({ payment, invoices }: Props) {
  const { t } = useTranslation('host');
  const { money } = useFormat();
  const { act, isBusy, refusal } = useAct(matchPayment);
  const rows = candidatesFor(payment, invoices);
  const [chosen, setChosen] = useState<string>();
  const row = rows.find(({ number }) => number === chosen) ?? rows[0];
  if (!row) return <p className="text-sm">{t('bank.noCandidate')}</p>;
  const { paymentId } = payment;
  const choices = rows.map(({ number, customer, standing, currency }) => ({
    value: number,
    label: t('bank.candidate', { number, customer, open: money(standing?.open ?? 0, currency) }),
  }));
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-72">
          <SelectField label={t('bank.matchTo')} choices={choices} value={row.number} onChange={setChosen} />
        </div>
        <Button
          tone="strong"
          isPending={isBusy}
          onPress={() => void act({ params: { paymentId }, body: { invoice: row.number } })}
        >
          {t('bank.match')}
        </Button>
        <Link
          to={`/host/invoices/${row.number}`}
          className="flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          {t('bank.see')}
        </Link>
      </div>
      <ErrorNote refusal={refusal} />
    </>
  );
}
