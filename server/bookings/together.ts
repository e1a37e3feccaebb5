import { occurrenceId, type Quote } from '#contract/quotes';
import { newId } from '#platform/tokens';
import { type Actor, isForeign } from '#values/actor';
import { type Clock, later, MINUTE } from '#values/clock';
import { conflict, forbidden, missing } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { CalendarService } from '../calendar/service.ts';
import type { CheckInService } from '../checkins/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { BookingOf } from './booking.ts';
import type { Confirming } from './confirming.ts';
import type { HeldBooking, TogetherBooking, TogetherWish } from './contract.ts';
import type { BookingWrites } from './writes.ts';

interface TogetherNeeds {
  clock: Clock;
  spaces: SpaceService;
  people: PeopleService;
  rooms: RoomService;
  calendar: CalendarService;
  checkIns: CheckInService;
  quotes: QuoteService;
  writes: BookingWrites;
  confirming: Confirming;
  shown(booking: BookingOf): HeldBooking;
}

const QUARTER = 15;

/** One free seat is for one person: whoever is here and meets somebody gets a room in two taps, at a price of their own. */
export function createTogether(needs: TogetherNeeds) {
  const { clock, spaces, people, rooms, calendar, checkIns, quotes, writes, confirming, shown } = needs;

  /** Where somebody who asks, or whose pass was shown, sits now. @throws DomainError forbidden `not_here`. */
  async function presenceOf(actor: Actor, personId: TogetherWish['personId']) {
    if (actor.role === 'person' && actor.id !== personId) throw forbidden('not_here');
    const presence = await checkIns.presenceOf(personId);
    if (!presence || isForeign(actor, presence.spaceId)) throw forbidden('not_here');
    return presence;
  }

  return {
    /** First tap: the smallest room that is free now, and its price. @throws DomainError conflict `no_room_free`. */
    async propose(actor: Actor, { quoteId, personId, ...wish }: TogetherWish): Promise<Quote> {
      const { spaceId } = await presenceOf(actor, personId);
      const space = await spaces.space(spaceId);
      const now = wallTime(clock.now(), space.timeZone);
      const from = now.minute - (now.minute % QUARTER);
      // Rooms are let by whole quarters: the one that has begun counts.
      const begins = later(clock.now(), -(clock.now().getTime() % (QUARTER * MINUTE)));
      const span = { from: begins, to: later(begins, wish.minutes * MINUTE) };
      const room = await calendar.freeRoom(space, { span, people: wish.people, only: wish.roomId });
      if (!room || from + wish.minutes > 1440) throw conflict('no_room_free');
      const [layout] = rooms.layoutsFor(room, wish.people);
      if (!layout) throw conflict('no_room_free');
      const slot = { date: now.date, from, to: from + wish.minutes };
      const occurrence = { ...slot, occurrenceId: occurrenceId.parse(newId()), roomId: room.roomId };
      const request = {
        quoteId,
        spaceId,
        people: wish.people,
        layout,
        options: [],
        occurrences: [occurrence],
      };
      return quotes.quote(request, { rate: 'together' });
    },

    /** Second tap: the room is theirs. @throws DomainError as holds and confirmations. */
    async book(
      actor: Actor,
      { personId, email, language, ...request }: TogetherBooking,
    ): Promise<HeldBooking> {
      await presenceOf(actor, personId);
      const { rate } = await quotes.told(request.quoteId);
      if (rate !== 'together') throw missing('quote_unknown');
      const { profile } = await people.person(personId);
      const { price } = await confirming.hold(request);
      const find = async () => {
        const found = await writes.byId(request.bookingId);
        if (!found) throw missing('booking_unknown');
        return found;
      };
      const billing = { kind: 'consumer' as const, name: profile.name, email };
      const wanted = { gross: price.gross, billing, language, titleHidden: true };
      return shown(await confirming.confirm(actor, find, wanted));
    },
  };
}
