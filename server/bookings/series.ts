import type { SeriesDate, SeriesRequest } from '#contract/quotes';
import { newId } from '#platform/tokens';
import { DomainError } from '#values/errors';
import type { QuoteService } from '../quotes/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { Claiming } from './claiming.ts';
import { bookingId } from './contract.ts';
import type { Holding } from './holding.ts';
import { datesOfSeries } from './recurrence.ts';

interface SeriesNeeds {
  spaces: SpaceService;
  quotes: QuoteService;
  holding: Holding;
  claiming: Claiming;
}

/** Looks at each date of a series before anything is taken: what is free, what clashes, what is closed. */
export function createSeries({ spaces, quotes, holding, claiming }: SeriesNeeds) {
  async function look(request: SeriesRequest, date: string): Promise<SeriesDate> {
    const { spaceId, people, layout, every: _every, times: _times, ...slot } = request;
    const space = await spaces.space(spaceId);
    try {
      const [scheduled] = await quotes.schedule({
        spaceId,
        people,
        layout,
        options: [],
        occurrences: [{ ...slot, date }],
      });
      if (!scheduled) throw new RangeError('one was asked for');
      const place = holding.placeOf(bookingId.parse(newId()), space, scheduled);
      if (!(await claiming.firstTaken(place.stakes))) return { date, state: 'free' };
      const { roomId: _room, ...instead } = await holding.instead(space, place.occurrence, people);
      return { ...instead, date, state: 'taken' };
    } catch (refusal) {
      // A date that cannot be had is an answer; it does not spoil the others.
      if (refusal instanceof DomainError && refusal.kind === 'invalid')
        return { date, state: 'refused', code: refusal.code };
      throw refusal;
    }
  }

  return {
    /** @throws DomainError missing `space_unknown`, `rooms_not_let`, `room_unknown`. */
    async preview(request: SeriesRequest): Promise<{ dates: SeriesDate[] }> {
      const dates: SeriesDate[] = [];
      for (const date of datesOfSeries(request)) dates.push(await look(request, date));
      return { dates };
    },
  };
}
