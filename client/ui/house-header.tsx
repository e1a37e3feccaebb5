import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';

/** Whose page this is, and its language; of the house until it is known of which space. */
export function HouseHeader({ name }: { readonly name: string | undefined }) {
  const { t } = useTranslation();
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <a href="/" className="flex items-center gap-3 font-semibold">
        <Logo className="size-11 shrink-0" />
        <bdi>{name ?? t('house')}</bdi>
      </a>
      <LanguageSwitch remember />
    </header>
  );
}
