import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY, later, MINUTE, SECOND } from '#values/clock';
import { wallTime } from '#values/local-time';
import { call } from '../api/call.ts';
import { bookingRequests, bookingsOn } from '../api/host-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useFormat } from '../i18n/format.ts';
import { SelectField } from '../ui/select-field.tsx';
import { useNow } from '../ui/use-now.ts';
import { BookingRow } from './booking-row.tsx';
import { useHosting } from './hosting.ts';
import { Nothing, Page } from './page.tsx';
import { BOOKINGS } from './reads.ts';

const DAYS_AHEAD = 14;

/** What is on in the rooms on a day, and what waits for a host's word. */
export function Bookings() {
  const { t } = useTranslation('host');
  const { space } = useHosting().view;
  const { day } = useFormat();
  const heading = useId();
  const now = new Date(useNow(MINUTE));
  const dates = Array.from(
    { length: DAYS_AHEAD },
    (_, ahead) => wallTime(later(now, ahead * DAY), space.timeZone).date,
  );
  const [chosen, setChosen] = useState<string>();
  const date = dates.find((one) => one === chosen) ?? dates[0] ?? '';
  const { data, error } = useQuery({
    queryKey: [...BOOKINGS, space.id, date],
    queryFn: ({ signal }) =>
      call(bookingsOn, { as: 'host', params: { spaceId: space.id }, query: { date }, signal }),
    refetchInterval: 15 * SECOND,
  });
  const waits = useQuery({
    queryKey: [...BOOKINGS, space.id],
    queryFn: ({ signal }) => call(bookingRequests, { as: 'host', params: { spaceId: space.id }, signal }),
    refetchInterval: 15 * SECOND,
  });
  const waiting = waits.data?.bookings ?? [];
  const answered = new Set(waiting.map(({ booking }) => booking.bookingId));
  const shown =
    data?.bookings.filter(({ booking }) => booking.state !== 'lapsed' && !answered.has(booking.bookingId)) ??
    [];
  const fault = error ?? waits.error;
  return (
    <Page title={t('nav.bookings')} refusal={fault instanceof Refusal ? fault : undefined}>
      {waiting.length > 0 && (
        <section aria-labelledby={heading} className="flex flex-col gap-2">
          <h2 id={heading} className="text-lg">
            {t('bookings.waiting')}
          </h2>
          <ul className="flex flex-col gap-2">
            {waiting.map(({ booking, manage }) => (
              <BookingRow key={booking.bookingId} booking={booking} manage={manage} spaceId={space.id} />
            ))}
          </ul>
        </section>
      )}
      <SelectField
        label={t('bookings.day')}
        choices={dates.map((value) => ({ value, label: day(value) }))}
        value={date}
        onChange={setChosen}
      />
      {data && shown.length === 0 && <Nothing>{t('bookings.none')}</Nothing>}
      <ul className="flex flex-col gap-2">
        {shown.map(({ booking, manage }) => (
          <BookingRow
            key={booking.bookingId}
            booking={booking}
            manage={manage}
            spaceId={space.id}
            date={date}
          />
        ))}
      </ul>
    </Page>
  );
}
