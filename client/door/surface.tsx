import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomId } from '#contract/rooms';
import { roomId } from '#contract/rooms';
import { useView } from '../api/live.ts';
import { HouseTime } from '../ui/house-time.ts';
import { Loading } from '../ui/loading.tsx';
import { PairingScreen } from '../ui/pairing-screen.tsx';
import { Panel } from './panel.tsx';
import { RoomChoice } from './room-choice.tsx';

const KEPT = 'common-table-door';

function keptRoom(): RoomId | undefined {
  return roomId.safeParse(localStorage.getItem(KEPT)).data;
}

/** The panel beside a room: a screen of the house that was told once which room it hangs at. */
export default function Door() {
  const { t } = useTranslation('door');
  const { state, connection, signedOut, clock, restart } = useView('board', 'screen');
  const [room, setRoom] = useState(keptRoom);
  const choose = (chosen: RoomId | undefined) => {
    if (chosen) localStorage.setItem(KEPT, chosen);
    else localStorage.removeItem(KEPT);
    setRoom(chosen);
  };
  return (
    <>
      <title>{t('title')}</title>
      {signedOut ? (
        <PairingScreen kind="screen" onPaired={restart} />
      ) : !state ? (
        <Loading connection={connection} />
      ) : (
        <HouseTime value={clock}>
          {room ? (
            <Panel
              roomId={room}
              space={state.space}
              isLineDown={connection === 'stale'}
              onMove={() => choose(undefined)}
            />
          ) : (
            <RoomChoice spaceId={state.space.id} onChoose={choose} />
          )}
        </HouseTime>
      )}
    </>
  );
}
