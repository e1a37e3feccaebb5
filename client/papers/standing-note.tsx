import { CircleAlert, CircleCheck, Hourglass, type LucideIcon, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceDetail, InvoiceState } from '#contract/invoices';
import { useFormat } from '../i18n/format.ts';
import { classes } from '../ui/classes.ts';

interface Face {
  readonly Sign: LucideIcon;
  readonly className: string;
}

const good: Face = { Sign: CircleCheck, className: 'bg-leaf-100' };
const waiting: Face = { Sign: Hourglass, className: 'bg-wood-100' };

const faces = {
  issued: waiting,
  'partly-paid': waiting,
  paid: good,
  overpaid: good,
  overdue: { Sign: CircleAlert, className: 'bg-tomato-100' },
  credited: { Sign: Undo2, className: 'bg-sky-100' },
} as const satisfies Record<InvoiceState, Face>;

/** How an invoice stands, in words; of a credit note what it takes off. */
export function StandingNote({ detail: { invoice, standing } }: { readonly detail: InvoiceDetail }) {
  const { t } = useTranslation('papers');
  const { money, date } = useFormat();
  const isInvoice = invoice.kind === 'invoice';
  const { Sign, className } = isInvoice ? faces[standing.state] : faces.credited;
  const inMoney = (amount: number) => money(amount, invoice.currency);
  return (
    <p
      data-testid="standing"
      className={classes('flex items-center gap-3 rounded-xl p-5 font-semibold', className)}
    >
      <Sign aria-hidden className="size-6 shrink-0" />
      {isInvoice
        ? t(`standing.${standing.state}`, {
            open: inMoney(standing.open),
            paid: inMoney(standing.paid),
            refundable: inMoney(standing.refundable),
            due: date(invoice.due),
          })
        : t('returned', { amount: inMoney(-invoice.gross), number: invoice.credits })}
    </p>
  );
}
