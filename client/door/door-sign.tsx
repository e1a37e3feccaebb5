import { CircleAlert, CircleCheck, CircleMinus, Clock, Hourglass, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { classes } from '../ui/classes.ts';
import type { DoorStanding } from './standing.ts';

const looks = {
  free: { Sign: CircleCheck, face: 'bg-leaf-700 text-white' },
  kept: { Sign: Hourglass, face: 'bg-wood-200 text-ink-900' },
  soon: { Sign: Clock, face: 'bg-wood-200 text-ink-900' },
  awaited: { Sign: Clock, face: 'bg-wood-200 text-ink-900' },
  late: { Sign: CircleAlert, face: 'bg-wood-300 text-ink-900' },
  busy: { Sign: CircleMinus, face: 'bg-tomato-700 text-white' },
} as const satisfies Record<DoorStanding['name'], { Sign: LucideIcon; face: string }>;

interface Props {
  readonly standing: DoorStanding;
  readonly timeZone: string;
}

/** The one word that is read from three metres, and the sentence that belongs to it. */
export function DoorSign({ standing, timeZone }: Props) {
  const { t } = useTranslation('door');
  const { time } = useFormat(timeZone);
  const { Sign, face } = looks[standing.name];
  return (
    <section
      role="status"
      className={classes(
        'flex flex-col justify-center gap-4 rounded-xl p-8 shadow-high low:gap-2 low:p-5',
        face,
      )}
    >
      <Sign aria-hidden className="size-[clamp(4rem,12vw,10rem)] low:size-16" />
      <p className="font-bold text-3xl low:text-[2.75rem] low:leading-tight">
        {t(`standing.${standing.name}`)}
      </p>
      {standing.name === 'free' && (
        <p className="text-xl">
          {standing.until ? t('freeUntil', { time: time(standing.until.startsAt) }) : t('freeAllDay')}
        </p>
      )}
      {standing.name === 'kept' && (
        <p className="text-xl">
          {standing.take ? t('freeFrom', { time: time(standing.take.startsAt) }) : t('notToday')}
        </p>
      )}
      {'entry' in standing && (
        <div className="flex flex-col gap-1 text-xl low:gap-0 low:text-lg">
          <p className="line-clamp-2 font-semibold">
            <bdi>{standing.entry.title ?? t('untitled')}</bdi>
          </p>
          <p className="tabular-nums">
            <bdi>
              {time(standing.entry.startsAt)}–{time(standing.entry.endsAt)}
            </bdi>
          </p>
          {standing.name === 'late' && standing.entry.releasesAt && (
            <p className="font-semibold">{t('releases', { time: time(standing.entry.releasesAt) })}</p>
          )}
        </div>
      )}
    </section>
  );
}
