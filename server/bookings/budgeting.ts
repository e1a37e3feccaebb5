import type { Language } from '#values/locale';
import type { CompanyService } from '../companies/service.ts';
import { type BookingOf, isOver, type OccurrenceOf, startOf } from './booking.ts';

type RoomName = (booking: BookingOf, roomId: OccurrenceOf['roomId'], language: Language) => Promise<string>;

/** What a booking takes of its company's budget, and the word of the approver where that is too little. */
export function createBudgeting(companies: CompanyService) {
  return {
    /** Asks the approver of a booking's company by mail, because its budget does not cover this. */
    async ask(booking: BookingOf, roomName: RoomName): Promise<void> {
      const { _id: bookingId, companyId, billing, occurrences, wish, price, until, language } = booking;
      const [first] = occurrences;
      if (!companyId || billing?.kind !== 'company' || !first || !until) return;
      await companies.askApproval({
        companyId,
        bookingId,
        booker: billing.attention,
        room: await roomName(booking, first.roomId, language ?? 'en'),
        people: wish.people,
        times: occurrences,
        total: price.gross,
        until,
      });
    },

    /** Counts a booking that was approved, and gives back what one that is over had taken. */
    async settle(booking: BookingOf): Promise<void> {
      const { _id: bookingId, companyId, price } = booking;
      if (isOver(booking)) await companies.giveBudgetBack(bookingId);
      else if (companyId)
        await companies.countInBudget({ companyId, bookingId, total: price.gross, at: startOf(booking) });
    },
  };
}
