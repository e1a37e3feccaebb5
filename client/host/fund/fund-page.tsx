import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { giveToFund } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { FreeSeatsReason } from '../../ui/free-seats-reason.tsx';
import { FundGauge } from '../../ui/fund-gauge.tsx';
import { AmountEntry } from '../form/amount-entry.tsx';
import { useHosting } from '../hosting.ts';
import { Page, Panel } from '../page.tsx';
import { useAct } from '../reads.ts';
import { BooksProof } from './books-proof.tsx';
import { MonthStatement } from './month-statement.tsx';

/** The seat fund: how long it lasts, how many seats it opens today, its months, and whether its books are whole. */
export function FundPage() {
  const { t } = useTranslation('host');
  const { view, isManager } = useHosting();
  return (
    <Page title={t('nav.fund')} lead={t('fund.lead')}>
      <FundGauge gauge={view.gauge} className="py-4" />
      <FreeSeats />
      <MonthStatement />
      <Link
        to="/host/fund/policy"
        className="flex min-h-14 items-center justify-between gap-4 rounded-xl bg-linen-50 px-5 font-semibold underline-offset-4 shadow-low hover:underline"
      >
        {t('fund.toPolicy')}
        <ChevronRight aria-hidden className="size-5 shrink-0 rtl:-scale-x-100" />
      </Link>
      {isManager && <GiftForm />}
      <BooksProof />
    </Page>
  );
}

function FreeSeats() {
  const { t } = useTranslation('host');
  const { number } = useFormat();
  const { fund, space } = useHosting().view;
  const counts = [
    ['open', fund.open],
    ['taken', fund.taken],
    ['free', fund.free],
    ['reserved', fund.reserved],
    ['affordable', fund.affordable],
  ] as const;
  return (
    <Panel title={t('fund.seats.title')}>
      <FreeSeatsReason fund={fund} space={space} className="font-semibold" />
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {counts.map(([name, value]) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-ink-700 text-sm">{t(`fund.seats.${name}`)}</dt>
            <dd className="font-bold text-xl tabular-nums">{number(value)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function GiftForm() {
  const { t } = useTranslation('host');
  const { currency } = useHosting().view.space;
  const { act, isBusy, refusal } = useAct(giveToFund);
  return (
    <AmountEntry
      title={t('fund.gift')}
      lead={t('fund.giftLead')}
      go={t('fund.giftGo')}
      currency={currency}
      first={undefined}
      onSend={async ({ id, amount }) => (await act({ body: { giftId: id, amount } })) !== undefined}
      isBusy={isBusy}
      refusal={refusal}
    />
  );
}
