import { CreditCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceDetail } from '#contract/invoices';
import { payByCard } from '../api/paper-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { QrCode } from '../ui/qr-code.tsx';

interface Props {
  readonly detail: InvoiceDetail;
  /** The word of the paper's link. */
  readonly word: string;
}

/** By transfer, which a bank's app reads off the screen, or by card where the house takes cards. */
export function WaysToPay({ detail: { invoice, transfer, byCard }, word }: Props) {
  const { t } = useTranslation('papers');
  const { run, isBusy, refusal } = useAction(payByCard);
  const { seller, number, reference } = invoice;
  const pay = async () => {
    const reply = await run({ params: { number, word } });
    if (!(reply instanceof Refusal)) location.assign(reply.url);
  };
  const account = { name: seller.name, iban: seller.iban, bic: seller.bic, reference };
  return (
    <section
      aria-labelledby="pay"
      className="flex flex-wrap items-start justify-between gap-6 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      <div className="flex flex-col gap-4">
        <h2 id="pay" className="text-lg">
          {t('pay.title')}
        </h2>
        <dl className="flex flex-col gap-3">
          {Object.entries(account).map(
            ([key, value]) =>
              value !== undefined && (
                <div key={key}>
                  <dt className="text-ink-600 text-sm">{t(`pay.${key}`)}</dt>
                  <dd className="break-all font-semibold tabular-nums">
                    <bdi>{value}</bdi>
                  </dd>
                </div>
              ),
          )}
        </dl>
        {byCard && (
          <Button tone="strong" isPending={isBusy} onPress={pay}>
            <CreditCard aria-hidden className="size-5 shrink-0" />
            {t('pay.card')}
          </Button>
        )}
        <ErrorNote refusal={refusal} />
      </div>
      {transfer !== undefined && (
        <figure className="flex flex-col items-center gap-2">
          <QrCode text={transfer} label={t('pay.scan')} className="size-44" />
          <figcaption aria-hidden className="max-w-44 text-center text-ink-600 text-sm">
            {t('pay.scan')}
          </figcaption>
        </figure>
      )}
    </section>
  );
}
