import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CompanyBooking, Occurrence } from '#contract/bookings';
import { clockFace } from '#values/local-time';
import { listCompanyBookings } from '../api/booker-endpoints.ts';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { useFormat, useLanguage } from '../i18n/format.ts';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { CompanySection } from './company-section.tsx';
import type { Letting } from './find-step.tsx';
import { OWN } from './use-booker.ts';

/** What a company has booked and not yet used, the next first, each with the way to its own page. */
export function CompanyBookings({ letting }: { readonly letting: Letting }) {
  const { t } = useTranslation('booking');
  const { data, error } = useQuery({
    queryKey: [...OWN, 'bookings'],
    queryFn: ({ signal }) => call(listCompanyBookings, { as: 'booker', signal }),
  });
  return (
    <CompanySection title={t('company.bookings')}>
      <ErrorNote refusal={error instanceof Refusal ? error : undefined} />
      {data?.bookings.length === 0 && <p className="text-ink-700">{t('company.noBookings')}</p>}
      <ul className="flex flex-col divide-y divide-linen-300 empty:hidden">
        {data?.bookings.map((booking) => (
          <BookingRow key={booking.bookingId} booking={booking} letting={letting} />
        ))}
      </ul>
      <p className="text-ink-600 text-sm">{t('search.zone', { zone: letting.place.timeZone })}</p>
    </CompanySection>
  );
}

const isOn = ({ state }: Occurrence) => state === 'planned' || state === 'checked-in';

function BookingRow({ booking, letting }: { readonly booking: CompanyBooking; readonly letting: Letting }) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { dayThen, money, number } = useFormat();
  const { state, title, people, gross, manage, occurrences } = booking;
  const coming = occurrences.filter(isOn);
  const [next] = coming;
  const room = letting.rooms.find(({ roomId }) => roomId === next?.roomId)?.labels[language];
  return (
    <li data-testid="booking" className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
      <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 font-semibold">
        <bdi>{title ?? room ?? next?.roomId}</bdi>
        <bdi className="tabular-nums">{money(gross, letting.place.currency)}</bdi>
      </span>
      {next && (
        <span>
          {dayThen(next.date)}
          <bdi className="whitespace-nowrap tabular-nums">
            {clockFace(next.from)}–{clockFace(next.to)}
          </bdi>
        </span>
      )}
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-700 text-sm">
        {title !== undefined && room}
        <span>{t('summary.people', { count: people, number: number(people) })}</span>
        {coming.length > 1 && (
          <span>{t('company.dates', { count: coming.length, number: number(coming.length) })}</span>
        )}
        {state === 'requested' && <Chip className="bg-wood-100 text-ink-900">{t('company.waits')}</Chip>}
      </span>
      {manage && (
        <a
          href={`/booking#manage=${manage}`}
          className="flex min-h-11 w-fit items-center font-semibold underline decoration-2 underline-offset-4"
        >
          {t('done.manage')}
        </a>
      )}
    </li>
  );
}
