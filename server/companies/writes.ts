import { isDuplicate } from '#platform/duplicate-key';
import type { ApprovalDocument, CompanyModels, MonthDocument } from './model.ts';

/** How a booking's total fares against the month's budget. */
export type Taken = 'taken' | 'over';

/** What a booking takes of a month. */
export interface Spend {
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

  /** What is taken of a month, and what a booking takes of it. */
  async function seen({ bookingId, ...key }: Spend) {
    const month = await Months.findById(keyOf(key)).lean();
    return { taken: month?.taken ?? 0, own: month?.bookings.find((one) => one.bookingId === bookingId) };
  }

  /** Brings what a booking was seen to take to its total; `false` where it takes another by now, or `limit` is too little. */
  async function bring(
    spend: Spend,
    own: MonthDocument['bookings'][number] | undefined,
    limit?: number,
  ): Promise<boolean> {
    const { bookingId, total } = spend;
    const more = total - (own?.total ?? 0);
    const fits = { _id: keyOf(spend), ...(limit === undefined ? {} : { taken: { $lte: limit - more } }) };
    if (own) {
      const { matchedCount } = await Months.updateOne(
        { ...fits, bookings: { $elemMatch: own } },
        { $inc: { taken: more }, $set: { 'bookings.$.total': total } },
      );
      return matchedCount === 1;
    }
    try {
      await Months.updateOne(
        { ...fits, 'bookings.bookingId': { $ne: bookingId } },
        { $inc: { taken: more }, $push: { bookings: { bookingId, total } } },
        { upsert: true },
      );
      return true;
    } catch (fault) {
      // The month stands and the filter did not find it.
      if (!isDuplicate(fault)) throw fault;
      return false;
    }
  }

  return {
    /** Would `take` find enough? */
    async covers(spend: Spend, limit: number): Promise<boolean> {
      const { taken, own } = await seen(spend);
      const more = spend.total - (own?.total ?? 0);
      return more <= 0 || taken + more <= limit;
    },

    /** Takes what a booking needs up to its total out of what `limit` leaves; what it took before is never made less. */
    async take(spend: Spend, limit?: number): Promise<Taken> {
      for (;;) {
        const { taken, own } = await seen(spend);
        const more = spend.total - (own?.total ?? 0);
        if (more <= 0) return 'taken';
        if (limit !== undefined && taken + more > limit) return 'over';
        if (await bring(spend, own, limit)) return 'taken';
      }
    },

    /** Counts a booking at its total, whatever that leaves. */
    async count(spend: Spend): Promise<void> {
      for (;;) {
        const { own } = await seen(spend);
        if (own?.total === spend.total || (await bring(spend, own))) return;
      }
    },

    /**
     * Gives back what a booking had taken, once, whichever month it was in when that was taken.
     * @param except what it takes of the months that it is in now.
     */
    async giveBack(bookingId: string, except: readonly Spend[] = []): Promise<void> {
      const others = { 'bookings.bookingId': bookingId, _id: { $nin: except.map(keyOf) } };
      for (const { _id, bookings } of await Months.find(others).lean())
        for (const entry of bookings.filter((one) => one.bookingId === bookingId))
          await Months.updateOne(
            { _id, bookings: { $elemMatch: entry } },
            { $inc: { taken: -entry.total }, $pull: { bookings: { bookingId } } },
          );
    },

    async taken(companyId: string, month: string): Promise<number> {
      return (await Months.findById(keyOf({ companyId, month })).lean())?.taken ?? 0;
    },

    /** Asks for approval, once by an id. */
    async ask(document: ApprovalDocument): Promise<void> {
      try {
        await Approvals.insertOne(document);
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
    },

    /** Nobody has to answer any more what was asked about a booking, but for one question. */
    async withdraw(bookingId: string, now: Date, except?: string): Promise<void> {
      const others = except === undefined ? {} : { _id: { $ne: except } };
      await Approvals.updateMany(
        { bookingId, state: 'asked', until: { $gt: now }, ...others },
        { $set: { state: 'withdrawn' } },
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
