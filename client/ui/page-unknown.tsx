import { useTranslation } from 'react-i18next';
import { Logo } from './logo.tsx';

/** For an address at which there is nothing. */
export function PageUnknown() {
  const { t } = useTranslation();
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-6 p-6 text-center">
      <Logo className="size-20" />
      <h1 className="text-xl">{t('pageUnknown')}</h1>
      <a className="font-semibold underline underline-offset-4" href="/">
        {t('house')}
      </a>
    </main>
  );
}
