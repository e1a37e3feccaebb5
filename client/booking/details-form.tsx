import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking, HeldBooking } from '#contract/bookings';
import { Refusal } from '../api/refusal.ts';
import { confirmBooking } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { BookingSummary } from './booking-summary.tsx';
import { CancellationTable } from './cancellation-table.tsx';
import { billingBy, billingOf, type Details, detailsOf, type Field } from './details.ts';
import { DetailsStep } from './details-step.tsx';
import { DoneStep } from './done-step.tsx';
import type { Letting } from './find-step.tsx';
import { HoldTimer } from './hold-timer.tsx';
import { PricePanel } from './price-panel.tsx';
import { useBooker } from './use-booker.ts';

/** Where a booker of a space most likely comes from. */
const HOME = { EUR: 'NL', EGP: 'EG', JPY: 'JP' } as const;

interface Props {
  readonly held: HeldBooking;
  readonly letting: Letting;
  /** The way to another room, where one was being looked for. */
  readonly onBack?: () => void;
  /** For a page that shows how a booking stands; without it the form does. */
  readonly onBooked?: (booking: Booking) => void;
}

/** The room waits: who books it, and under which terms. Confirmed, it says what happens next. */
export function DetailsForm({ held, letting, onBack, onBooked }: Props) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { currency, timeZone } = letting.place;
  const { booking, manage } = held;
  const { data: signedIn } = useBooker();
  const [typed, setTyped] = useState<Partial<Details>>({});
  // A company pays for whoever is signed in for it, also for what was kept for them under their own name.
  const known = signedIn ? billingBy(signedIn) : booking.billing;
  const details: Details = { ...detailsOf(HOME[currency], known), ...typed };
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const [booked, setBooked] = useState<Booking>();
  const { run, isBusy, refusal } = useAction(confirmBooking);

  const change = (part: Partial<Details>) => {
    setTyped((before) => ({ ...before, ...part }));
    setFaults({});
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const read = billingOf(details);
    if ('faults' in read) return setFaults(read.faults);
    if (signedIn?.company.orderNeeded && details.purchaseOrder.trim() === '')
      return setFaults({ purchaseOrder: 'missing' });
    const title = details.title.trim();
    const reply = await run({
      ...(signedIn && { as: 'booker' }),
      params: { word: manage },
      body: {
        gross: booking.price.gross,
        billing: read.billing,
        language,
        ...(title && { title }),
        titleHidden: details.titleHidden,
      },
    });
    if (reply instanceof Refusal) return;
    (onBooked ?? setBooked)(reply);
    scrollTo({ top: 0 });
  };

  if (booked) return <DoneStep booking={booked} manage={manage} letting={letting} email={details.email} />;
  return (
    <form noValidate onSubmit={(event) => void confirm(event)} className="flex flex-col gap-5">
      {booking.until && <HoldTimer until={booking.until} timeZone={timeZone} />}
      <BookingSummary booking={booking} letting={letting} />
      <DetailsStep details={details} onChange={change} faults={faults} company={signedIn?.company} />
      <CancellationTable steps={letting.policy.cancellation} />
      <PricePanel price={booking.price} currency={currency} />
      <ErrorNote refusal={refusal} />
      <footer className="flex flex-wrap justify-end gap-3">
        {onBack && <Button onPress={onBack}>{t('back')}</Button>}
        <Button type="submit" tone="act" isPending={isBusy}>
          {t('confirm.go')}
        </Button>
      </footer>
    </form>
  );
}
