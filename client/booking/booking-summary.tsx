import { CalendarDays, MapPin, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '#contract/bookings';
import { clockFace } from '#values/local-time';
import { useFormat, useLanguage } from '../i18n/format.ts';
import { Chip } from '../ui/chip.tsx';
import { RoomDrawing } from '../ui/room-drawing.tsx';
import type { Letting } from './find-step.tsx';

/** A booking in a few lines: which room, when, for how many. */
export function BookingSummary({
  booking,
  letting,
}: {
  readonly booking: Booking;
  readonly letting: Letting;
}) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { day, number } = useFormat();
  const rooms = new Map<string, string>(
    letting.rooms.map(({ roomId, labels }) => [roomId, labels[language] ?? roomId]),
  );
  const [first] = booking.occurrences;
  const room = letting.rooms.find(({ roomId }) => roomId === first?.roomId);
  return (
    <section
      aria-label={t('summary.title')}
      className="grid items-center gap-5 rounded-xl bg-linen-50 p-5 shadow-low sm:grid-cols-[12rem_1fr]"
    >
      <RoomDrawing
        layout={booking.layout}
        seats={room?.capacity[booking.layout] ?? booking.people}
        people={booking.people}
        className="h-32 w-full"
      />
      <ul className="flex flex-col gap-3">
        {booking.occurrences.map(({ occurrenceId, roomId, date, from, to, state }) => (
          <li key={occurrenceId} className="flex flex-col gap-1">
            <span className="flex items-center gap-3 font-bold text-lg">
              <MapPin aria-hidden className="size-5 shrink-0 text-wood-700" />
              {rooms.get(roomId) ?? roomId}
            </span>
            <span className="flex items-start gap-3">
              <CalendarDays aria-hidden className="mt-0.5 size-5 shrink-0 text-wood-700" />
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {day(date)}
                <bdi className="tabular-nums">
                  {clockFace(from)}–{clockFace(to)}
                </bdi>
                {state !== 'planned' && <Chip>{t(`occurrence.${state}`)}</Chip>}
              </span>
            </span>
          </li>
        ))}
        <li className="flex items-center gap-3">
          <Users aria-hidden className="size-5 shrink-0 text-wood-700" />
          {t('summary.people', { count: booking.people, number: number(booking.people) })}
        </li>
        <li className="text-ink-600 text-sm">{t('search.zone', { zone: letting.place.timeZone })}</li>
      </ul>
    </section>
  );
}
