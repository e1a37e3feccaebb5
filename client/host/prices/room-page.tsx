import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { listRooms } from '../../api/room-endpoints.ts';
import { useLanguage } from '../../i18n/format.ts';
import { ManagersOnly } from '../form/managers-only.tsx';
import { useHosting } from '../hosting.ts';
import { Page } from '../page.tsx';
import { useRead } from '../reads.ts';
import { RoomForm } from './room-form.tsx';

/** One room: what it is, its prices, the time around its bookings, and whether it is let. */
export function RoomPage() {
  const { t } = useTranslation('host');
  const { roomId = '' } = useParams();
  const language = useLanguage();
  const { id: spaceId } = useHosting().view.space;
  const { data, refusal } = useRead(listRooms, { params: { spaceId } });
  const room = data?.rooms.find((one) => one.roomId === roomId);
  return (
    <Page
      title={room?.labels[language] ?? t('nav.rooms')}
      back={{ to: '/host/rooms', label: t('nav.rooms') }}
      refusal={refusal}
    >
      {data && !room && <p>{t('errors.room_unknown')}</p>}
      {data && room && (
        <ManagersOnly>
          <RoomForm key={roomId} room={room} others={data.rooms} />
        </ManagersOnly>
      )}
    </Page>
  );
}

/** A room that is added. */
export function NewRoomPage() {
  const { t } = useTranslation('host');
  const { id: spaceId } = useHosting().view.space;
  const { data, refusal } = useRead(listRooms, { params: { spaceId } });
  return (
    <Page title={t('room.new')} back={{ to: '/host/rooms', label: t('nav.rooms') }} refusal={refusal}>
      {data && (
        <ManagersOnly>
          <RoomForm others={data.rooms} />
        </ManagersOnly>
      )}
    </Page>
  );
}
