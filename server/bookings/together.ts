import type { PersonId } from '#contract/people';
import { occurrenceId } from '#contract/quotes';
import type { Room } from '#contract/rooms';
import type { Space } from '#contract/spaces';
import { newId } from '#platform/tokens';
import { type Actor, isForeign } from '#values/actor';
import { type Clock, later, MINUTE } from '#values/clock';
import { conflict, type DomainError, forbidden, invalid, missing } from '#values/errors';
import { instantsAt, wallTime } from '#values/local-time';
import { liesWithin, openOn } from '#values/stretch';
import type { CalendarService } from '../calendar/service.ts';
import type { CheckInService } from '../checkins/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { BookingOf } from './booking.ts';
import type { Claiming } from './claiming.ts';
import type { Confirming } from './confirming.ts';
import type {
  HeldBooking,
  RoomTogether,
  TogetherBooking,
  TogetherProposal,
  TogetherWish,
} from './contract.ts';
import { endedEarly, isOn } from './lifecycle.ts';
import { onWall, startsAbout } from './walk-up.ts';
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
  claiming: Claiming;
  confirming: Confirming;
  shown(booking: BookingOf): HeldBooking;
}

type Wish = Omit<TogetherWish, 'quoteId' | 'personId'>;

/** A room that can be had about now, and when. */
interface Place {
  room: Room;
  slot: NonNullable<ReturnType<typeof onWall>>;
}

/** An address as its owner recognises it and whoever looks over their shoulder does not. */
const hinted = (address: string) => address.replace(/^(.)[^@]*/u, '$1•••');

/** One free seat is for one person: whoever is here and meets somebody gets a room in two taps, at a price of their own. */
export function createTogether(needs: TogetherNeeds) {
  const { clock, spaces, people, rooms, calendar, checkIns, quotes, writes, claiming, confirming, shown } =
    needs;

  /** Where somebody who asks, or whose pass was shown, sits now. @throws DomainError forbidden `not_here`. */
  async function presenceOf(actor: Actor, personId: PersonId) {
    if (actor.role === 'person' && actor.id !== personId) throw forbidden('not_here');
    const presence = await checkIns.presenceOf(personId);
    if (!presence || isForeign(actor, presence.spaceId)) throw forbidden('not_here');
    return presence;
  }

  /** The smallest room that is free about now, for as long as is wished. */
  async function placeFor(space: Space, wish: Wish): Promise<Place | undefined> {
    // By instants: whoever is here knows which of two hours it is that the wall shows alike.
    for (const minute of startsAbout(Math.floor(clock.now().getTime() / MINUTE))) {
      const from = new Date(minute * MINUTE);
      const span = { from, to: later(from, wish.minutes * MINUTE) };
      const slot = onWall(span, space.timeZone);
      const { weekday } = wallTime(from, space.timeZone);
      if (!slot || !liesWithin([slot.from, slot.to], openOn(space.hours, weekday))) continue;
      const room = await calendar.freeRoom(space, { span, people: wish.people, only: wish.roomId });
      if (room) return { room, slot };
    }
    return undefined;
  }

  /** Nothing is free: which room is next, and when. */
  async function refusalOf(space: Space, { roomId: only, ...wish }: Wish): Promise<DomainError> {
    const next = await calendar.nextRoom(space, { ...wish, only }, clock.now());
    const [nextAt] = next ? instantsAt(next.date, next.stretch[0], space.timeZone) : [];
    return conflict(
      'no_room_free',
      next && nextAt ? { roomId: next.room.roomId, nextAt: nextAt.toISOString() } : {},
    );
  }

  /** What somebody took last, and that of it which they are in now. */
  async function lastOf(personId: PersonId) {
    const [booking] = await writes.takenBy(personId);
    const occurrence = booking?.occurrences.find((one) => isOn(one, clock.now()));
    return { booking, occurrence };
  }

  async function roomOf(personId: PersonId): Promise<RoomTogether | undefined> {
    const { booking, occurrence } = await lastOf(personId);
    if (!booking || !occurrence) return undefined;
    const { from, to, roomId } = occurrence;
    return {
      bookingId: booking._id,
      roomId,
      startsAt: from.toISOString(),
      endsAt: to.toISOString(),
      manage: shown(booking).manage,
    };
  }

  /** @throws DomainError invalid `address_needed` where no invoice was ever sent to them. */
  async function billingOf(personId: PersonId, given: string | undefined) {
    const email = given ?? (await lastOf(personId)).booking?.billing?.email;
    if (email === undefined) throw invalid('address_needed');
    const { profile } = await people.person(personId);
    return { kind: 'consumer' as const, name: profile.name, email };
  }

  return {
    roomOf,

    /**
     * First tap: the smallest room that is free now, and its price. @throws DomainError conflict `no_room_free` with
     * the next that is, `room_already` with the room that they have.
     */
    async propose(actor: Actor, { quoteId, personId, ...wish }: TogetherWish): Promise<TogetherProposal> {
      const { spaceId } = await presenceOf(actor, personId);
      const space = await spaces.space(spaceId);
      const had = await roomOf(personId);
      if (had) throw conflict('room_already', { roomId: had.roomId, until: had.endsAt });
      const place = await placeFor(space, wish);
      const layout = place && rooms.layoutsFor(place.room, wish.people)[0];
      if (!place || !layout) throw await refusalOf(space, wish);
      const { slot, room } = place;
      const occurrences = [{ ...slot, roomId: room.roomId, occurrenceId: occurrenceId.parse(newId()) }];
      const request = { quoteId, spaceId, people: wish.people, layout, options: [], occurrences };
      const [told, { booking }] = await Promise.all([
        quotes.quote(request, { rate: 'together' }),
        lastOf(personId),
      ]);
      const known = booking?.billing?.email;
      return { ...told, ...(known === undefined ? {} : { invoiceTo: hinted(known) }) };
    },

    /**
     * Second tap: the room is theirs. @throws DomainError invalid `address_needed`; conflict `room_already` where they
     * took one meanwhile; and as holds and confirmations.
     */
    async book(
      actor: Actor,
      { personId, email, language, ...request }: TogetherBooking,
    ): Promise<HeldBooking> {
      await presenceOf(actor, personId);
      const { rate } = await quotes.told(request.quoteId);
      if (rate !== 'together') throw missing('quote_unknown');
      const billing = await billingOf(personId, email);
      // What is over by the clock, and nobody has looked at yet, keeps nobody from another room.
      const before = await writes.sittingOf(personId);
      if (before) await claiming.age(before);
      const { price } = await confirming.hold({ ...request, personId });
      const find = async () => {
        const found = await writes.byId(request.bookingId);
        if (!found) throw missing('booking_unknown');
        return found;
      };
      const wanted = { gross: price.gross, billing, language, titleHidden: true };
      return shown(await confirming.confirm(actor, find, wanted));
    },

    /** They are done: the room is free for others. @throws DomainError missing `booking_unknown`; conflict `occurrence_over`. */
    async end(
      actor: Actor,
      { bookingId, personId }: Pick<TogetherBooking, 'bookingId' | 'personId'>,
    ): Promise<void> {
      if (actor.role === 'person' && actor.id !== personId) throw missing('booking_unknown');
      const find = async () => {
        const found = await writes.byId(bookingId);
        if (!found || found.personId !== personId || isForeign(actor, found.spaceId))
          throw missing('booking_unknown');
        return found;
      };
      await claiming.decide(find, (booking) => {
        const [occurrence] = booking.occurrences;
        if (!occurrence || booking.state !== 'confirmed') throw conflict('booking_over');
        return endedEarly(booking, occurrence, clock.now());
      });
    },
  };
}
