import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Statement } from '#contract/seat-fund';
import { MINUTE } from '#values/clock';
import { wallTime } from '#values/local-time';
import type { Minor } from '#values/money';
import { readFundStatement } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useRoomNames } from '../../ui/use-room-names.ts';
import { useHosting } from '../hosting.ts';
import { Panel } from '../page.tsx';
import { useRead } from '../reads.ts';
import { monthsBefore } from './months.ts';

const MONTHS = 24;

/** A month of the fund, from what it held over what bookings brought in and seats took out to what it holds. */
export function MonthStatement() {
  const { t } = useTranslation('host');
  const { month } = useFormat();
  const { space } = useHosting().view;
  const [search, setSearch] = useSearchParams();
  const today = wallTime(new Date(useNow(MINUTE)), space.timeZone).date;
  const months = monthsBefore(today, MONTHS);
  const chosen = months.find((one) => one === search.get('month')) ?? today.slice(0, 7);
  const { data, refusal } = useRead(readFundStatement, { params: { month: chosen } });
  return (
    <Panel title={t('statement.title')}>
      <div className="max-w-xs">
        <SelectField
          label={t('statement.month')}
          choices={months.map((value) => ({ value, label: month(value) }))}
          value={chosen}
          onChange={(value) => setSearch({ month: value })}
        />
      </div>
      <ErrorNote refusal={refusal} />
      {data && <Sums statement={data} />}
      {data && data.contributions.length > 0 && <Contributions statement={data} />}
    </Panel>
  );
}

const sumOf = (amounts: readonly Minor[]) => amounts.reduce((sum, amount) => sum + amount, 0);

function Sums({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation('host');
  const { money, number } = useFormat();
  const { opening, contributions, gifts, houseCarried, draws, closing, currency } = statement;
  const taken = (['seat', 'coffee', 'lunch'] as const).map((kind) => ({
    name: kind,
    label: t(`statement.draw.${kind}`, { count: draws[kind].count, number: number(draws[kind].count) }),
    amount: 0 - draws[kind].amount,
  }));
  const rows = [
    { name: 'contributions', amount: sumOf(contributions.map(({ amount }) => amount)) },
    { name: 'returned', amount: 0 - sumOf(contributions.map(({ returned }) => returned)) },
    { name: 'gifts', amount: gifts },
    { name: 'houseCarried', amount: houseCarried },
  ].map(({ name, amount }) => ({ name, amount, label: t(`statement.${name}`) }));
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-2 tabular-nums">
      <dt className="font-semibold">{t('statement.opening')}</dt>
      <dd data-testid="opening" className="ps-6 text-end font-semibold">
        {money(opening, currency)}
      </dd>
      {[...rows, ...taken].map(({ name, label, amount }) => (
        <div key={name} className="contents">
          <dt>{label}</dt>
          <dd className="ps-6 text-end">
            <bdi>{amount > 0 ? `+ ${money(amount, currency)}` : money(amount, currency)}</bdi>
          </dd>
        </div>
      ))}
      <dt className="border-ink-900 border-t-2 pt-2 font-bold">{t('statement.closing')}</dt>
      <dd data-testid="closing" className="border-ink-900 border-t-2 ps-6 pt-2 text-end font-bold">
        {money(closing, currency)}
      </dd>
    </dl>
  );
}

/** Which booking brought what in, by the invoice that was paid. */
function Contributions({ statement: { contributions, currency } }: { readonly statement: Statement }) {
  const { t } = useTranslation('host');
  const { money } = useFormat();
  const nameOf = useRoomNames(useHosting().view.space.id);
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-base">{t('statement.from')}</h3>
      <ul className="flex flex-col divide-y divide-linen-300">
        {contributions.map(({ invoice, bookingId, roomId, amount, returned }) => (
          <li
            key={`${invoice} ${bookingId}`}
            className="grid grid-cols-[1fr_auto] items-center gap-4 py-1 tabular-nums"
          >
            <Link
              to={`/host/invoices/${invoice}`}
              className="flex min-h-11 flex-wrap items-center gap-x-2 underline-offset-4 hover:underline"
            >
              <bdi className="font-semibold">{invoice}</bdi>
              <bdi>{nameOf(roomId)}</bdi>
            </Link>
            <span className="text-end">
              {money(amount, currency)}
              {returned > 0 && (
                <span className="block text-sm">
                  {t('statement.back', { amount: money(returned, currency) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
