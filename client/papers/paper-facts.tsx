import { useTranslation } from 'react-i18next';
import type { Invoice } from '#contract/invoices';
import { useFormat } from '../i18n/format.ts';

/** From whom to whom, when, and what the customer files it under. */
export function PaperFacts({ invoice }: { readonly invoice: Invoice }) {
  const { t } = useTranslation('papers');
  const { date } = useFormat();
  const { kind, seller, customer, serviceFrom, serviceTo } = invoice;
  const service = serviceFrom === serviceTo ? date(serviceFrom) : `${date(serviceFrom)} – ${date(serviceTo)}`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['from', seller.name],
    ['to', customer.name],
    ['date', date(invoice.date)],
    ['due', kind === 'invoice' ? date(invoice.due) : undefined],
    ['service', service],
    ['vatNumber', seller.vatNumber],
    ['customerVat', customer.vatNumber],
    ['purchaseOrder', invoice.purchaseOrder],
    ['costCentre', invoice.costCentre],
  ];
  return (
    <dl className="grid gap-x-8 gap-y-4 rounded-xl bg-linen-50 p-5 shadow-low sm:grid-cols-2 lg:grid-cols-3">
      {facts.map(
        ([key, value]) =>
          value !== undefined && (
            <div key={key}>
              <dt className="text-ink-600 text-sm">{t(`fact.${key}`)}</dt>
              <dd className="font-semibold">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
