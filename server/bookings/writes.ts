import type { Connection } from 'mongoose';
import type { CompanyId } from '#contract/companies';
import type { InvoiceNumber } from '#contract/invoices';
import type { PersonId } from '#contract/people';
import type { OccurrenceId } from '#contract/quotes';
import type { RoomId } from '#contract/rooms';
import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { createGathered } from '#platform/gathered';
import { conflict } from '#values/errors';
import { nextMoment } from './aging.ts';
import { type BilledOn, type BookingOf, isOver, sitsIn } from './booking.ts';
import type { BookingId } from './contract.ts';
import { createBookingModel, createVoucherUseModel, type VoucherUse } from './model.ts';

/** The papers that came of a duty, and the occurrences that stand on what was billed from now on. */
export interface Written {
  numbers: readonly InvoiceNumber[];
  billed: readonly OccurrenceId[];
  on?: BilledOn;
}

/** A booking with what is looked for in the store, told anew from all the rest of it. */
const withMarks = (booking: BookingOf): BookingOf => {
  const { next: _before, sits: _then, ...rest } = booking;
  const next = nextMoment(rest);
  return { ...rest, ...(next ? { next } : {}), ...(sitsIn(rest) ? { sits: true } : {}) };
};

const sittingIn = (Bookings: ReturnType<typeof createBookingModel>, personId: PersonId) =>
  Bookings.findOne({ personId, sits: true }).lean<BookingOf>();

/** The bookings that somebody looks for, by what they look for. */
function readingsOf(Bookings: ReturnType<typeof createBookingModel>) {
  return {
    /** What the yield rules looked at, of every booking that was made and stands since an instant. */
    circumstancesSince: (spaceId: SpaceId, since: Date) =>
      Bookings.find(
        { spaceId, madeAt: { $gte: since }, state: 'confirmed', rate: 'standard' },
        { circumstances: 1 },
      ).lean<Pick<BookingOf, 'circumstances'>[]>(),

    /** The living bookings of some rooms on a date. */
    inRooms: (roomIds: readonly RoomId[], date: string) =>
      Bookings.find({ occurrences: { $elemMatch: { roomId: { $in: [...roomIds] }, date } } }).lean<
        BookingOf[]
      >(),

    /** Those that the clock has to look at, one after another. */
    due: (now: Date) =>
      Bookings.find({ next: { $lte: now } })
        .sort({ next: 1 })
        .lean<BookingOf>()
        .cursor(),

    /** What somebody who was here took to sit with others, the last first. */
    takenBy: (personId: PersonId) =>
      Bookings.find({ personId, state: 'confirmed' }).sort({ madeAt: -1 }).limit(1).lean<BookingOf[]>(),

    /** By which somebody who is here has a room. */
    sittingOf: (personId: PersonId) => sittingIn(Bookings, personId),

    unclaimed: () => Bookings.find({ state: 'held', claimed: false }).lean<BookingOf[]>(),

    /** The bookings that have something on a date or later; of one company where it is named. */
    since: (spaceId: SpaceId, date: string, companyId?: CompanyId) =>
      Bookings.find({
        spaceId,
        occurrences: { $elemMatch: { date: { $gte: date } } },
        ...(companyId === undefined ? {} : { companyId }),
      }).lean<BookingOf[]>(),

    /** Those that a host is asked about, or about a change of them. */
    awaitingHost: (spaceId: SpaceId) =>
      Bookings.find({
        $or: [
          { spaceId, state: 'requested', awaits: 'host' },
          { spaceId, asked: { $exists: true } },
        ],
      }).lean<BookingOf[]>(),

    /** The bookings that have something on a date, earliest first. */
    on: (spaceId: SpaceId, date: string) =>
      Bookings.find({ spaceId, occurrences: { $elemMatch: { date } } })
        .sort({ 'occurrences.from': 1 })
        .lean<BookingOf[]>(),
  };
}

/** Every change of a booking as one conditional write on the revision that it was decided on. */
export function createBookingWrites(connection: Connection) {
  const Bookings = createBookingModel(connection);
  const Uses = createVoucherUseModel(connection);

  const byId = createGathered((ids: string[]) => Bookings.find().where('_id').in(ids).lean<BookingOf[]>());

  return {
    ...readingsOf(Bookings),
    byId,

    /** Writes a new booking; `false` where its id is known already. @throws DomainError conflict `room_already`. */
    async insert(booking: BookingOf): Promise<boolean> {
      try {
        await Bookings.insertOne(withMarks(booking));
        return true;
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
      const known = await byId(booking._id);
      if (known || booking.personId === undefined) return false;
      const [had] = (await sittingIn(Bookings, booking.personId))?.occurrences ?? [];
      throw conflict('room_already', had ? { roomId: had.roomId, until: had.to.toISOString() } : {});
    },

    /** Writes what was decided on a booking as it was read; `undefined` where it has changed since. */
    async save(decided: BookingOf): Promise<BookingOf | undefined> {
      const { _id, revision } = decided;
      const after = withMarks({ ...decided, revision: revision + 1 });
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

    /** Strikes out what has been done for a booking, and notes the papers that came of it. */
    async strike(id: BookingId, cause: string, { numbers, billed, on }: Written): Promise<void> {
      const places = Object.fromEntries(billed.map((one) => [`billedOn.${one}`, on]));
      await Bookings.updateOne(
        { _id: id, 'duties.cause': cause },
        {
          $pull: { duties: { cause } },
          $inc: { revision: 1 },
          $push: { papers: { $each: numbers.map((number) => ({ cause, number })) } },
          ...(billed.length > 0 ? { $set: places } : {}),
        },
      );
    },

    /** Says anew when the clock has to look at a booking, after what was to be done for it has been. */
    async schedule(booking: BookingOf): Promise<void> {
      const { _id, revision, next: before } = booking;
      const { next } = withMarks(booking);
      if (next?.getTime() === before?.getTime()) return;
      await Bookings.updateOne({ _id, revision }, next ? { $set: { next } } : { $unset: { next: 1 } });
    },

    /**
     * Uses a voucher for a booking, by a unique key; `false` when another booking has it that came to something.
     * A booking that lapsed or was cancelled gives its voucher back to whoever asks next.
     */
    async spendVoucher(key: string, bookingId: BookingId): Promise<boolean> {
      try {
        await Uses.insertOne({ _id: key, bookingId });
        return true;
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
      const used = await Uses.findById(key).lean<VoucherUse>();
      if (!used || used.bookingId === bookingId) return true;
      const other = await byId(used.bookingId);
      if (other && !isOver(other)) return false;
      const taken = await Uses.updateOne({ _id: key, bookingId: used.bookingId }, { $set: { bookingId } });
      return taken.matchedCount === 1;
    },
  };
}

export type BookingWrites = ReturnType<typeof createBookingWrites>;
