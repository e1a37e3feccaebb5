import { EyeOff, Languages, type LucideIcon, MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';
import { LongTable } from '../ui/long-table.tsx';

const doors = [
  { key: 'booking', href: '/booking' },
  { key: 'kiosk', href: '/kiosk' },
  { key: 'me', href: '/me' },
  { key: 'board', href: '/board' },
  { key: 'host', href: '/host' },
] as const;

const promises = [
  { key: 'private', Sign: EyeOff },
  { key: 'reason', Sign: MessagesSquare },
  { key: 'language', Sign: Languages },
] as const satisfies readonly { key: string; Sign: LucideIcon }[];

/** The front door: what this is, and where to go. */
export default function Public() {
  const { t } = useTranslation('public');
  return (
    <div className="daylight flex min-h-dvh flex-col overflow-x-clip">
      <title>{t('title')}</title>
      <header className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-4 px-5 py-6">
        <span className="flex items-center gap-3 font-semibold text-lg">
          <Logo className="size-11" />
          {t('house')}
        </span>
        <LanguageSwitch remember />
      </header>
      <main className="flex grow flex-col">
        <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-5 pt-4 pb-8 sm:pt-10">
          <h1 className="max-w-4xl text-3xl">{t('strong')}</h1>
          <p className="max-w-2xl text-ink-700 text-lg">{t('lead')}</p>
        </div>
        <LongTable>
          <nav aria-label={t('doors')} className="mx-auto max-w-6xl px-5">
            <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
              {doors.map(({ key, href }) => (
                <li key={key} className="flex">
                  <a
                    href={href}
                    className="place-card flex w-full flex-col gap-1 p-5 hover:-translate-y-1 motion-reduce:hover:translate-y-0"
                  >
                    <span className="font-bold text-lg underline decoration-2 decoration-wood-300 underline-offset-4">
                      {t(`${key}.name`)}
                    </span>
                    <span className="text-ink-700 text-sm">{t(`${key}.text`)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </LongTable>
        <section aria-label={t('promises')} className="mx-auto w-full max-w-6xl px-5 pt-4 pb-10">
          <ul className="grid gap-x-8 gap-y-4 md:grid-cols-3">
            {promises.map(({ key, Sign }) => (
              <li key={key} className="flex items-start gap-3">
                <Sign aria-hidden className="mt-0.5 size-6 shrink-0 text-wood-700" />
                {t(`promise.${key}`)}
              </li>
            ))}
          </ul>
        </section>
      </main>
    </div>
  );
}
