import { CircleUserRound, MessagesSquare, QrCode } from 'lucide-react';
import type { ComponentType } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#contract/boards';
import type { Connection } from '../api/live.ts';
import { ConnectionBadge } from '../ui/connection-badge.tsx';
import { Logo } from '../ui/logo.tsx';
import { Announcement } from './announcement.tsx';
import { PassCard } from './pass-card.tsx';
import { Profile } from './profile.tsx';
import { Today } from './today.tsx';
import { useOwnLanguage } from './use-own-language.ts';

interface Props {
  readonly view: MemberView;
  readonly connection: Connection;
  readonly onSignedOut: () => void;
}

const panel = 'flex flex-col gap-5 outline-none ringed:outline-3 ringed:outline-ink-900';

/** Signed in: today, who I am, and my pass. */
export function Home({ view, connection, onSignedOut }: Props) {
  const { t } = useTranslation('member');
  useOwnLanguage(view.own.profile.language);
  const isAsked =
    view.lunch?.state === 'asked' ||
    Object.values(view.introductions).some(({ state }) => state === 'offered');
  return (
    <div className="daylight min-h-dvh">
      <Announcement introductions={view.introductions} lunch={view.lunch} />
      <Tabs className="mx-auto flex min-h-dvh max-w-xl flex-col px-4">
        <header className="flex flex-wrap items-center justify-between gap-3 py-4">
          <span className="flex items-center gap-3 font-semibold">
            <Logo className="size-9 shrink-0" />
            {view.presence?.spaceName ?? t('house')}
          </span>
          {connection !== 'live' && <ConnectionBadge connection={connection} />}
        </header>
        <nav
          aria-label={t('tabs.label')}
          data-bar
          className="fixed inset-x-0 bottom-0 z-1 mx-auto max-w-xl px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
        >
          <TabList
            aria-label={t('tabs.label')}
            className="grid grid-cols-3 gap-1 rounded-full bg-linen-50 p-1.5 shadow-high inset-ring-1 inset-ring-linen-300"
          >
            <Place id="today" Sign={MessagesSquare} mark={isAsked ? t('tabs.asked') : undefined}>
              {t('tabs.today')}
            </Place>
            <Place id="profile" Sign={CircleUserRound}>
              {t('tabs.profile')}
            </Place>
            <Place id="pass" Sign={QrCode}>
              {t('tabs.pass')}
            </Place>
          </TabList>
        </nav>
        <main className="grow pb-28">
          <TabPanel id="today" className={panel}>
            <Today view={view} />
          </TabPanel>
          <TabPanel id="profile" className={panel}>
            <Profile own={view.own} blocks={view.blocks} onSignedOut={onSignedOut} />
          </TabPanel>
          <TabPanel id="pass" className={panel}>
            <h1 className="text-2xl">{t('pass.title')}</h1>
            <PassCard pass={view.own.pass} />
          </TabPanel>
        </main>
      </Tabs>
    </div>
  );
}

interface PlaceProps {
  readonly id: string;
  readonly Sign: ComponentType<{ className?: string }>;
  readonly mark?: string | undefined;
  readonly children: string;
}

function Place({ id, Sign, mark, children }: PlaceProps) {
  return (
    <Tab
      id={id}
      className="relative flex min-h-12 cursor-pointer flex-col items-center justify-center rounded-full px-2 font-semibold text-xs transition selected:bg-ink-900 selected:text-linen-50 ringed:outline-3 ringed:outline-ink-900 ringed:outline-offset-2"
    >
      <Sign aria-hidden className="size-5" />
      {children}
      {mark && (
        <>
          <span
            aria-hidden
            className="absolute top-1.5 ms-8 size-3 rounded-full bg-tomato-600 ring-2 ring-linen-50"
          />
          <span className="sr-only">{mark}</span>
        </>
      )}
    </Tab>
  );
}
