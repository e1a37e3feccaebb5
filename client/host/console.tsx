import { ArrowUpRight, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardView } from '#contract/boards';
import { endSession } from '../api/endpoints.ts';
import type { Connection } from '../api/live.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ConnectionBadge } from '../ui/connection-badge.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FundGauge } from '../ui/fund-gauge.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';
import { Bookings } from './bookings.tsx';
import { Devices } from './devices.tsx';
import { Mails } from './mails.tsx';
import { PairForm } from './pair-form.tsx';
import { Today } from './today.tsx';

interface Props {
  readonly view: BoardView;
  readonly connection: Connection;
  readonly onSignedOut: () => void;
}

/** Signed in: today in numbers, the way to the board, and the devices. */
export function Console({ view, connection, onSignedOut }: Props) {
  const { t } = useTranslation('host');
  const { run, isBusy, refusal } = useAction(endSession);
  const signOut = async () => {
    const reply = await run({ as: 'host' });
    if (!(reply instanceof Refusal)) onSignedOut();
  };
  return (
    <div className="daylight min-h-dvh">
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-5 py-6">
        <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <h1 className="flex grow items-center gap-3 text-xl">
            <Logo className="size-11 shrink-0" />
            {view.space.name}
          </h1>
          {connection !== 'live' && <ConnectionBadge connection={connection} />}
          <LanguageSwitch remember />
          <Button tone="plain" isDisabled={isBusy} onPress={() => void signOut()}>
            <LogOut aria-hidden className="size-5 rtl:-scale-x-100" />
            {t('signOut')}
          </Button>
        </header>
        <ErrorNote refusal={refusal} />
        <main className="grid items-start gap-6 lg:grid-cols-[1.1fr_1fr]">
          <div className="flex flex-col gap-6">
            <Today view={view} />
            <FundGauge gauge={view.gauge} />
            <a
              href="/board"
              className="flex min-h-16 items-center justify-between gap-4 rounded-xl bg-ink-900 px-6 font-semibold text-lg text-linen-50 shadow-low transition hover:bg-ink-800"
            >
              {t('toBoard')}
              <ArrowUpRight aria-hidden className="size-6 shrink-0 rtl:-scale-x-100" />
            </a>
            <Bookings space={view.space} />
          </div>
          <div className="flex flex-col gap-6">
            <Mails timeZone={view.space.timeZone} />
            <Devices timeZone={view.space.timeZone} />
            <PairForm />
          </div>
        </main>
      </div>
    </div>
  );
}
