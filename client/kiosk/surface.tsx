import { useTranslation } from 'react-i18next';
import { useView } from '../api/live.ts';
import { HouseTime } from '../ui/house-time.ts';
import { Loading } from '../ui/loading.tsx';
import { PairingScreen } from '../ui/pairing-screen.tsx';
import { VisitScreen } from './visit-screen.tsx';

/** The tablet at the door: paired by a host once, then everybody's. */
export default function Kiosk() {
  const { t } = useTranslation('kiosk');
  const { state, connection, signedOut, clock, restart } = useView('kiosk');
  return (
    <>
      <title>{t('title')}</title>
      {signedOut ? (
        <PairingScreen kind="kiosk" onPaired={restart} />
      ) : state ? (
        <HouseTime value={clock}>
          <VisitScreen view={state} connection={connection} />
        </HouseTime>
      ) : (
        <Loading />
      )}
    </>
  );
}
