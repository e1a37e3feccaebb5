import type { Language } from '#values/locale';
import type { CompanyService } from '../companies/service.ts';
import { asAsked, awaitedBy, type BookingOf, isOver, type OccurrenceOf, startOf } from './booking.ts';
import type { BookingId } from './contract.ts';

type RoomName = (booking: BookingOf, roomId: OccurrenceOf['roomId'], language: Language) => Promise<string>;

export type Budgeting = ReturnType<typeof createBudgeting>;

/** What a booking takes of its company's budget, and the word of the approver where that is too little. */
export function createBudgeting(
  companies: CompanyService,
  byId: (id: BookingId) => Promise<BookingOf | undefined>,
) {
  const spendingOf = (booking: BookingOf) => {
    const { _id: bookingId, companyId, price } = booking;
    return companyId && { companyId, bookingId, total: price.gross, at: startOf(booking) };
  };

  /** Brings the budget, and what its approver is asked, to where a booking stands. */
  async function settle(booking: BookingOf): Promise<void> {
    const { _id: bookingId, state, asked } = booking;
    const open = asked ? awaitedBy(asked) : state === 'requested' ? (booking.awaits ?? []) : [];
    const isAsked = open.includes('budget');
    if (!isAsked) await companies.withdrawApprovals(bookingId);
    if (isOver(booking)) return companies.giveBudgetBack(bookingId);
    // What the approver is still to be heard about takes nothing; what a host is, has been granted.
    if (isAsked && !asked) return;
    const counted = asked && !isAsked ? [booking, asAsked(booking)] : [booking];
    await companies.countInBudget(
      bookingId,
      counted.flatMap((one) => spendingOf(one) ?? []),
    );
  }

  return {
    settle,

    /** Would the budget cover a booking as it is to be? */
    async covers(after: BookingOf): Promise<boolean> {
      const spending = spendingOf(after);
      return !spending || companies.coversInBudget(spending);
    },

    /** Takes what a booking as it is to be costs out of the budget, in place of less; `false` where that is too little. */
    async take(after: BookingOf): Promise<boolean> {
      const spending = spendingOf(after);
      return !spending || (await companies.takeBudget(spending)) === 'taken';
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
