import { useTranslation } from 'react-i18next';
import { useView } from '../api/live.ts';
import { useLink } from '../api/use-link.ts';
import { HouseTime } from '../ui/house-time.ts';
import { Loading } from '../ui/loading.tsx';
import { Home } from './home.tsx';
import { SignIn } from './sign-in.tsx';

/** One's own phone: who one is here, and whom one may meet. */
export default function Member() {
  const { t } = useTranslation('member');
  const { state, connection, signedOut, clock, restart } = useView('member');
  const link = useLink(restart);
  const asked = Object.values(state?.introductions ?? {}).filter((one) => one.state === 'offered').length;
  return (
    <>
      <title>{asked > 0 ? t('titleAsked', { count: asked }) : t('title')}</title>
      {signedOut && !link.isBusy ? (
        <SignIn refusal={link.refusal} onSignedIn={restart} />
      ) : state && !link.isBusy ? (
        <HouseTime value={clock}>
          <Home view={state} connection={connection} onSignedOut={restart} />
        </HouseTime>
      ) : (
        <Loading connection={connection} />
      )}
    </>
  );
}
