import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BookingImpact } from '#contract/reports';
import { call } from '../api/call.ts';
import { readImpact } from '../api/paper-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { HouseHeader } from '../ui/house-header.tsx';
import { Loading } from '../ui/loading.tsx';
import { LongTable } from '../ui/long-table.tsx';

/** What a booking made possible, or a company's bookings of a month, to keep and to show: counts and sums, and nobody's name but a giver's who wants it. */
export default function Impact() {
  const { t } = useTranslation('impacts');
  const { subject = '', word = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['impact', subject, word],
    queryFn: ({ signal }) => call(readImpact, { params: { subject, word }, signal }),
    retry: false,
  });
  const about = (data?.bookings ?? 1) > 1 ? 'Together' : '';
  return (
    <div className="daylight flex min-h-dvh flex-col gap-8 overflow-x-clip py-6">
      <title>{t(`page${about}`)}</title>
      <div className="mx-auto w-full max-w-6xl px-5">
        <HouseHeader name={data?.spaceName} />
      </div>
      <main className="flex flex-col gap-8">
        <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-5">
          <h1 className="max-w-4xl text-3xl">{t(`heading${about}`)}</h1>
          {data?.company && (
            <p className="font-semibold text-lg">{t('company', { company: data.company })}</p>
          )}
          <ErrorNote refusal={error instanceof Refusal ? error : undefined} />
          {!data && !error && <Loading />}
        </div>
        {data && <Carried carried={data} about={about} />}
      </main>
    </div>
  );
}

interface CarriedProps {
  readonly carried: BookingImpact;
  /** Of one booking, or of several together? */
  readonly about: '' | 'Together';
}

function Carried({ carried, about }: CarriedProps) {
  const { t } = useTranslation('impacts');
  const { number, money } = useFormat();
  const { impact, introductions, currency } = carried;
  const counts = {
    seats: impact.seats,
    coffees: impact.coffees,
    lunches: impact.lunches,
    introductions,
  };
  return (
    <>
      <LongTable>
        <dl className="mx-auto grid max-w-6xl grid-cols-2 gap-4 px-5 lg:grid-cols-4">
          {Object.entries(counts).map(([key, count]) => (
            <div key={key} className="place-card flex flex-col-reverse justify-end gap-1 p-5">
              <dt className="text-ink-700">{t(key, { count })}</dt>
              <dd data-testid={key} className="font-bold text-3xl tabular-nums">
                {number(count)}
              </dd>
            </div>
          ))}
        </dl>
      </LongTable>
      <p className="mx-auto w-full max-w-6xl px-5 text-lg">
        {t(impact.amount === 0 ? `early${about}` : `fund${about}`, {
          amount: money(impact.amount, currency),
          left: money(impact.left, currency),
        })}
      </p>
    </>
  );
}
