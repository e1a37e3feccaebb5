import { isDuplicate } from '#platform/duplicate-key';
import type { ApprovalDocument, CompanyModels } from './model.ts';

/** How a booking's total fares against the month's budget. */
export type Taken = 'taken' | 'over';

interface Spend {
  companyId: string;
  /** `2026-11`, on the wall of the space. */
  month: string;
  bookingId: string;
  total: number;
}

export type CompanyWrites = ReturnType<typeof createCompanyWrites>;

/** Every step of a budget and an approval as one conditional write. */
export function createCompanyWrites({ Months, Approvals }: CompanyModels) {
  const keyOf = ({ companyId, month }: Pick<Spend, 'companyId' | 'month'>) => `${companyId}:${month}`;

  return {
    /** Takes a total out of what `limit` leaves, once for a booking. Without a limit it is only counted. */
    async take(spend: Spend, limit?: number): Promise<Taken> {
      const { bookingId, total } = spend;
      const _id = keyOf(spend);
      if (await Months.exists({ _id, 'bookings.bookingId': bookingId })) return 'taken';
      // An upsert into a month that has nothing yet finds no sum to compare with.
      if (limit !== undefined && total > limit) return 'over';
      const fits = limit === undefined ? {} : { taken: { $lte: limit - total } };
      try {
        await Months.updateOne(
          { _id, ...fits, 'bookings.bookingId': { $ne: bookingId } },
          { $inc: { taken: total }, $push: { bookings: { bookingId, total } } },
          { upsert: true },
        );
        return 'taken';
      } catch (fault) {
        // The month stands and the filter did not find it: it is full, or this booking was counted meanwhile.
        if (!isDuplicate(fault)) throw fault;
      }
      return (await Months.exists({ _id, 'bookings.bookingId': bookingId })) ? 'taken' : 'over';
    },

    /** Gives back what a booking had taken, once, whichever month it was in when that was taken. */
    async giveBack(bookingId: string): Promise<void> {
      for (const { _id, bookings } of await Months.find({ 'bookings.bookingId': bookingId }).lean())
        for (const entry of bookings.filter((one) => one.bookingId === bookingId))
          await Months.updateOne(
            { _id, bookings: { $elemMatch: entry } },
            { $inc: { taken: -entry.total }, $pull: { bookings: { bookingId } } },
          );
    },

    async taken(companyId: string, month: string): Promise<number> {
      return (await Months.findById(keyOf({ companyId, month })).lean())?.taken ?? 0;
    },

    /** Asks for approval, once for a booking. */
    async ask(document: ApprovalDocument): Promise<void> {
      try {
        await Approvals.insertOne(document);
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
    },

    approval: (bookingId: string) => Approvals.findById(bookingId).lean<ApprovalDocument>(),

    /** The approver's word: the first stands. */
    answer: (bookingId: string, approve: boolean, now: Date) =>
      Approvals.findOneAndUpdate(
        { _id: bookingId, state: 'asked', until: { $gt: now } },
        { $set: { state: approve ? 'approved' : 'declined' } },
        { returnDocument: 'after' },
      ).lean<ApprovalDocument>(),
  };
}
