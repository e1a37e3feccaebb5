import { Ban, Check, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BookingWish, SeriesDate } from '#contract/quotes';
import { clockFace } from '#values/local-time';
import { hoursOf, useFormat, useLanguage } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import type { Letting } from './find-step.tsx';
import { otherRoomOf, otherTimeOf, RHYTHMS, type Rhythm, type Series, type Way, waysOf } from './series.ts';
import type { AskedSeries } from './use-series.ts';

interface Props {
  readonly letting: Letting;
  /** What is wanted on the first date. */
  readonly wish: BookingWish;
  readonly series: Series | undefined;
  readonly asked: AskedSeries;
  readonly onChange: (series: Series | undefined) => void;
}

const isRhythm = (name: string): name is Rhythm => name in RHYTHMS;

/** Once, or the same again: how often, how many times, and what becomes of each date. */
export function SeriesPanel({ letting, wish, series, asked, onChange }: Props) {
  const { t } = useTranslation('booking');
  const { number } = useFormat();
  const chosen = asked.wish?.occurrences.length ?? 0;
  const choose = (rhythm: string) =>
    onChange(isRhythm(rhythm) ? { times: 4, ways: {}, ...series, rhythm } : undefined);
  return (
    <section
      aria-label={t('series.title')}
      className="flex flex-col gap-5 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      <h2 className="text-lg">{t('series.title')}</h2>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <SelectField
          label={t('series.rhythm')}
          choices={['once', ...Object.keys(RHYTHMS)].map((value) => ({ value, label: t(`series.${value}`) }))}
          value={series?.rhythm ?? 'once'}
          onChange={choose}
        />
        {series && (
          <NumberField
            label={t('series.times')}
            value={series.times}
            onChange={(times) => onChange({ ...series, times })}
            least={2}
            most={60}
          />
        )}
      </div>
      <ErrorNote refusal={asked.refusal} />
      {series && !asked.dates && !asked.refusal && <Loading />}
      {series && asked.dates && (
        <>
          <ol className="flex flex-col divide-y divide-linen-300">
            {asked.dates.map((date) => (
              <SeriesRow
                key={date.date}
                date={date}
                wish={wish}
                letting={letting}
                way={series.ways[date.date] ?? 'skip'}
                onChoose={(way) => onChange({ ...series, ways: { ...series.ways, [date.date]: way } })}
              />
            ))}
          </ol>
          <p role="status" className="rounded-lg bg-wood-100 p-4 font-semibold">
            {t('series.chosen', { count: chosen, number: number(chosen), all: number(asked.dates.length) })}
          </p>
        </>
      )}
    </section>
  );
}

const signs = {
  free: { Sign: Check, face: 'text-leaf-700' },
  taken: { Sign: Clock, face: 'text-tomato-700' },
  refused: { Sign: Ban, face: 'text-ink-700' },
} as const;

interface RowProps {
  readonly date: SeriesDate;
  readonly wish: BookingWish;
  readonly letting: Letting;
  readonly way: Way;
  readonly onChoose: (way: Way) => void;
}

function SeriesRow({ date, wish, letting, way, onChoose }: RowProps) {
  const { t } = useTranslation('booking');
  const { day } = useFormat();
  const { Sign, face } = signs[date.state];
  return (
    <li
      data-testid="date"
      className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-2 py-3 first:pt-0 last:pb-0"
    >
      <Sign aria-hidden className={`mt-0.5 size-5 ${face}`} />
      <div className="flex flex-col gap-2">
        <span className="flex flex-wrap justify-between gap-x-4">
          <span className="font-semibold">{day(date.date)}</span>
          {/* Why a date cannot be had is said in the words of every other refusal. */}
          <span>
            {date.state === 'refused' ? t(`common:errors.${date.code}`) : t(`series.${date.state}`)}
          </span>
        </span>
        {date.state === 'taken' && <WayChoice {...{ date, wish, letting, way, onChoose }} />}
      </div>
    </li>
  );
}

interface WayProps extends Omit<RowProps, 'date'> {
  readonly date: Extract<SeriesDate, { state: 'taken' }>;
}

function WayChoice({ date, wish, letting, way, onChoose }: WayProps) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { day, dayThen } = useFormat();
  const room = otherRoomOf(date, wish, letting.rooms);
  const time = otherTimeOf(date);
  const labels: Readonly<Record<Way, string>> = {
    room: t('series.room', { room: room?.labels[language] ?? '' }),
    time: time ? `${dayThen(time.date)}${hoursOf(clockFace(time.from), clockFace(time.to))}` : '',
    skip: t('series.skip'),
  };
  return (
    <SelectField
      label={t('series.way', { date: day(date.date) })}
      choices={waysOf(date, wish, letting.rooms).map((value) => ({ value, label: labels[value] }))}
      value={way}
      onChange={onChoose}
    />
  );
}
