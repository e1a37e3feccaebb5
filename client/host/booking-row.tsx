import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Booking, BookingState } from '#contract/bookings';
import { clockFace } from '#values/local-time';
import { decideBooking } from '../api/host-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/format.ts';
import { AskedChange } from '../ui/asked-change.tsx';
import { awaitedOf } from '../ui/awaited.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useRoomNames } from '../ui/use-room-names.ts';
import { BOOKINGS } from './reads.ts';

interface Props {
  readonly booking: Booking;
  /** The word of its link, by which a host changes or cancels it like its booker. */
  readonly manage: string;
  readonly spaceId: string;
  /** The day on whose list it stands; without one all its dates are told. */
  readonly date?: string;
}

const faces = {
  held: 'bg-wood-100',
  requested: 'bg-wood-100',
  confirmed: 'bg-leaf-100',
  lapsed: 'bg-linen-200',
  cancelled: 'bg-linen-200',
} as const satisfies Record<BookingState, string>;

/** A booking: who, where and when; a request is answered here. */
export function BookingRow({ booking, manage, spaceId, date }: Props) {
  const { t } = useTranslation('host');
  const { number, dayThen } = useFormat();
  const nameOf = useRoomNames(spaceId);
  const reads = useQueryClient();
  const { run, isBusy, refusal } = useAction(decideBooking);
  const { bookingId, state, people, billing, title, asked } = booking;
  const { askId, awaits = [] } = asked ?? booking;
  const decide = async (approve: boolean) => {
    await run({ as: 'host', params: { bookingId }, body: { approve, ...(askId ? { askId } : {}) } });
    // After a refusal too: what was shown is no longer what stands.
    await reads.invalidateQueries({ queryKey: BOOKINGS });
  };
  return (
    <li className="flex flex-col gap-3 rounded-lg bg-linen-50 p-4 shadow-low">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="grow text-base">
          <bdi>{title ?? billing?.name ?? t('bookings.unnamed')}</bdi>
        </h2>
        <Chip className={faces[state]}>
          {state === 'requested' ? t(`bookings.awaits.${awaitedOf(awaits)}`) : t(`bookings.state.${state}`)}
        </Chip>
      </div>
      <ul className="text-sm">
        {booking.occurrences
          .filter((one) => date === undefined || one.date === date)
          .map(({ occurrenceId, roomId, date: on, from, to }) => (
            <li key={occurrenceId}>
              {date === undefined && dayThen(on)}
              <bdi className="whitespace-nowrap font-semibold tabular-nums">
                {clockFace(from)}–{clockFace(to)}
              </bdi>{' '}
              · {nameOf(roomId) ?? roomId} ·{' '}
              <span className="whitespace-nowrap">
                {t('bookings.people', { count: people, number: number(people) })}
              </span>
            </li>
          ))}
      </ul>
      {asked && (
        <div className="rounded-lg bg-wood-100 p-3 text-sm">
          <p className="font-semibold">{t('bookings.wants')}</p>
          <AskedChange
            asked={asked}
            spaceId={spaceId}
            people={t('bookings.people', { count: asked.people, number: number(asked.people) })}
          />
          <p className="mt-1 text-ink-700">{t(`bookings.awaits.${awaitedOf(awaits)}`)}</p>
        </div>
      )}
      <ErrorNote refusal={refusal} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <a
          href={`/booking#manage=${manage}`}
          className="flex min-h-11 min-w-11 items-center font-semibold underline decoration-2 underline-offset-4"
        >
          {t('bookings.open')}
        </a>
        {(state === 'requested' || asked) && (
          <div className="ms-auto flex flex-wrap justify-end gap-3">
            <Button isDisabled={isBusy} onPress={() => void decide(false)}>
              {t('bookings.decline')}
            </Button>
            {awaits.includes('host') && (
              <Button tone="act" isDisabled={isBusy} onPress={() => void decide(true)}>
                {t('bookings.approve')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
