import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldBooking } from '#contract/bookings';
import { bookingId } from '#contract/bookings';
import type { Quote } from '#contract/quotes';
import { DAY, later, MINUTE } from '#values/clock';
import { wallTime } from '#values/local-time';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { holdRooms } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useNow } from '../ui/use-now.ts';
import { DetailsForm } from './details-form.tsx';
import { ExtrasStep } from './extras-step.tsx';
import { FindStep, type Letting } from './find-step.tsx';
import { firstSearch } from './first-search.ts';
import { PricePanel } from './price-panel.tsx';
import type { Series } from './series.ts';
import { SeriesPanel } from './series-panel.tsx';
import { useBookerCredential } from './use-booker.ts';
import { COMPANY } from './use-link-word.ts';
import { type AskedQuote, useQuote } from './use-quote.ts';
import { useSeries } from './use-series.ts';
import { type Search, wishOf } from './wish.ts';

/** From an empty page to a room that is held, step by step; the price is always in sight. */
export function Reservation({ letting }: { readonly letting: Letting }) {
  const { t } = useTranslation('booking');
  const [id, setId] = useState(newId);
  const now = new Date(useNow(MINUTE));
  const [search, setSearch] = useState(() => firstSearch(letting, now, location.hash));
  const [isExtras, setExtras] = useState(false);
  const [held, setHeld] = useState<HeldBooking>();
  const { run, isBusy, refusal } = useAction(holdRooms);
  const { as } = useBookerCredential();
  const single = wishOf(letting, search, id);
  const [series, setSeries] = useState<Series>();
  const dates = useSeries(letting, single, series);
  const reads = useQueryClient();
  const asked = useQuote(dates.wish);
  const heading = useRef<HTMLHeadingElement>(null);

  const go = (change: () => void) => {
    change();
    // Whoever does not see the page change hears where they are.
    heading.current?.focus();
    scrollTo({ top: 0 });
  };
  const hold = async ({ quoteId }: Quote) => {
    // A price is held once: when no answer came, the same hold is sent again, not another that finds it taken.
    const reply = await run({ as, body: { bookingId: bookingId.parse(quoteId), quoteId } });
    if (!(reply instanceof Refusal)) return go(() => setHeld(reply));
    // Somebody was quicker: the dates are looked at again.
    await reads.invalidateQueries({ queryKey: ['series'] });
  };
  const startOver = () => {
    setId(newId());
    go(() => setHeld(undefined));
  };
  return (
    <main className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none">
          {t('heading')}
        </h1>
        <p className="max-w-2xl text-ink-700">{t('lead')}</p>
        <a
          href={COMPANY}
          className="flex min-h-11 w-fit items-center font-semibold underline decoration-2 underline-offset-4"
        >
          {t(as ? 'company.open' : 'company.signIn')}
        </a>
      </div>
      {held ? (
        <DetailsForm held={held} letting={letting} onBack={startOver} />
      ) : (
        <Wishes
          letting={letting}
          search={search}
          isExtras={isExtras}
          onChange={(part) => setSearch((before) => ({ ...before, ...part }))}
          asked={asked}
          repeat={
            single && (
              <SeriesPanel
                letting={letting}
                wish={single}
                series={series}
                asked={dates}
                onChange={setSeries}
              />
            )
          }
        >
          <ErrorNote refusal={refusal} />
          <footer className="flex flex-wrap justify-end gap-3">
            {isExtras && <Button onPress={() => go(() => setExtras(false))}>{t('back')}</Button>}
            <Button
              tone="act"
              isPending={isBusy}
              isDisabled={!asked.quote || asked.isAsking}
              onPress={() => (isExtras && asked.quote ? void hold(asked.quote) : go(() => setExtras(true)))}
            >
              {t(isExtras ? 'hold.go' : 'next')}
            </Button>
          </footer>
        </Wishes>
      )}
    </main>
  );
}

interface WishesProps {
  readonly letting: Letting;
  readonly search: Search;
  readonly isExtras: boolean;
  readonly onChange: (change: Partial<Search>) => void;
  readonly asked: AskedQuote;
  /** Once, or the same again. */
  readonly repeat: ReactNode;
  readonly children: ReactNode;
}

/** What is wanted, and what it would cost. */
function Wishes({ letting, search, isExtras, onChange, asked, repeat, children }: WishesProps) {
  const { t } = useTranslation('booking');
  const { timeZone, currency } = letting.place;
  const { time } = useFormat(timeZone);
  const now = new Date(useNow(MINUTE));
  const last = wallTime(later(now, letting.policy.aheadDays * DAY), timeZone).date;
  const room = letting.rooms.find(({ roomId }) => roomId === search.roomId);
  const { quote, isAsking, refusal } = asked;
  const told = isAsking ? t('price.asking') : quote && t('price.until', { time: time(quote.expiresAt) });
  return (
    <>
      {isExtras && room ? (
        <>
          <ExtrasStep room={room} search={search} currency={currency} onChange={onChange} />
          {repeat}
        </>
      ) : (
        <FindStep
          letting={letting}
          search={search}
          onChange={onChange}
          now={wallTime(now, timeZone)}
          last={last}
        />
      )}
      <ErrorNote refusal={refusal} />
      {quote && room && <PricePanel price={quote.price} currency={currency} />}
      {room && told && <p className="text-ink-600 text-sm">{told}</p>}
      {children}
    </>
  );
}
