import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking, Part } from '#contract/bookings';
import type { Currency } from '#values/money';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { cancelBooking, previewRefund } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plannedOf } from './change.ts';
import { PartChoice } from './part-choice.tsx';

interface Props {
  readonly booking: Booking;
  readonly word: string;
  readonly currency: Currency;
  readonly onChanged: (booking: Booking) => void;
  readonly onBack: () => void;
}

/** Giving a booking up, or a part of it: what comes back is shown to the coin before anybody agrees. */
export function CancelForm({ booking, word, currency, onChanged, onBack }: Props) {
  const { t } = useTranslation('booking');
  const { money, percentage } = useFormat();
  const planned = plannedOf(booking);
  const [part, setPart] = useState<Part | undefined>(
    () => planned[0] && { occurrenceId: planned[0].occurrenceId, scope: 'all' },
  );
  const { data, error } = useQuery({
    queryKey: ['refund', word, booking.revision, part],
    queryFn: ({ signal }) => call(previewRefund, { params: { word }, ...(part && { body: part }), signal }),
    enabled: part !== undefined,
    retry: false,
  });
  const { run, isBusy, refusal } = useAction(cancelBooking);
  const cancel = async (agreed: Part & { readonly gross: number }) => {
    const reply = await run({ params: { word }, body: agreed });
    if (!(reply instanceof Refusal)) onChanged(reply);
  };
  const kept = Math.max(0, ...(data?.occurrences.map(({ keeps }) => keeps) ?? []));
  return (
    <section
      aria-label={t('cancel.title')}
      className="flex flex-col gap-5 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      {part && <PartChoice label={t('cancel.which')} planned={planned} part={part} onChange={setPart} />}
      <p role="status" className="rounded-lg bg-wood-100 p-4 font-semibold empty:hidden">
        {data &&
          t(kept > 0 ? 'cancel.part' : 'cancel.whole', {
            amount: money(data.gross, currency),
            share: percentage(kept),
          })}
      </p>
      <ErrorNote refusal={refusal ?? (error instanceof Refusal ? error : undefined)} />
      <footer className="flex flex-wrap justify-end gap-3">
        <Button onPress={onBack}>{t('cancel.keep')}</Button>
        <Button
          tone="act"
          isPending={isBusy}
          isDisabled={!data}
          onPress={() => data && part && void cancel({ ...part, gross: data.gross })}
        >
          {t('cancel.go')}
        </Button>
      </footer>
    </section>
  );
}
