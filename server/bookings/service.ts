import type { Connection } from 'mongoose';
import type { Space } from '#contract/spaces';
import { type Actor, isForeign, may } from '#values/actor';
import { type Clock, DAY, later } from '#values/clock';
import { conflict, forbidden, missing } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { CalendarService } from '../calendar/service.ts';
import type { QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { BookingOf } from './booking.ts';
import { createChanging } from './changing.ts';
import { createClaiming } from './claiming.ts';
import type {
  Booking,
  BookingId,
  ChangePreview,
  ChangeRequest,
  Confirmation,
  HoldRequest,
  Part,
  Refund,
} from './contract.ts';
import { createDeciding } from './deciding.ts';
import { createHolding } from './holding.ts';
import { withoutOccurrences } from './lifecycle.ts';
import { bookingOfWord, manageWordOf } from './manage-word.ts';
import { viewOf } from './view.ts';
import { createBookingWrites } from './writes.ts';

interface BookingNeeds {
  connection: Connection;
  clock: Clock;
  secret: string;
  spaces: SpaceService;
  rooms: RoomService;
  calendar: CalendarService;
  quotes: QuoteService;
}

export type BookingService = ReturnType<typeof createBookingService>;

/** How often a change is worked out anew when the booking changes under it. */
const ATTEMPTS = 5;

/** Rooms held, booked, changed and given back. One document is one booking; its rooms' days decide who may. */
export function createBookingService(needs: BookingNeeds) {
  const { connection, clock, secret, spaces, rooms, calendar, quotes } = needs;
  const writes = createBookingWrites(connection);
  const claiming = createClaiming({ clock, calendar, writes });
  const holding = createHolding({ clock, rooms, calendar, writes, claiming });
  const changing = createChanging({ clock, spaces, rooms, quotes, holding });
  const deciding = createDeciding({ clock, rooms, quotes });

  const shown = (booking: BookingOf) => ({
    booking: viewOf(booking),
    manage: manageWordOf(secret, booking._id),
  });

  /** @throws DomainError missing `booking_unknown`. */
  async function byWord(word: string): Promise<BookingOf> {
    const id = bookingOfWord(secret, word);
    const found = id === undefined ? undefined : await writes.byId(id);
    if (!found) throw missing('booking_unknown');
    return found;
  }

  /**
   * Decides on a booking as it is now and writes what was decided, again when it has changed meanwhile.
   * @throws DomainError conflict `booking_at_work` when it changes each time.
   */
  async function decide(
    find: () => Promise<BookingOf>,
    decision: (booking: BookingOf) => Promise<BookingOf> | BookingOf,
  ): Promise<BookingOf> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await find();
      const decided = await decision(before);
      if (decided === before) return before;
      const after = await claiming.save(before, decided);
      if (after) return after;
    }
    throw conflict('booking_at_work');
  }

  /** The same hold, sent again. @throws DomainError conflict `booking_exists`, `booking_at_work`. */
  async function heldBefore({ bookingId, quoteId }: HoldRequest): Promise<BookingOf | undefined> {
    const known = await writes.byId(bookingId);
    if (known && known.quoteId !== quoteId) throw conflict('booking_exists');
    if (known && !known.claimed) throw conflict('booking_at_work');
    return known ?? undefined;
  }

  async function hold(request: HoldRequest): Promise<BookingOf> {
    const known = await heldBefore(request);
    if (known) return known;
    const quote = await quotes.told(request.quoteId);
    if (quote.expiresAt <= clock.now()) throw conflict('quote_stale');
    const [space, booking, scheduled] = await Promise.all([
      spaces.space(quote.spaceId),
      deciding.held(request, quote),
      quotes.schedule(quote.wish),
    ]);
    const places = scheduled.map((one) => holding.placeOf(request.bookingId, space, one));
    const occurrences = places.map(({ occurrence }) => occurrence);
    const held = await holding.hold({ ...booking, occurrences }, places, space);
    // Somebody sent the same hold at the same time, and was first.
    return held ?? hold(request);
  }

  function assertStands({ state, claimed }: BookingOf): void {
    if (!claimed) throw conflict('booking_at_work');
    if (state === 'lapsed' || state === 'cancelled') throw conflict('booking_over');
  }

  async function spaceOfHost(actor: Actor, spaceId: Space['id']): Promise<void> {
    if (isForeign(actor, spaceId)) throw forbidden('space_foreign');
    await spaces.space(spaceId);
  }

  const isHost = (actor: Actor) => may(actor, 'booking:manage');

  return {
    /**
     * Holds rooms while somebody pays. @throws DomainError missing `quote_unknown`; conflict `quote_stale`,
     * `slot_taken` with what would work, `booking_exists`, `booking_at_work`; and as `scheduled`.
     */
    hold: async (request: HoldRequest) => shown(await hold(request)),

    view: async (word: string): Promise<Booking> => viewOf(await byWord(word)),

    /** @throws DomainError conflict `booking_not_held`, `quote_stale` with the price of now. */
    confirm: async (actor: Actor, word: string, wanted: Confirmation): Promise<Booking> =>
      viewOf(
        await decide(
          () => byWord(word),
          (booking) => deciding.confirmed(booking, wanted, isHost(actor)),
        ),
      ),

    /** A host's yes or no. @throws DomainError conflict `booking_not_requested`. */
    async decideRequest(actor: Actor, bookingId: BookingId, approve: boolean): Promise<Booking> {
      const find = async () => {
        const found = await writes.byId(bookingId);
        if (!found) throw missing('booking_unknown');
        await spaceOfHost(actor, found.spaceId);
        return found;
      };
      const decided = await decide(find, (booking) => deciding.answered(booking, approve));
      return viewOf(decided);
    },

    /** What giving up a part of a booking would give back now. */
    async refundOf(word: string, part: Part): Promise<Refund> {
      const booking = await byWord(word);
      assertStands(booking);
      const { cancelled: _which, lines: _lines, ...told } = await deciding.refund(booking, part);
      return told;
    },

    /** Gives up a part of a booking. @throws DomainError conflict `refund_changed` with the refund of now. */
    cancel: async (word: string, { gross, ...part }: Part & { gross: number }): Promise<Booking> =>
      viewOf(
        await decide(
          () => byWord(word),
          async (booking) => {
            assertStands(booking);
            const back = await deciding.refund(booking, part);
            if (back.gross !== gross) throw conflict('refund_changed', { gross: back.gross });
            return withoutOccurrences(booking, back.cancelled);
          },
        ),
      ),

    /** What a change would cost. @throws DomainError as `change`. */
    async changePreview(actor: Actor, word: string, request: ChangeRequest): Promise<ChangePreview> {
      const booking = await byWord(word);
      assertStands(booking);
      const { after, difference } = await changing.work(booking, request, isHost(actor));
      return { price: after.price, difference };
    },

    /**
     * Changes a booking, all that is asked for or nothing. @throws DomainError conflict `notice_over`, `quote_stale`
     * with the difference of now, `slot_taken` with what would work, `booking_over`, `occurrence_over`.
     */
    async change(actor: Actor, word: string, { gross, ...request }: ChangeRequest & { gross: number }) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const booking = await byWord(word);
        assertStands(booking);
        const { after, places, space, difference } = await changing.work(booking, request, isHost(actor));
        if (difference.gross !== gross) throw conflict('quote_stale', { gross: difference.gross });
        const changed = await holding.move(booking, after, { places, space });
        if (changed) return viewOf(changed);
      }
      throw conflict('booking_at_work');
    },

    /** What a space has on a date, for its hosts. */
    async ofDay(actor: Actor, spaceId: Space['id'], date: string) {
      await spaceOfHost(actor, spaceId);
      return { bookings: (await writes.on(spaceId, date)).map(shown) };
    },

    /** Lets time have its way: holds and requests run out, what was planned is used or missed. */
    async age(): Promise<void> {
      for (const booking of await writes.due(clock.now())) await claiming.age(booking);
    },

    /** Drops what a crash left behind. @param grace milliseconds in which whoever took a room may still be at it. */
    async repair(grace: number): Promise<void> {
      const yesterday = wallTime(later(clock.now(), -2 * DAY), 'UTC').date;
      await claiming.repair(yesterday, grace);
    },
  };
}
