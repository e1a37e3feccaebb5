import { useTranslation } from 'react-i18next';
import type { Capacity } from '#contract/seat-fund';
import type { Space } from '#contract/spaces';
import { useFormat } from '../i18n/format.ts';
import { useRoomNames } from './use-room-names.ts';

interface Props {
  readonly fund: Capacity;
  readonly space: Space;
  readonly className?: string;
}

/** Why so many seats are free: the room that was booked today and opened some, or else what sets the number. */
export function FreeSeatsReason({ fund: { opened, limit }, space, className }: Props) {
  const { t } = useTranslation('common');
  const { number, time } = useFormat(space.timeZone);
  const nameOf = useRoomNames(space.id);
  const room = nameOf(opened?.roomId);
  return (
    <p className={className}>
      {opened && room
        ? t('fund.opened', {
            count: opened.seats,
            number: number(opened.seats),
            time: time(opened.at),
            room,
          })
        : t(`fund.limit.${limit}`)}
    </p>
  );
}
