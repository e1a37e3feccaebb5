import { useTranslation } from 'react-i18next';
import { useView } from '../api/live.ts';
import { useLink } from '../api/use-link.ts';
import { HouseTime } from '../ui/house-time.ts';
import { Loading } from '../ui/loading.tsx';
import { Console } from './console.tsx';
import { NoLink } from './no-link.tsx';

/** The host console, from which a space is run. */
export default function Host() {
  const { t } = useTranslation('host');
  const { state, connection, signedOut, restart, clock } = useView('board', 'host');
  const link = useLink(restart);
  return (
    <HouseTime value={clock}>
      <title>{t('title')}</title>
      {signedOut && !link.isBusy ? (
        <NoLink refusal={link.refusal} />
      ) : state && !link.isBusy ? (
        <Console view={state} connection={connection} onSignedOut={restart} />
      ) : (
        <Loading connection={connection} />
      )}
    </HouseTime>
  );
}
