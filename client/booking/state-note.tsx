import { CalendarCheck, CalendarX, Hourglass, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Booking, BookingState } from '#contract/bookings';
import { useFormat } from '../i18n/format.ts';
import { awaitedOf } from '../ui/awaited.ts';
import { classes } from '../ui/classes.ts';

const looks = {
  held: { Sign: Hourglass, face: 'bg-wood-100' },
  requested: { Sign: Hourglass, face: 'bg-wood-100' },
  confirmed: { Sign: CalendarCheck, face: 'bg-leaf-100' },
  lapsed: { Sign: CalendarX, face: 'bg-linen-200' },
  cancelled: { Sign: CalendarX, face: 'bg-linen-200' },
} as const satisfies Record<BookingState, { Sign: LucideIcon; face: string }>;

/** How a booking stands, in kind words: it is on, it waits, or it is over. */
export function StateNote({ booking, timeZone }: { readonly booking: Booking; readonly timeZone: string }) {
  const { t } = useTranslation('booking');
  const { weekdayTime } = useFormat(timeZone);
  const { state, until, awaits = [] } = booking;
  const by = { until: until ? weekdayTime(until) : '' };
  const { Sign, face } = looks[state];
  return (
    <div role="status" className={classes('flex items-start gap-4 rounded-xl p-5', face)}>
      <Sign aria-hidden className="mt-1 size-8 shrink-0" />
      <div className="flex flex-col gap-1">
        <h2 className="text-xl">{t(`manage.${state}.title`)}</h2>
        <p>
          {state === 'requested'
            ? t(`manage.requested.awaits.${awaitedOf(awaits)}`, by)
            : t(`manage.${state}.text`, by)}
        </p>
      </div>
    </div>
  );
}
