import { useQuery } from '@tanstack/react-query';
import type { BookingWish, SeriesDate } from '#contract/quotes';
import { MINUTE } from '#values/clock';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { previewSeries } from '../api/room-endpoints.ts';
import { useSettled } from '../ui/use-settled.ts';
import type { Letting } from './find-step.tsx';
import { type Series, seriesRequestOf, wishOfSeries } from './series.ts';

/** How the dates of a series stand, and the wish for those that can be had. */
export interface AskedSeries {
  readonly dates: readonly SeriesDate[] | undefined;
  readonly wish: BookingWish | undefined;
  readonly refusal: Refusal | undefined;
}

/** Looks at each date of a series when it has settled. Without a series the wish is what it was. */
export function useSeries(
  { rooms }: Letting,
  single: BookingWish | undefined,
  series: Series | undefined,
): AskedSeries {
  const request = single && series && seriesRequestOf(single, series);
  const wanted = request ? JSON.stringify(request) : '';
  const text = useSettled(wanted);
  const isSettled = wanted !== '' && wanted === text;
  const { data, error } = useQuery({
    queryKey: ['series', text],
    queryFn: ({ signal }) => call(previewSeries, { body: JSON.parse(text), signal }),
    enabled: isSettled,
    retry: false,
    // Others book meanwhile; what is shown as free should not be long gone.
    refetchInterval: MINUTE,
  });
  if (!series) return { dates: undefined, wish: single, refusal: undefined };
  const dates = isSettled ? data?.dates : undefined;
  return {
    dates,
    wish: single && dates && wishOfSeries(single, dates, { ways: series.ways, rooms }),
    refusal: isSettled && error instanceof Refusal ? error : undefined,
  };
}
