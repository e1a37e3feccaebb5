import { bookingId as bookingIdOf } from '#contract/bookings';
import type { Approval } from '#contract/companies';
import type { BookingService } from '../bookings/service.ts';
import type { CompanyService } from '../companies/service.ts';

interface ApprovalNeeds {
  companies: CompanyService;
  bookings: BookingService;
}

export type ApprovalService = ReturnType<typeof createApprovalService>;

/** Between a company's budget and the booking that goes over it. */
export function createApprovalService({ companies, bookings }: ApprovalNeeds) {
  return {
    view: companies.approval,

    /**
     * The approver's word. It is written first and carried out then, so that said again it carries on where a crash
     * has cut it off. @throws DomainError missing `approval_unknown`; conflict `approval_over`, `booking_not_requested`,
     * `changed_meanwhile`.
     */
    async answer(word: string, approve: boolean): Promise<Approval> {
      const answered = await companies.answerApproval(word, approve);
      const { bookingId, askId } = answered;
      await bookings.answerRequest(bookingIdOf.parse(bookingId), { approve, ...(askId ? { askId } : {}) });
      return answered;
    },
  };
}
