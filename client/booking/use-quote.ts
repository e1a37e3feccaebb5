import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BookingWish, Quote } from '#contract/quotes';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { askQuote } from '../api/room-endpoints.ts';
import { useSettled } from '../ui/use-settled.ts';
import { useBookerCredential } from './use-booker.ts';

/** The price of a wish, or that of the wish before while `isAsking`: then it may be read, but not agreed to. */
export interface AskedQuote {
  readonly quote: Quote | undefined;
  readonly refusal: Refusal | undefined;
  readonly isAsking: boolean;
}

/** Asks for a price when the wish has settled; the one before stays on the page meanwhile. */
export function useQuote(wish: BookingWish | undefined): AskedQuote {
  const { isPending, as } = useBookerCredential();
  const wanted = wish ? JSON.stringify(wish) : '';
  const text = useSettled(wanted);
  const { data, error, isLoading, isPlaceholderData } = useQuery({
    queryKey: ['quote', text, as],
    queryFn: ({ signal }) => {
      const settled: BookingWish = JSON.parse(text);
      return call(askQuote, { as, body: { ...settled, quoteId: newId() }, signal });
    },
    // Whoever books for a company is told its own price, and no other first.
    enabled: text !== '' && !isPending,
    placeholderData: keepPreviousData,
    retry: false,
    // A price stands for a quarter of an hour; a page that is left open asks again before it lapses.
    refetchInterval: 10 * 60_000,
    // A hold that was lost with the line is sent again for the price that it was made for.
    refetchOnReconnect: false,
  });
  const isOther = wanted !== text;
  return {
    quote: wish && data,
    refusal: error instanceof Refusal && !isOther ? error : undefined,
    isAsking: isOther || isPending || isLoading || isPlaceholderData,
  };
}
