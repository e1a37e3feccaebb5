import { type Clock, HOUR, later, MINUTE } from '#values/clock';
import { conflict } from '#values/errors';
import type { QuoteDocument, QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import { asIs, type BookingOf, hasRunOut } from './booking.ts';
import type { Confirmation, HoldRequest, Part } from './contract.ts';
import { partOf } from './lifecycle.ts';
import { keptShare, refundOf } from './refund.ts';

interface DecidingNeeds {
  clock: Clock;
  rooms: RoomService;
  quotes: QuoteService;
}

/** What a booking becomes by a hold, a confirmation, a host's word, or is worth when it is given up; nothing is written. */
export function createDeciding({ clock, rooms, quotes }: DecidingNeeds) {
  /** The price that a booking is confirmed at: as it was told, or when that has run out, as it is now. */
  async function priceNow(booking: BookingOf): Promise<BookingOf['price']> {
    if (clock.now() <= booking.pricedUntil) return booking.price;
    const wish = { spaceId: booking.spaceId, ...booking.wish, occurrences: booking.occurrences.map(asIs) };
    const payer = { rate: booking.rate, ...(booking.voucher ? { granted: booking.voucher } : {}) };
    return (await quotes.price(wish, payer)).price;
  }

  async function needsApproval({ spaceId, occurrences }: BookingOf): Promise<boolean> {
    const letting = await rooms.letting(spaceId);
    return occurrences.some(({ roomId }) => letting.rooms.get(roomId)?.approval);
  }

  return {
    /** A booking that is about to take its rooms. */
    async held({ bookingId, quoteId }: HoldRequest, quote: QuoteDocument): Promise<BookingOf> {
      const { policy } = await rooms.letting(quote.spaceId);
      const { people, layout, options } = quote.wish;
      const madeAt = clock.now();
      return {
        _id: bookingId,
        spaceId: quote.spaceId,
        quoteId,
        revision: 0,
        state: 'held',
        claimed: false,
        wish: { people, layout, options },
        ...(quote.voucher ? { voucher: quote.voucher } : {}),
        occurrences: [],
        price: quote.price,
        rate: quote.rate,
        pricedUntil: quote.expiresAt,
        until: later(madeAt, policy.holdMinutes * MINUTE),
        titleHidden: false,
        madeAt,
      };
    },

    /** @throws DomainError conflict `booking_not_held`, `booking_at_work`, `quote_stale` with the price of now. */
    async confirmed(booking: BookingOf, wanted: Confirmation, byHost: boolean): Promise<BookingOf> {
      // A second click finds it done.
      if (booking.state === 'confirmed' || booking.state === 'requested') return booking;
      if (booking.state !== 'held' || hasRunOut(booking, clock.now())) throw conflict('booking_not_held');
      if (!booking.claimed) throw conflict('booking_at_work');
      const price = await priceNow(booking);
      if (price.gross !== wanted.gross) throw conflict('quote_stale', { gross: price.gross });
      const { until: _hold, ...rest } = booking;
      const { title, titleHidden } = wanted;
      const named = { ...rest, price, titleHidden, ...(title ? { title } : {}) };
      if (byHost || !(await needsApproval(booking))) return { ...named, state: 'confirmed' };
      const { policy } = await rooms.letting(booking.spaceId);
      return { ...named, state: 'requested', until: later(clock.now(), policy.approvalHours * HOUR) };
    },

    /** @throws DomainError conflict `booking_not_requested`. */
    answered(booking: BookingOf, approve: boolean): BookingOf {
      const isOpen = booking.state === 'requested' && !hasRunOut(booking, clock.now());
      if (!isOpen) throw conflict('booking_not_requested');
      const { until: _deadline, ...rest } = booking;
      return { ...rest, state: approve ? 'confirmed' : 'cancelled' };
    },

    /** What is given back for a part of a booking now, and which occurrences that means. */
    async refund(booking: BookingOf, part: Part) {
      const now = clock.now();
      const { policy } = await rooms.letting(booking.spaceId);
      const cancelled = partOf(booking, part, now);
      // What was never agreed to costs nothing to give up.
      const keepsOf = ({ from }: { from: Date }) =>
        booking.state === 'confirmed' ? keptShare(policy.cancellation, from, now) : 0;
      return { cancelled, ...refundOf(cancelled, booking.price.lines, keepsOf) };
    },
  };
}
