import type { CompanyId } from '#contract/companies';
import type { PersonId } from '#contract/people';
import type { Voucher } from '#contract/rooms';
import { type Actor, may } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict } from '#values/errors';
import type { CompanyService } from '../companies/service.ts';
import type { QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import { type BookingOf, isOver, startOf } from './booking.ts';
import type { Claiming } from './claiming.ts';
import type { Confirmation, HoldRequest } from './contract.ts';
import type { Deciding } from './deciding.ts';
import type { Holding } from './holding.ts';
import type { BookingWrites } from './writes.ts';

interface ConfirmingNeeds {
  clock: Clock;
  rooms: RoomService;
  companies: CompanyService;
  quotes: QuoteService;
  writes: BookingWrites;
  claiming: Claiming;
  holding: Holding;
  deciding: Deciding;
}

export type Confirming = ReturnType<typeof createConfirming>;

/** From a price to a booking that stands: hold, then confirm. */
export function createConfirming(needs: ConfirmingNeeds) {
  const { clock, rooms, companies, quotes, writes, claiming, holding, deciding } = needs;

  /** The same hold, sent again. @throws DomainError conflict `booking_exists`, `booking_at_work`. */
  async function heldBefore({ bookingId, quoteId }: HoldRequest): Promise<BookingOf | undefined> {
    const known = await writes.byId(bookingId);
    if (known && known.quoteId !== quoteId) throw conflict('booking_exists');
    if (known && !known.claimed) throw conflict('booking_at_work');
    return known;
  }

  async function hold(request: HoldRequest & { personId?: PersonId }): Promise<BookingOf> {
    const [known, found] = await Promise.all([heldBefore(request), quotes.known(request.quoteId)]);
    if (known) return known;
    const quote = found ?? (await quotes.told(request.quoteId));
    if (quote.expiresAt <= clock.now()) throw conflict('quote_stale');
    const [ground, booking] = await Promise.all([rooms.ground(quote.spaceId), deciding.held(request, quote)]);
    const places = quotes
      .scheduleNew(ground, quote.wish)
      .map((one) => holding.placeOf(request.bookingId, ground.space, one));
    const occurrences = places.map(({ occurrence }) => occurrence);
    const { personId } = request;
    const wanted = { ...booking, occurrences, ...(personId ? { personId } : {}) };
    const held = await holding.hold(wanted, places, ground.space);
    // Somebody sent the same hold at the same time, and was first.
    return held ?? hold(request);
  }

  /** By what it is known that a voucher was used; nothing for one that may be used by everybody. */
  function voucherKey({ code, use }: Voucher, { spaceId, companyId }: BookingOf): string | undefined {
    if (use === 'many') return undefined;
    return use === 'once' ? `${spaceId} ${code}` : `${spaceId} ${code} ${companyId}`;
  }

  /** @throws DomainError conflict `voucher_used`. */
  async function spendVoucher(booking: BookingOf): Promise<void> {
    const key = booking.voucher && voucherKey(booking.voucher, booking);
    if (key !== undefined && !(await writes.spendVoucher(key, booking._id))) throw conflict('voucher_used');
  }

  /** What is agreed with a company holds for its own bookers, whoever the link was given to. */
  async function sharesFor(actor: Actor, { shares }: BookingOf, companyId: CompanyId) {
    const isTheirs = Object.keys(shares).length === 0 || (await companies.booksFor(actor, companyId));
    return isTheirs ? shares : {};
  }

  return {
    hold,

    /**
     * Books what is held. @throws DomainError conflict `booking_not_held`, `booking_at_work`, `quote_stale` with the
     * price of now, `voucher_used`; invalid `purchase_order_needed`, `cost_centre_unknown`.
     */
    confirm(actor: Actor, find: () => Promise<BookingOf>, wanted: Confirmation): Promise<BookingOf> {
      const isHost = may(actor, 'booking:manage');
      return claiming.decide(find, async (booking) => {
        // It came to nothing while it was being confirmed: what was taken for it after that goes back.
        if (isOver(booking)) await companies.giveBudgetBack(booking._id);
        deciding.assertConfirmable(booking);
        const { billing, language } = wanted;
        const { companyId } = await companies.resolve(booking.spaceId, billing, language, actor);
        const spending = { companyId, bookingId: booking._id, total: wanted.gross, at: startOf(booking) };
        const isCovered = async () => {
          // The budget last: what is refused has taken nothing of it.
          await spendVoucher({ ...booking, companyId });
          return (await companies.takeBudget(spending)) === 'taken';
        };
        const shares = await sharesFor(actor, booking, companyId);
        return deciding.confirmed(booking, wanted, { companyId, isHost, shares, isCovered });
      });
    },
  };
}
