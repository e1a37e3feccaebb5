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

  /** Takes a total out of what `limit` leaves, once for a booking. Without a limit it is only counted. */
  async function take(spend: Spend, limit?: number): Promise<Taken> {
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
  }

  return {
    take,

    /** Would a booking's total fit into what `limit` leaves, in place of what it takes now? */
    async covers({ bookingId, total, ...key }: Spend, limit: number): Promise<boolean> {
      const month = await Months.findById(keyOf(key)).lean();
      const own = month?.bookings.find((one) => one.bookingId === bookingId)?.total ?? 0;
      return total <= own || (month?.taken ?? 0) - own + total <= limit;
    },

    /**
     * Brings what a booking takes of a month to another total, where `limit` leaves that. What it takes of another
     * month stays until that is given back.
     */
    async retake(spend: Spend, limit?: number): Promise<Taken> {
      const { bookingId, total } = spend;
      const _id = keyOf(spend);
      for (;;) {
        const month = await Months.findById(_id).lean();
        const entry = month?.bookings.find((one) => one.bookingId === bookingId);
        if (!month || !entry) return take(spend, limit);
        const more = total - entry.total;
        if (more > 0 && limit !== undefined && month.taken > limit - more) return 'over';
        const { matchedCount } = await Months.updateOne(
          // Only on what was looked at: another booking, or this one, may have taken of it meanwhile.
          { _id, taken: month.taken, bookings: { $elemMatch: entry } },
          { $inc: { taken: more }, $set: { 'bookings.$.total': total } },
        );
        if (matchedCount === 1) return 'taken';
      }
    },

    /**
     * Gives back what a booking had taken, once, whichever month it was in when that was taken.
     * @param except the month that it takes of now.
     */
    async giveBack(bookingId: string, except?: Pick<Spend, 'companyId' | 'month'>): Promise<void> {
      const stays = except ? { _id: { $ne: keyOf(except) } } : {};
      for (const { _id, bookings } of await Months.find({ 'bookings.bookingId': bookingId, ...stays }).lean())
        for (const entry of bookings.filter((one) => one.bookingId === bookingId))
          await Months.updateOne(
            { _id, bookings: { $elemMatch: entry } },
            { $inc: { taken: -entry.total }, $pull: { bookings: { bookingId } } },
          );
    },

    async taken(companyId: string, month: string): Promise<number> {
      return (await Months.findById(keyOf({ companyId, month })).lean())?.taken ?? 0;
    },

    /** Asks for approval, once by an id; what was asked about the same booking before needs no answer any more. */
    async ask(document: ApprovalDocument): Promise<void> {
      try {
        await Approvals.insertOne(document);
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
      await Approvals.updateMany(
        { bookingId: document.bookingId, _id: { $ne: document._id }, state: 'asked' },
        { $set: { state: 'replaced' } },
      );
    },

    approval: (id: string) => Approvals.findById(id).lean<ApprovalDocument>(),

    /** The approver's word: the first stands. */
    answer: (id: string, approve: boolean, now: Date) =>
      Approvals.findOneAndUpdate(
        { _id: id, state: 'asked', until: { $gt: now } },
        { $set: { state: approve ? 'approved' : 'declined' } },
        { returnDocument: 'after' },
      ).lean<ApprovalDocument>(),
  };
}
