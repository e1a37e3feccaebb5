import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BookingWish, occurrenceId } from '#contract/quotes';
import { DAY, later } from '#values/clock';
import { wallTime } from '#values/local-time';
import { newId } from '../api/new-id.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ExtrasStep } from './extras-step.tsx';
import { FindStep, type Letting } from './find-step.tsx';
import { PricePanel } from './price-panel.tsx';
import { useQuote } from './use-quote.ts';
import { layoutsFor, type Search } from './wish.ts';

type Step = 'find' | 'extras';

/** Tomorrow morning for eight: a booking begins as an example that one changes. */
function firstSearch(tomorrow: string): Search {
  return {
    date: tomorrow,
    people: 8,
    layout: undefined,
    equipment: [],
    from: 9 * 60,
    to: 12 * 60,
    roomId: undefined,
    options: {},
  };
}

/** The search as the server prices it; nothing until a room is chosen that holds so many. */
function wishOf({ place, rooms }: Letting, search: Search, id: string): BookingWish | undefined {
  const room = rooms.find(({ roomId }) => roomId === search.roomId);
  const layout = room && (search.layout ?? layoutsFor(room, search.people)[0]);
  if (!room || !layout) return undefined;
  const { date, from, to, people } = search;
  return {
    spaceId: place.spaceId,
    occurrences: [{ occurrenceId: occurrenceId.parse(id), roomId: room.roomId, date, from, to }],
    people,
    layout,
    options: room.tariff.options.flatMap(({ code }) => {
      const quantity = search.options[code] ?? 0;
      return quantity > 0 ? [{ code, quantity }] : [];
    }),
  };
}

/** From an empty page to a room that is one's own, step by step; the price is always in sight. */
export function Reservation({ letting }: { readonly letting: Letting }) {
  const { t } = useTranslation('booking');
  const { timeZone, currency } = letting.place;
  const { time } = useFormat(timeZone);
  const [now] = useState(() => wallTime(new Date(), timeZone));
  const [id] = useState(newId);
  const [search, setSearch] = useState(() => firstSearch(wallTime(later(new Date(), DAY), timeZone).date));
  const [step, setStep] = useState<Step>('find');
  const { quote, refusal } = useQuote(wishOf(letting, search, id));
  const room = letting.rooms.find(({ roomId }) => roomId === search.roomId);
  const change = (part: Partial<Search>) => setSearch((before) => ({ ...before, ...part }));
  const last = wallTime(later(new Date(), letting.policy.aheadDays * DAY), timeZone).date;
  return (
    <main className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl">{t('heading')}</h1>
        <p className="max-w-2xl text-ink-700">{t('lead')}</p>
      </div>
      {step === 'find' ? (
        <FindStep letting={letting} search={search} onChange={change} now={now} last={last} />
      ) : (
        room && <ExtrasStep room={room} search={search} currency={currency} onChange={change} />
      )}
      <ErrorNote refusal={refusal} />
      {quote && room && (
        <>
          <PricePanel price={quote.price} currency={currency} />
          <p className="text-ink-600 text-sm">{t('price.until', { time: time(quote.expiresAt) })}</p>
        </>
      )}
      <footer className="flex flex-wrap justify-end gap-3">
        {step !== 'find' && <Button onPress={() => setStep('find')}>{t('back')}</Button>}
        <Button tone="act" isDisabled={!quote || !room} onPress={() => setStep('extras')}>
          {t('next')}
        </Button>
      </footer>
    </main>
  );
}
