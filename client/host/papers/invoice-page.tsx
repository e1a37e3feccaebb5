import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Invoice, InvoiceDetail } from '#contract/invoices';
import { readInvoice } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { classes } from '../../ui/classes.ts';
import { PaperLines } from '../../ui/paper-lines.tsx';
import { Download } from '../download.tsx';
import { addressLine } from '../lines.ts';
import { Facts, Page, Panel } from '../page.tsx';
import { useRead } from '../reads.ts';
import { PaymentForm, RefundForm } from './money-forms.tsx';
import { Payments } from './payments.tsx';
import { FACES } from './standings.ts';

/** One paper: what it says, what was paid on it and is owed back, and what a host does about that. */
export function InvoicePage() {
  const { t } = useTranslation('host');
  const { number = '' } = useParams();
  const { data, refusal } = useRead(readInvoice, { params: { number } });
  return (
    <Page
      title={t(`invoice.kind.${data?.invoice.kind ?? 'invoice'}`)}
      mark={number}
      back={{ to: '/host/invoices', label: t('nav.invoices') }}
      refusal={refusal}
    >
      {data && (
        <>
          <Standing detail={data} />
          <div className="flex flex-wrap gap-3">
            <Download path={`/invoices/${number}/pdf`} name={`${number}.pdf`}>
              {t('invoice.pdf')}
            </Download>
            <Download path={`/invoices/${number}/ubl`} name={`${number}.xml`}>
              {t('invoice.ubl')}
            </Download>
          </div>
          <Panel>
            <InvoiceFacts invoice={data.invoice} />
          </Panel>
          <PaperLines invoice={data.invoice} />
          <Panel title={t('payments.title')}>
            <Payments detail={data} />
          </Panel>
          {data.standing.refundable > 0 && <RefundForm detail={data} />}
          {data.standing.open > 0 && <PaymentForm detail={data} />}
        </>
      )}
    </Page>
  );
}

/** How the invoice stands, in a sentence; a credit note says which one it takes from. */
function Standing({ detail: { invoice, standing, credits } }: { readonly detail: InvoiceDetail }) {
  const { t } = useTranslation('host');
  const { money, date } = useFormat();
  const inMoney = (amount: number) => money(amount, invoice.currency);
  const papers = invoice.credits === undefined ? credits : [invoice.credits];
  return (
    <div className={classes('flex flex-col gap-1 rounded-xl p-5', FACES[standing.state])}>
      <p data-testid="standing" className="font-semibold">
        {invoice.kind === 'credit-note'
          ? t('invoice.returned', { amount: inMoney(-invoice.gross) })
          : t(`invoice.standing.${standing.state}`, {
              open: inMoney(standing.open),
              paid: inMoney(standing.paid),
              refundable: inMoney(standing.refundable),
              due: date(invoice.due),
            })}
      </p>
      {papers.length > 0 && (
        <p>
          {t(invoice.kind === 'credit-note' ? 'invoice.credited' : 'invoice.credits')}{' '}
          {papers.map((paper) => (
            <Link
              key={paper}
              to={`/host/invoices/${paper}`}
              className="me-3 inline-flex min-h-6 items-center font-semibold underline underline-offset-4"
            >
              <bdi>{paper}</bdi>
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}

function InvoiceFacts({ invoice }: { readonly invoice: Invoice }) {
  const { t } = useTranslation('host');
  const { date } = useFormat();
  const { customer, serviceFrom, serviceTo } = invoice;
  const { address } = customer;
  return (
    <Facts
      facts={[
        [t('invoice.customer'), customer.name],
        [t('invoice.attention'), customer.attention],
        [t('form.email'), customer.email],
        [t('invoice.address'), address && addressLine(address)],
        [t('form.vatNumber'), customer.vatNumber],
        [t('invoice.date'), date(invoice.date)],
        [t('invoice.due'), invoice.kind === 'invoice' ? date(invoice.due) : undefined],
        [
          t('invoice.service'),
          serviceFrom === serviceTo ? date(serviceFrom) : `${date(serviceFrom)} – ${date(serviceTo)}`,
        ],
        [t('invoice.reference'), invoice.reference],
        [t('form.purchaseOrder'), invoice.purchaseOrder],
        [t('form.costCentre'), invoice.costCentre],
      ]}
    />
  );
}
