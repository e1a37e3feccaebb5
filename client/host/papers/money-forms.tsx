import { useTranslation } from 'react-i18next';
import type { InvoiceDetail } from '#contract/invoices';
import { notePayment, payBack } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { AmountEntry } from '../form/amount-entry.tsx';
import { useAct } from '../reads.ts';

interface Props {
  readonly detail: InvoiceDetail;
}

/** Money that a host has seen come in: at first all that is open. */
export function PaymentForm({ detail: { invoice, standing } }: Props) {
  const { t } = useTranslation('host');
  const { act, isBusy, refusal } = useAct(notePayment);
  const { currency } = invoice;
  return (
    <AmountEntry
      title={t('payments.note')}
      lead={t('payments.noteLead')}
      go={t('payments.noteGo')}
      currency={currency}
      first={standing.open}
      onSend={async ({ id, amount }) => {
        const body = { paymentId: id, invoice: invoice.credits ?? invoice.number, amount, currency };
        return (await act({ body })) !== undefined;
      }}
      isBusy={isBusy}
      refusal={refusal}
    />
  );
}

/** What is owed back goes back: by the card that paid, or as the host has transferred it. */
export function RefundForm({ detail: { invoice, standing } }: Props) {
  const { t } = useTranslation('host');
  const { money } = useFormat();
  const { act, isBusy, refusal } = useAct(payBack);
  return (
    <AmountEntry
      title={t('refunds.title')}
      lead={t('refunds.lead', { amount: money(standing.refundable, invoice.currency) })}
      go={t('refunds.go')}
      currency={invoice.currency}
      first={standing.refundable}
      onSend={async ({ id, amount }) => {
        const body = { refundId: id, invoice: invoice.credits ?? invoice.number, amount };
        return (await act({ body })) !== undefined;
      }}
      isBusy={isBusy}
      refusal={refusal}
    />
  );
}
