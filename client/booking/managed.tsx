import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '#contract/bookings';
import { SECOND } from '#values/clock';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { viewBooking } from '../api/room-endpoints.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { useNow } from '../ui/use-now.ts';
import { AskedNote } from './asked-note.tsx';
import { BookingPapers } from './booking-papers.tsx';
import { BookingSummary } from './booking-summary.tsx';
import { CancelForm } from './cancel-form.tsx';
import { CancellationTable } from './cancellation-table.tsx';
import { plannedOf } from './change.ts';
import { ChangeForm } from './change-form.tsx';
import { DetailsForm } from './details-form.tsx';
import type { Letting } from './find-step.tsx';
import { PricePanel } from './price-panel.tsx';
import { StateNote } from './state-note.tsx';

interface Props {
  /** The word of the booking's link. */
  readonly word: string;
  readonly letting: Letting;
}

/** A booking by its link: how it stands, what it costs, and the way to change it or give it up. */
export function Managed({ word, letting }: Props) {
  const { t } = useTranslation('booking');
  const reads = useQueryClient();
  const key = ['booking', word];
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(viewBooking, { params: { word }, signal }),
    retry: false,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const [doing, setDoing] = useState<'change' | 'cancel'>();
  const turnTo = (next: typeof doing) => {
    setDoing(next);
    heading.current?.focus();
    scrollTo({ top: 0 });
  };
  const changed = (booking: Booking) => {
    reads.setQueryData(key, booking);
    turnTo(undefined);
  };
  const { currency } = letting.place;
  const acts = { word, onChanged: changed, onBack: () => turnTo(undefined) };
  return (
    <main className="flex flex-col gap-5">
      <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {t(doing ? `${doing}.title` : 'manage.heading')}
      </h1>
      <ErrorNote refusal={error instanceof Refusal ? error : undefined} />
      {!data && !error && <Loading />}
      {data && doing === 'change' && <ChangeForm {...acts} booking={data} letting={letting} />}
      {data && doing === 'cancel' && (
        <>
          <BookingSummary booking={data} letting={letting} />
          <CancelForm {...acts} booking={data} currency={currency} />
        </>
      )}
      {data?.state === 'held' && (
        <Held word={word} booking={data} letting={letting}>
          <StateNote booking={data} timeZone={letting.place.timeZone} />
          <DetailsForm held={{ booking: data, manage: word }} letting={letting} onBooked={changed} />
        </Held>
      )}
      {data && data.state !== 'held' && !doing && (
        <Standing word={word} booking={data} letting={letting}>
          <Button onPress={() => turnTo('cancel')}>{t('cancel.title')}</Button>
          {data.state === 'confirmed' && (
            <Button tone="strong" onPress={() => turnTo('change')}>
              {t('change.title')}
            </Button>
          )}
        </Standing>
      )}
    </main>
  );
}

interface StandingProps {
  readonly word: string;
  readonly booking: Booking;
  readonly letting: Letting;
  /** What can still be done with it. */
  readonly children?: ReactNode;
}

/** What is only kept, until its time is over: then it is as good as lapsed, whenever the server comes to say so. */
function Held({ word, booking, letting, children }: StandingProps) {
  const now = useNow(SECOND);
  if (booking.until === undefined || now < Date.parse(booking.until)) return children;
  return <Standing word={word} booking={{ ...booking, state: 'lapsed' }} letting={letting} />;
}

function Standing({ word, booking, letting, children }: StandingProps) {
  const isOn = booking.state !== 'lapsed' && booking.state !== 'cancelled';
  return (
    <>
      <StateNote booking={booking} timeZone={letting.place.timeZone} />
      {booking.asked && <AskedNote asked={booking.asked} letting={letting} />}
      <BookingSummary booking={booking} letting={letting} />
      {/* Of what is over nothing is owed as it stood, and no seat is carried. */}
      {isOn && <PricePanel price={booking.price} currency={letting.place.currency} />}
      <BookingPapers word={word} revision={booking.revision} />
      {isOn && plannedOf(booking).length > 0 && (
        <>
          <CancellationTable steps={letting.policy.cancellation} />
          <footer className="flex flex-wrap justify-end gap-3">{children}</footer>
        </>
      )}
    </>
  );
}
