import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/refusal.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';

/** How a host comes in: by the link that the server prints, and nothing else. */
export function NoLink({ refusal }: { readonly refusal: Refusal | undefined }) {
  const { t } = useTranslation('host');
  return (
    <main className="daylight min-h-dvh">
      <div className="mx-auto flex min-h-dvh max-w-xl flex-col gap-7 px-5 py-8">
        <span className="flex items-center gap-3 font-semibold">
          <Logo className="size-11" />
          {t('house')}
        </span>
        <h1 className="text-2xl">{t('noLink.title')}</h1>
        <ErrorNote refusal={refusal} />
        <div className="wood rounded-xl p-4">
          <ol className="flex flex-col gap-4 rounded-lg bg-linen-50 p-6">
            {(['start', 'open', 'stay'] as const).map((step, index) => (
              <li key={step} className="flex items-start gap-4">
                <span
                  aria-hidden
                  className="grid size-9 shrink-0 place-items-center rounded-full bg-wood-100 font-bold text-wood-700"
                >
                  {index + 1}
                </span>
                <span className="pt-1">{t(`noLink.${step}`)}</span>
              </li>
            ))}
          </ol>
        </div>
        <div className="mt-auto">
          <LanguageSwitch remember />
        </div>
      </div>
    </main>
  );
}
