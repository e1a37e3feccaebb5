import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BookingWish, Quote } from '#contract/quotes';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { askQuote } from '../api/room-endpoints.ts';
import { useSettled } from '../ui/use-settled.ts';

/** The price of a wish, asked for when the wish has settled; the one before stays on the page meanwhile. */
export function useQuote(wish: BookingWish | undefined): {
  readonly quote: Quote | undefined;
  readonly refusal: Refusal | undefined;
  readonly isAsking: boolean;
} {
  const text = useSettled(wish ? JSON.stringify(wish) : '');
  const { data, error, isFetching } = useQuery({
    queryKey: ['quote', text],
    queryFn: ({ signal }) => {
      const settled: BookingWish = JSON.parse(text);
      return call(askQuote, { body: { ...settled, quoteId: newId() }, signal });
    },
    enabled: text !== '',
    placeholderData: keepPreviousData,
    retry: false,
    // A price stands for a quarter of an hour; a page that is left open asks again before it lapses.
    refetchInterval: 10 * 60_000,
  });
  return { quote: data, refusal: error instanceof Refusal ? error : undefined, isAsking: isFetching };
}
