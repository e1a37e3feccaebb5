import type { Booking } from '#contract/bookings';
import { clockFace } from '#values/local-time';
import { useFormat } from '../i18n/format.ts';
import { useRoomNames } from './use-room-names.ts';

interface Props {
  readonly asked: NonNullable<Booking['asked']>;
  readonly spaceId: string;
  /** For how many, in words. */
  readonly people: string;
}

/** What a booking is to become: each date that moves, with its room, and for how many people. */
export function AskedChange({ asked: { occurrences }, spaceId, people }: Props) {
  const { dayThen } = useFormat();
  const nameOf = useRoomNames(spaceId);
  return (
    <ul>
      {occurrences.map(({ occurrenceId, roomId, date, from, to }) => (
        <li key={occurrenceId}>
          {dayThen(date)}
          <bdi className="whitespace-nowrap tabular-nums">
            {clockFace(from)}–{clockFace(to)}
          </bdi>{' '}
          · <bdi>{nameOf(roomId) ?? roomId}</bdi>
        </li>
      ))}
      <li>{people}</li>
    </ul>
  );
}
