import type { Connection } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { type BookingOf, nextMoment } from './booking.ts';
import type { BookingId } from './contract.ts';
import { createBookingModel } from './model.ts';

const withNext = (booking: BookingOf): BookingOf => {
  const { next: _before, ...rest } = booking;
  const next = nextMoment(rest);
  return { ...rest, ...(next ? { next } : {}) };
};

/** Every change of a booking as one conditional write on the revision that it was decided on. */
export function createBookingWrites(connection: Connection) {
  const Bookings = createBookingModel(connection);

  const byId = (id: string) => Bookings.findById(id).lean<BookingOf>();

  return {
    byId,

    /** Writes a booking for the first time; `false` where its id is known already. */
    async insert(booking: BookingOf): Promise<boolean> {
      try {
        await Bookings.insertOne(withNext(booking));
        return true;
      } catch (fault) {
        if (isDuplicate(fault)) return false;
        throw fault;
      }
    },

    /** Writes what was decided on a booking as it was read; `undefined` where it has changed since. */
    async save(decided: BookingOf): Promise<BookingOf | undefined> {
      const { _id, revision } = decided;
      const after = withNext({ ...decided, revision: revision + 1 });
      const { _id: _same, ...rest } = after;
      const { matchedCount } = await Bookings.replaceOne({ _id, revision }, rest);
      return matchedCount === 1 ? after : undefined;
    },

    /** Makes whoever is at work on a booking start again: what they decided was decided on an older one. */
    async fence({ _id, revision }: BookingOf): Promise<boolean> {
      const { matchedCount } = await Bookings.updateOne({ _id, revision }, { $inc: { revision: 1 } });
      return matchedCount === 1;
    },

    /** Takes back a booking that never got its rooms. */
    async withdraw(id: BookingId): Promise<boolean> {
      const { deletedCount } = await Bookings.deleteOne({ _id: id, claimed: false });
      return deletedCount === 1;
    },

    /** Those that the clock has to look at. */
    due: (now: Date) =>
      Bookings.find({ next: { $lte: now } })
        .sort({ next: 1 })
        .limit(500)
        .lean<BookingOf[]>(),

    unclaimed: () => Bookings.find({ state: 'held', claimed: false }).lean<BookingOf[]>(),

    /** The bookings that have something on a date, earliest first. */
    on: (spaceId: SpaceId, date: string) =>
      Bookings.find({ spaceId, occurrences: { $elemMatch: { date } } })
        .sort({ 'occurrences.from': 1 })
        .lean<BookingOf[]>(),
  };
}

export type BookingWrites = ReturnType<typeof createBookingWrites>;
