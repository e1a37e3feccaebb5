import { useTranslation } from 'react-i18next';
import { listInvoices, listUnmatched } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { Nothing, Page } from '../page.tsx';
import { useRead } from '../reads.ts';
import { StatementImport } from './statement-import.tsx';
import { UnmatchedItem } from './unmatched-item.tsx';

/** The bank's statements: taken in, and what nobody knows the invoice of. */
export function BankPage() {
  const { t } = useTranslation('host');
  const { number } = useFormat();
  const { data, refusal } = useRead(listUnmatched);
  const invoices = useRead(listInvoices).data?.invoices ?? [];
  const payments = data?.payments ?? [];
  return (
    <Page title={t('nav.bank')} lead={t('bank.lead')} refusal={refusal}>
      <StatementImport />
      <h2 className="text-xl">
        {t('bank.unmatched')} {payments.length > 0 && <span>({number(payments.length)})</span>}
      </h2>
      {data && payments.length === 0 && <Nothing>{t('bank.none')}</Nothing>}
      <ul className="flex flex-col gap-3">
        {payments.map((payment) => (
          <UnmatchedItem key={payment.paymentId} payment={payment} invoices={invoices} />
        ))}
      </ul>
    </Page>
  );
}
