import type { Language } from '#values/locale';
import type { CompanyService } from '../companies/service.ts';
import { type BookingOf, isOver, type OccurrenceOf, spentBy, startOf } from './booking.ts';
import type { BookingId } from './contract.ts';

type RoomName = (booking: BookingOf, roomId: OccurrenceOf['roomId'], language: Language) => Promise<string>;

export type Budgeting = ReturnType<typeof createBudgeting>;

/** What a booking takes of its company's budget, and the word of the approver where that is too little. */
export function createBudgeting(
  companies: CompanyService,
  byId: (id: BookingId) => Promise<BookingOf | undefined>,
) {
  const spendingOf = (booking: BookingOf) => {
    const { _id: bookingId, companyId } = booking;
    return companyId && { companyId, bookingId, total: spentBy(booking), at: startOf(booking) };
  };

  /** Counts a booking at what it comes to, and gives back what one that is over had taken. */
  async function settle(booking: BookingOf): Promise<void> {
    const spending = spendingOf(booking);
    if (isOver(booking)) await companies.giveBudgetBack(booking._id);
    // What the approver is still to be heard about has taken nothing.
    else if (spending && !booking.awaits?.includes('budget')) await companies.countInBudget(spending);
  }

  return {
    settle,

    /** Would the budget cover a booking as it is to be? */
    async covers(after: BookingOf): Promise<boolean> {
      const spending = spendingOf(after);
      return !spending || companies.coversInBudget(spending);
    },

    /** Takes what a booking as it is to be costs out of the budget, in place of what it took; `false` where that is too little. */
    async take(after: BookingOf): Promise<boolean> {
      const spending = spendingOf(after);
      return !spending || (await companies.retakeBudget(spending)) === 'taken';
    },

    /** What was taken for a change that was not made goes back. */
    async restore(bookingId: BookingId): Promise<void> {
      const standing = await byId(bookingId);
      if (standing) await settle(standing);
    },

    /** Asks the approver of a booking's company by mail, because its budget does not cover this or a change to this. */
    async ask(booking: BookingOf, roomName: RoomName): Promise<void> {
      const { _id: bookingId, companyId, billing, language, asked } = booking;
      const { wish, price, askId, until } = asked ?? booking;
      // Other numbers, or other options, are for the times that stand.
      const times = asked && asked.occurrences.length > 0 ? asked.occurrences : booking.occurrences;
      const [first] = times;
      if (!companyId || billing?.kind !== 'company' || !first || !until) return;
      await companies.askApproval({
        companyId,
        bookingId,
        ...(askId ? { askId } : {}),
        booker: billing.attention,
        room: await roomName(booking, first.roomId, language ?? 'en'),
        people: wish.people,
        times,
        total: price.gross,
        ...(asked ? { before: booking.price.gross } : {}),
        until,
      });
    },
  };
}
