import { useTranslation } from 'react-i18next';
import type { DoorView } from '#contract/bookings';
import type { RoomId } from '#contract/rooms';
import type { Space } from '#contract/spaces';
import { SECOND } from '#values/clock';
import { useFormat, useLanguage } from '../i18n/format.ts';
import { ConnectionBadge } from '../ui/connection-badge.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Loading } from '../ui/loading.tsx';
import { useNow } from '../ui/use-now.ts';
import { DoorActs } from './door-acts.tsx';
import { DoorSign } from './door-sign.tsx';
import { type DoorStanding, standingOf } from './standing.ts';
import { useDoor } from './use-door.ts';

interface Props {
  readonly roomId: RoomId;
  readonly space: Space;
  readonly isLineDown: boolean;
  /** The panel hangs beside another room now. */
  readonly onMove: () => void;
}

/** Is the room free, who has it, and who comes next: in words, sign and colour, for whoever walks by. */
export function Panel({ roomId, space, isLineDown, onMove }: Props) {
  const { t } = useTranslation('door');
  const language = useLanguage();
  const { view, isStale, show } = useDoor(roomId);
  const now = useNow(SECOND);
  const { time } = useFormat(space.timeZone);
  if (!view) return <Loading connection={isStale ? 'stale' : 'connecting'} />;
  const standing = standingOf(view, now);
  return (
    <div data-wall className="daylight flex min-h-dvh flex-col gap-5 p-5 low:gap-3 low:p-3">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <h1 className="grow text-2xl low:text-xl">{view.labels[language] ?? roomId}</h1>
        {(isStale || isLineDown) && <ConnectionBadge connection="stale" />}
        <time dateTime={new Date(now).toISOString()} className="font-bold text-2xl tabular-nums low:text-xl">
          {time(new Date(now))}
        </time>
      </header>
      <main className="grid grow gap-5 md:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] low:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)] low:gap-3">
        <DoorSign standing={standing} timeZone={space.timeZone} />
        <DoorActs roomId={roomId} standing={standing} timeZone={space.timeZone} onShown={show} />
      </main>
      <footer className="flex items-center justify-between gap-4 max-md:flex-wrap">
        <Next view={view} standing={standing} timeZone={space.timeZone} />
        <div className="flex items-center gap-4 md:shrink-0">
          <LanguageSwitch languages={space.languages} remember={false} />
          <button
            type="button"
            onClick={onMove}
            className="min-h-11 cursor-pointer text-ink-600 text-sm underline underline-offset-4"
          >
            {t('move')}
          </button>
        </div>
      </footer>
    </div>
  );
}

interface NextProps {
  readonly view: DoorView;
  readonly standing: DoorStanding;
  readonly timeZone: string;
}

/** Who comes after what the sign tells already. */
function Next({ view: { next }, standing, timeZone }: NextProps) {
  const { t } = useTranslation('door');
  const { time } = useFormat(timeZone);
  const isTold = 'entry' in standing && standing.entry.occurrenceId === next?.occurrenceId;
  if (!next || isTold) return <p className="text-lg">{t('nothingNext')}</p>;
  return (
    <p className="flex min-w-0 gap-2 text-lg">
      <span className="truncate">{t('next', { title: next.title ?? t('untitled') })}</span>
      <bdi className="shrink-0 tabular-nums">
        {time(next.startsAt)}–{time(next.endsAt)}
      </bdi>
    </p>
  );
}
