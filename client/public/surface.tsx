import { useTranslation } from 'react-i18next';
import { Logo } from '../ui/logo.tsx';

/** The public surface. */
export default function Surface() {
  const { t } = useTranslation();
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-6 p-6">
      <Logo className="size-24" />
      <h1 className="text-2xl">{t('house')}</h1>
    </main>
  );
}
