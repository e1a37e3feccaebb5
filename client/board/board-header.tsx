import { Armchair, Moon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardView } from '#contract/boards';
import { SECOND } from '#values/clock';
import type { Connection } from '../api/live.ts';
import { useFormat } from '../i18n/format.ts';
import { ConnectionBadge } from '../ui/connection-badge.tsx';
import { FreeSeatsReason } from '../ui/free-seats-reason.tsx';
import { FundGauge } from '../ui/fund-gauge.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';
import { useNow } from '../ui/use-now.ts';

interface Props {
  readonly view: BoardView;
  readonly connection: Connection;
  readonly isHost: boolean;
}

/** Where this is, what time it is there, and how many seats are free. */
export function BoardHeader({ view: { space, seats, open, fund, gauge }, connection, isHost }: Props) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  return (
    <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <h1 className="flex grow items-center gap-3 text-xl">
        <Logo className="size-11 shrink-0" />
        {space.name}
      </h1>
      {connection !== 'live' && <ConnectionBadge connection={connection} />}
      {!open && (
        <p className="flex items-center gap-2 rounded-full bg-linen-200 px-4 py-1 font-semibold">
          <Moon aria-hidden className="size-5" />
          {t('closed')}
        </p>
      )}
      <div className="flex flex-col">
        <p className="flex items-center gap-2 font-semibold text-lg">
          <Armchair aria-hidden className="size-6 text-leaf-700" />
          {t('free', { count: seats.free, number: number(seats.free), total: number(seats.total) })}
        </p>
        <FreeSeatsReason fund={fund} space={space} className="text-ink-700 text-sm" />
      </div>
      <FundGauge gauge={gauge} />
      <WallTime timeZone={space.timeZone} />
      {isHost && (
        <a
          href="/host"
          className="flex min-h-11 items-center font-semibold underline decoration-2 underline-offset-4"
        >
          {t('console')}
        </a>
      )}
      <LanguageSwitch languages={space.languages} remember={isHost} />
    </header>
  );
}

function WallTime({ timeZone }: { readonly timeZone: string }) {
  const now = new Date(useNow(SECOND));
  const { time } = useFormat(timeZone);
  return (
    <time dateTime={now.toISOString()} className="font-bold text-2xl tabular-nums">
      {time(now)}
    </time>
  );
}
