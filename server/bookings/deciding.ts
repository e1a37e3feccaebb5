import type { CompanyId } from '#contract/companies';
import { type Clock, HOUR, later, MINUTE } from '#values/clock';
import { conflict } from '#values/errors';
import type { QuoteDocument, QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { asAgreed, unchanged } from './aging.ts';
import { asIs, type BookingOf, hasRunOut, isOver, livingOf, type Notice } from './booking.ts';
import { granted, isOpen } from './change.ts';
import type { Agreement, Confirmation, Decision, HoldRequest, Part } from './contract.ts';
import { BUDGET, mail, type NewDuty, withDuties } from './duties.ts';
import { partOf, withoutOccurrences } from './lifecycle.ts';
import { keptShare, refundOf } from './refund.ts';

interface DecidingNeeds {
  clock: Clock;
  spaces: SpaceService;
  rooms: RoomService;
  quotes: QuoteService;
}

/** Who confirms, and for which customer. */
interface Confirmer {
  companyId: CompanyId;
  isHost: boolean;
  /** What that company pays of the tariff; a price that was told for other shares is not theirs. */
  shares: BookingOf['shares'];
  /** Does the company's budget cover it? */
  isCovered(): Promise<boolean>;
}

export type Deciding = ReturnType<typeof createDeciding>;

/** What a booking becomes by a hold, a confirmation, a host's word, or is worth when it is given up; nothing is written. */
export function createDeciding({ clock, spaces, rooms, quotes }: DecidingNeeds) {
  /** The price that a booking is confirmed at: as it was told, or when that is not theirs or has run out, as it is now. */
  async function priceNow(booking: BookingOf, shares: BookingOf['shares']): Promise<BookingOf['price']> {
    if (shares === booking.shares && clock.now() <= booking.pricedUntil) return booking.price;
    const wish = { spaceId: booking.spaceId, ...booking.wish, occurrences: livingOf(booking).map(asIs) };
    const { rate, voucher } = booking;
    const payer = { rate, shares, ...(voucher ? { granted: voucher } : {}) };
    return (await quotes.price(wish, payer)).price;
  }

  async function needsApproval(booking: BookingOf): Promise<boolean> {
    const letting = await rooms.letting(booking.spaceId);
    return livingOf(booking).some(({ roomId }) => letting.rooms.get(roomId)?.approval);
  }

  /** What is given back for a part of a booking now, and which occurrences that means. */
  async function refund(booking: BookingOf, part: Part) {
    const now = clock.now();
    const { policy } = await rooms.letting(booking.spaceId);
    const cancelled = partOf(booking, part, now);
    // What was never agreed to costs nothing to give up.
    const keepsOf = ({ from }: { from: Date }) =>
      booking.state === 'confirmed' ? keptShare(policy.cancellation, from, now) : 0;
    return { cancelled, ...refundOf(cancelled, booking.price.lines, keepsOf) };
  }

  /** A booking that both sides have agreed to: it is billed, and its booker is told. */
  function agreed(booking: BookingOf, notice: Notice): BookingOf {
    const now = clock.now();
    const occurrences = booking.occurrences.map((one) => asAgreed(one, booking.rate, now));
    const { lines } = booking.price;
    return withDuties({ ...booking, occurrences, state: 'confirmed' }, [
      { kind: 'invoice', lines },
      mail(notice),
    ]);
  }

  /** @throws DomainError conflict `booking_not_held`, `booking_at_work`. */
  function assertConfirmable(booking: BookingOf): void {
    if (isOver(booking) || hasRunOut(booking, clock.now())) throw conflict('booking_not_held');
    if (!booking.claimed) throw conflict('booking_at_work');
  }

  return {
    refund,

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
        shares: quote.shares,
        pricedUntil: quote.expiresAt,
        until: later(madeAt, policy.holdMinutes * MINUTE),
        titleHidden: false,
        duties: [],
        papers: [],
        billedOn: {},
        circumstances: quote.circumstances,
        madeAt,
      };
    },

    assertConfirmable,

    /** What is held for whoever waited for it: they are told, and it is theirs when they confirm. */
    keptFor(
      booking: BookingOf,
      { billing, language }: Pick<Confirmation, 'billing' | 'language'>,
    ): BookingOf {
      return withDuties({ ...booking, billing, language }, [mail('waiting-list-free')]);
    },

    /** @throws DomainError conflict `quote_stale` with the price of now. */
    async confirmed(booking: BookingOf, wanted: Confirmation, by: Confirmer): Promise<BookingOf> {
      // A second click finds it done.
      if (booking.state !== 'held') return booking;
      const { companyId, isHost, shares } = by;
      const price = await priceNow(booking, shares);
      if (price.gross !== wanted.gross) throw conflict('quote_stale', { gross: price.gross });
      const { until: _hold, ...rest } = booking;
      const { title, titleHidden, billing, language } = wanted;
      const named = {
        ...rest,
        price,
        shares,
        titleHidden,
        billing,
        language,
        companyId,
        ...(title ? { title } : {}),
      };
      const isFree = isHost || !(await needsApproval(booking));
      const isCovered = await by.isCovered();
      const awaits: Agreement[] = [
        ...(isFree ? [] : ['host' as const]),
        ...(isCovered ? [] : ['budget' as const]),
      ];
      if (awaits.length === 0) return agreed(named, 'booking-confirmed');
      const { policy } = await rooms.letting(booking.spaceId);
      const until = later(clock.now(), policy.approvalHours * HOUR);
      const asked: NewDuty[] = isCovered ? [] : [{ kind: 'approval' }];
      return withDuties({ ...named, state: 'requested', awaits, until }, [
        ...asked,
        mail('booking-requested'),
      ]);
    },

    /**
     * One word on a request, or on a change of what stands: a no ends it, and the last yes that it waits for makes it.
     * @throws DomainError conflict `booking_not_requested`; `changed_meanwhile` where they were shown something else.
     */
    answered(booking: BookingOf, by: Agreement, { approve, askId }: Decision): BookingOf {
      const now = clock.now();
      const isRequest = booking.state === 'requested' && !hasRunOut(booking, now);
      if (!booking.asked && !isRequest) throw conflict('booking_not_requested');
      if ((booking.asked ?? booking).askId !== askId) throw conflict('changed_meanwhile');
      if (booking.asked) {
        if (!isOpen(booking, now)) throw conflict('booking_not_requested');
        return approve ? granted(booking, by, now) : unchanged(booking);
      }
      const { until: _deadline, awaits = [], ...rest } = booking;
      if (!approve) return withDuties({ ...rest, state: 'cancelled' }, [BUDGET, mail('booking-declined')]);
      // Said again, or by somebody whom nobody asked.
      if (!awaits.includes(by)) return booking;
      const left = awaits.filter((one) => one !== by);
      if (left.length > 0) return { ...booking, awaits: left };
      return agreed(withDuties(rest, [BUDGET]), 'booking-approved');
    },

    /** What is left when a part is given up for this refund, at what it still comes to. */
    async withoutPart(
      booking: BookingOf,
      { cancelled, given, kept, gross }: Awaited<ReturnType<typeof refund>>,
    ): Promise<BookingOf> {
      const ids = new Set(cancelled.map(({ occurrenceId }) => occurrenceId));
      const staying = booking.price.lines.filter(({ occurrenceId }) => !ids.has(occurrenceId));
      const space = await spaces.space(booking.spaceId);
      const price = await quotes.totalOf(space, [...staying, ...kept]);
      const left = withoutOccurrences({ ...booking, price }, cancelled);
      // Nothing has been billed for a request, and nobody has to be written to about a hold.
      if (booking.state === 'held') return withDuties(left, [BUDGET]);
      const credit: NewDuty[] =
        booking.state === 'confirmed' && given.length > 0 ? [{ kind: 'credit', lines: given }] : [];
      return withDuties(left, [BUDGET, ...credit, { ...mail('booking-cancelled'), refund: gross }]);
    },
  };
}
