import type { BookingOf, Duty, Notice } from './booking.ts';

/** Something to be done, before it is known by which change. */
export type NewDuty = Duty extends infer Each ? (Each extends Duty ? Omit<Each, 'cause'> : never) : never;

/** The company's budget is to be brought to where the booking stands. */
export const BUDGET: NewDuty = { kind: 'budget' };

/** The booker is to be told. */
export const mail = (notice: Notice) => ({ kind: 'mail' as const, notice });

/** A booking with more to be done; the causes are told apart by the revision that brings them about. */
export function withDuties(booking: BookingOf, duties: readonly NewDuty[]): BookingOf {
  const caused = duties.map((duty): Duty => {
    const what = duty.kind === 'mail' ? duty.notice : duty.kind;
    return { ...duty, cause: `booking:${booking._id}:${booking.revision + 1}:${what}` };
  });
  return { ...booking, duties: [...booking.duties, ...caused] };
}
