import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHosting } from '../hosting.ts';

/** Says whom to ask. */
export function ManagersNote() {
  const { t } = useTranslation('host');
  return (
    <p className="flex items-center gap-3 rounded-lg bg-wood-100 p-4 font-semibold">
      <Lock aria-hidden className="size-5 shrink-0" />
      {t('form.managersOnly')}
    </p>
  );
}

/** What only managers may change: hosts read it, and are told whom to ask. */
export function ManagersOnly({ children }: { readonly children: ReactNode }) {
  const { isManager } = useHosting();
  if (isManager) return children;
  return (
    <>
      <ManagersNote />
      <fieldset disabled className="contents">
        {children}
      </fieldset>
    </>
  );
}
