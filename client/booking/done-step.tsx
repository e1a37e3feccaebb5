import { CalendarCheck, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '#contract/bookings';
import { BookingPapers } from './booking-papers.tsx';
import { BookingSummary } from './booking-summary.tsx';
import type { Letting } from './find-step.tsx';
import { PricePanel } from './price-panel.tsx';

interface Props {
  readonly booking: Booking;
  readonly manage: string;
  readonly letting: Letting;
  readonly email: string;
}

/** It is booked, or asked for: what happens next, and where to change it. */
export function DoneStep({ booking, manage, letting, email }: Props) {
  const { t } = useTranslation('booking');
  const isBooked = booking.state === 'confirmed';
  const Sign = isBooked ? CalendarCheck : Hourglass;
  return (
    <div className="flex flex-col gap-5">
      <div role="status" className="flex items-start gap-4 rounded-xl bg-leaf-100 p-5">
        <Sign aria-hidden className="mt-1 size-8 shrink-0 text-leaf-700" />
        <div className="flex flex-col gap-1">
          <h2 className="text-xl">{t(isBooked ? 'done.title' : 'done.asked')}</h2>
          <p>{t(isBooked ? 'done.text' : 'done.askedText', { email })}</p>
        </div>
      </div>
      <BookingSummary booking={booking} letting={letting} />
      <PricePanel price={booking.price} currency={letting.place.currency} />
      <BookingPapers word={manage} revision={booking.revision} />
      <a
        href={`/booking#manage=${manage}`}
        target="_blank"
        rel="noreferrer"
        className="flex min-h-11 items-center font-semibold underline decoration-2 underline-offset-4"
      >
        {t('done.manage')}
      </a>
    </div>
  );
}
