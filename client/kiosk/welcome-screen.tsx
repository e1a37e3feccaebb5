import { use, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { speak, speakAll } from '../i18n/i18n.ts';
import { ConnectionBadge } from '../ui/connection-badge.tsx';
import { FreeSeatsReason } from '../ui/free-seats-reason.tsx';
import { Logo } from '../ui/logo.tsx';
import { TableScene } from '../ui/table-scene.tsx';
import { ClosedNote } from './closed-note.tsx';
import { FullNote } from './full-note.tsx';
import { LanguageCards } from './language-cards.tsx';
import type { ScreenProps } from './screen-props.ts';
import { WallClock } from './wall-clock.tsx';

/** Nobody is at the kiosk: an invitation in every language of the space, and how many seats are free. */
export function WelcomeScreen({ view, connection, on }: ScreenProps) {
  const { t, i18n } = useTranslation('kiosk');
  use(speakAll('kiosk'));
  const { space, open, free, fund } = view;
  const [first = 'en', ...others] = space.languages;
  // Whoever was here before spoke for themselves only.
  useEffect(() => void speak(first, { remember: false }), [first]);
  const greetingIn = (language: string) => i18n.getFixedT(language, 'kiosk')('welcome.greeting');
  return (
    <div className="daylight grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] overflow-x-clip">
      <header className="flex items-center justify-between gap-4 px-6 pt-6 sm:px-10 sm:pt-8">
        <span className="flex items-center gap-3 font-semibold text-lg">
          <Logo className="size-12" />
          {space.name}
        </span>
        {connection === 'live' ? (
          <WallClock timeZone={space.timeZone} />
        ) : (
          <ConnectionBadge connection={connection} />
        )}
      </header>
      <main className="contents">
        <div className="flex flex-col justify-center gap-5 px-6 py-8 sm:px-10">
          <h1 className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
            <span lang={first} className="text-3xl">
              {greetingIn(first)}
            </span>{' '}
            {others.map((language) => (
              <span key={language} lang={language} className="font-semibold text-ink-600 text-xl">
                {greetingIn(language)}{' '}
              </span>
            ))}
          </h1>
          {open ? (
            <div aria-live="polite" className="flex flex-col gap-3">
              <p className="flex items-baseline gap-3">
                {free > 0 && <span className="font-bold text-2xl text-leaf-700 tabular-nums">{free}</span>}
                <span className="text-ink-700 text-xl">{t('freeSeats', { count: free })}</span>
              </p>
              {free > 0 ? (
                <FreeSeatsReason fund={fund} space={space} className="text-ink-700 text-lg" />
              ) : (
                <FullNote view={view} />
              )}
            </div>
          ) : (
            <ClosedNote view={view} />
          )}
        </div>
        <TableScene seats={space.seats.length} free={open ? free : space.seats.length}>
          {open && <LanguageCards languages={space.languages} onChosen={() => on({ type: 'greeted' })} />}
        </TableScene>
      </main>
    </div>
  );
}
