import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking, ChangePreview, ChangeRequest, Part } from '#contract/bookings';
import { DAY, later, MINUTE } from '#values/clock';
import { wallTime } from '#values/local-time';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { changeBooking, previewChange } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat, useLanguage } from '../i18n/format.ts';
import { awaitedOf } from '../ui/awaited.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSettled } from '../ui/use-settled.ts';
import { changeOf, plannedOf, searchOf } from './change.ts';
import { DayPicker } from './day-picker.tsx';
import { ExtrasStep } from './extras-step.tsx';
import type { Letting } from './find-step.tsx';
import { PartChoice } from './part-choice.tsx';
import { TimeFields } from './time-fields.tsx';
import type { Search } from './wish.ts';

interface Props {
  readonly booking: Booking;
  readonly word: string;
  readonly letting: Letting;
  readonly onChanged: (booking: Booking) => void;
  readonly onBack: () => void;
}

/** What a change would cost, asked when it has settled. */
function usePreview(word: string, revision: number, change: ChangeRequest | undefined) {
  const text = useSettled(change ? JSON.stringify(change) : '');
  return useQuery({
    queryKey: ['change', word, revision, text],
    queryFn: ({ signal }) => call(previewChange, { params: { word }, body: JSON.parse(text), signal }),
    enabled: text !== '' && change !== undefined,
    retry: false,
  });
}

/** Another day, time, room, or number of people: the difference is shown before anybody agrees. */
export function ChangeForm({ booking, word, letting, onChanged, onBack }: Props) {
  const { t } = useTranslation('booking');
  const planned = plannedOf(booking);
  const [first] = planned;
  const [part, setPart] = useState<Part | undefined>(
    () => first && { occurrenceId: first.occurrenceId, scope: 'one' },
  );
  const [search, setSearch] = useState(() => first && searchOf(booking, first));
  const room = letting.rooms.find(({ roomId }) => roomId === search?.roomId);
  const change = part && search && room && changeOf(booking, search, { ...part, room });
  const preview = usePreview(word, booking.revision, change);
  const { run, isBusy, refusal } = useAction(changeBooking);
  const set = (edit: Partial<Search>) => setSearch((before) => before && { ...before, ...edit });
  const choosePart = (next: Part) => {
    const named = planned.find(({ occurrenceId }) => occurrenceId === next.occurrenceId);
    setPart(next);
    if (named && next.occurrenceId !== part?.occurrenceId) setSearch(searchOf(booking, named));
  };
  const agree = async ({ difference }: ChangePreview) => {
    if (!change) return;
    const reply = await run({ params: { word }, body: { ...change, gross: difference.gross } });
    if (!(reply instanceof Refusal)) onChanged(reply);
  };
  const shown = change ? preview.data : undefined;
  const fault = change && preview.error instanceof Refusal ? preview.error : undefined;
  return (
    <section aria-label={t('change.title')} className="flex flex-col gap-5">
      {part && <PartChoice label={t('change.which')} planned={planned} part={part} onChange={choosePart} />}
      {search && <PlaceAndTime letting={letting} search={search} onChange={set} />}
      {search && room && (
        <ExtrasStep room={room} search={search} currency={letting.place.currency} onChange={set} />
      )}
      {shown && <Difference preview={shown} letting={letting} />}
      <ErrorNote refusal={refusal ?? fault} />
      <footer className="flex flex-wrap justify-end gap-3">
        <Button onPress={onBack}>{t('change.keep')}</Button>
        <Button tone="act" isPending={isBusy} isDisabled={!shown} onPress={() => shown && void agree(shown)}>
          {t(shown && shown.awaits.length > 0 ? 'change.ask' : 'change.go')}
        </Button>
      </footer>
    </section>
  );
}

interface PlaceProps {
  readonly letting: Letting;
  readonly search: Search;
  readonly onChange: (edit: Partial<Search>) => void;
}

function PlaceAndTime({ letting, search, onChange }: PlaceProps) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { place, rooms, policy } = letting;
  const now = new Date(useNow(MINUTE));
  const today = wallTime(now, place.timeZone).date;
  const last = wallTime(later(now, policy.aheadDays * DAY), place.timeZone).date;
  return (
    <section
      aria-label={t('search.title')}
      className="grid gap-6 rounded-xl bg-linen-50 p-5 shadow-low md:grid-cols-2"
    >
      <DayPicker
        label={t('search.day')}
        value={search.date}
        onChange={(date) => onChange({ date })}
        first={today}
        last={last}
      />
      <div className="flex flex-col gap-5">
        <SelectField
          label={t('change.room')}
          // The room that is had stands there also when it is let no longer: everything but its time can be changed.
          choices={rooms
            .filter(({ roomId, withdrawn }) => !withdrawn || roomId === search.roomId)
            .map(({ roomId, labels }) => ({ value: String(roomId), label: labels[language] ?? roomId }))}
          value={String(search.roomId)}
          onChange={(chosen) => onChange({ roomId: rooms.find(({ roomId }) => roomId === chosen)?.roomId })}
        />
        <TimeFields
          from={search.from}
          to={search.to}
          opens={Math.min(search.from, ...place.hours.map(({ opens }) => opens))}
          closes={Math.max(search.to, ...place.hours.map(({ closes }) => closes))}
          onChange={onChange}
        />
        <p className="text-ink-600 text-sm">{t('search.zone', { zone: place.timeZone })}</p>
        <NumberField
          label={t('search.people')}
          value={search.people}
          onChange={(people) => onChange({ people })}
          least={1}
          most={500}
        />
      </div>
    </section>
  );
}

function Difference({ preview, letting }: { readonly preview: ChangePreview; readonly letting: Letting }) {
  const { t } = useTranslation('booking');
  const { money } = useFormat();
  const { gross } = preview.difference;
  const name = gross > 0 ? 'change.more' : gross < 0 ? 'change.less' : 'change.same';
  const { currency } = letting.place;
  return (
    <div role="status" className="flex flex-col gap-1 rounded-lg bg-wood-100 p-4">
      <p className="font-semibold">
        {t(name, { amount: money(Math.abs(gross), currency), total: money(preview.price.gross, currency) })}
      </p>
      {preview.awaits.length > 0 && <p>{t(`change.awaits.${awaitedOf(preview.awaits)}`)}</p>}
    </div>
  );
}
