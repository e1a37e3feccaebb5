import { useTranslation } from 'react-i18next';
import { useView } from '../api/live.ts';
import { HouseTime } from '../ui/house-time.ts';
import { Loading } from '../ui/loading.tsx';
import { PairingScreen } from '../ui/pairing-screen.tsx';
import { Board } from './board.tsx';

/** The introduction board: a host's, if one is signed in on this browser, and a screen of the house otherwise. */
export default function BoardSurface() {
  const { t } = useTranslation('board');
  const { state, connection, signedOut, clock } = useView('board', 'host');
  return (
    <>
      <title>{t('title')}</title>
      {signedOut ? (
        <Screen />
      ) : state ? (
        <HouseTime value={clock}>
          <Board view={state} connection={connection} mayOffer />
        </HouseTime>
      ) : (
        <Loading connection={connection} />
      )}
    </>
  );
}

function Screen() {
  const { state, connection, signedOut, clock, restart } = useView('board', 'screen');
  if (signedOut) return <PairingScreen kind="screen" onPaired={restart} />;
  return state ? (
    <HouseTime value={clock}>
      <Board view={state} connection={connection} mayOffer={false} />
    </HouseTime>
  ) : (
    <Loading connection={connection} />
  );
}
