import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Room, room as roomContract } from '#contract/rooms';
import { saveRoom } from '../../api/host-endpoints.ts';
import { listRooms } from '../../api/room-endpoints.ts';
import { useLanguage } from '../../i18n/format.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { useDraft } from '../form/draft.ts';
import { EntryForm } from '../form/entry-form.tsx';
import { ManagersOnly } from '../form/managers-only.tsx';
import { useHosting } from '../hosting.ts';
import { Page, Panel } from '../page.tsx';
import { useAct, useRead } from '../reads.ts';
import { Closures } from './closures.tsx';
import { Buffers, OptionPrices, Prices } from './room-fields.tsx';
import { sentRoom, writtenRoom } from './written-room.ts';

/** One room: its prices, the time around its bookings, when it is closed, and whether a host looks first. */
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
      {room && (
        <ManagersOnly>
          <RoomForm key={roomId} room={room} />
        </ManagersOnly>
      )}
    </Page>
  );
}

function RoomForm({ room }: { readonly room: Room }) {
  const { t } = useTranslation('host');
  const draft = useDraft(
    () => writtenRoom(room),
    roomContract,
    (written) => sentRoom(room, written),
  );
  const { written, change, read, isWrong } = draft;
  const { act, isBusy, refusal } = useAct(saveRoom);
  const { roomId } = room;
  return (
    <EntryForm
      label={t('room.form')}
      go={t('save')}
      isReady={read !== undefined}
      onSend={async () => (await act({ params: { roomId }, ...(read && { body: read }) })) !== undefined}
      isBusy={isBusy}
      refusal={refusal}
    >
      <Panel title={t('room.prices')}>
        <p className="max-w-prose text-ink-700">{t('room.pricesLead')}</p>
        <Prices draft={draft} />
      </Panel>
      {written.options.length > 0 && (
        <Panel title={t('room.options')}>
          <OptionPrices draft={draft} />
        </Panel>
      )}
      <Panel title={t('room.around')}>
        <Buffers draft={draft} />
        <CheckField
          label={t('room.approval')}
          isSelected={written.approval}
          onChange={(approval) => change({ approval })}
        />
      </Panel>
      <Panel title={t('closures.title')}>
        <Closures rows={written.closures} onChange={(closures) => change({ closures })} isWrong={isWrong} />
      </Panel>
    </EntryForm>
  );
}
