import type { Connection } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { createGathered } from '#platform/gathered';
import { createWholeAnswers } from '#platform/whole-answer';
import { type Claim, inTheWay, type Stake } from './claims.ts';
import { createRoomDayModel, type RoomDayDocument, roomDayOf } from './model.ts';

/** Two months of a space of five hundred rooms, as the store sends them. */
const ANSWER_BYTES_KEPT = 32 * 2 ** 20;

/** How many are looked at together where all are. */
const DAYS_AT_ONCE = 200;

/**
 * Who takes which room when, each step as one conditional write. Nothing here knows whether a booking still lives:
 * a claim may be dropped only after its booking's own document was moved by a conditional write.
 */
export function createRoomDayWrites(connection: Connection) {
  const RoomDays = createRoomDayModel(connection);

  const ofFilter = createWholeAnswers(connection, RoomDays.collection.name, {
    made: roomDayOf,
    most: ANSWER_BYTES_KEPT,
  });

  const byId = createGathered((ids: string[]) =>
    RoomDays.find().where('_id').in(ids).lean<RoomDayDocument[]>(),
  );

  const byIds = async (ids: readonly string[]) =>
    (await Promise.all(ids.map(byId))).filter((day) => day !== undefined);

  /** Takes a stretch of a room-day, or says which claims stand in the way. */
  async function claim(stake: Stake): Promise<Claim[]> {
    const { id, spaceId, roomId, date } = stake;
    const { from, to, bookingId } = stake.claim;
    const inTheWayOfIt = { from: { $lt: to }, to: { $gt: from }, bookingId: { $ne: bookingId } };
    try {
      await RoomDays.updateOne(
        { _id: id, claims: { $not: { $elemMatch: inTheWayOfIt } } },
        { $push: { claims: stake.claim }, $setOnInsert: { spaceId, roomId, date } },
        { upsert: true },
      );
      return [];
    } catch (fault) {
      // The day is there and its filter does not hold, so the write tried to make it a second time.
      if (!isDuplicate(fault)) throw fault;
    }
    const [day] = await byIds([id]);
    const blocking = inTheWay(stake.claim, day?.claims ?? []);
    // Nothing does: two first claims of a day met, or what was in the way has gone since.
    return blocking.length > 0 ? blocking : claim(stake);
  }

  return {
    byIds,
    claim,

    /** The room-days of a space on a date: the same list for as long as nothing changes in it. */
    ofDate: (spaceId: SpaceId, date: string) => ofFilter({ spaceId, date }),

    /** Every room-day from a date on, some hundreds at a time. */
    async *since(date: string): AsyncGenerator<RoomDayDocument[]> {
      let some: RoomDayDocument[] = [];
      const all = RoomDays.find({ date: { $gte: date } }).lean<RoomDayDocument>();
      for await (const day of all.cursor()) {
        some.push(day);
        if (some.length < DAYS_AT_ONCE) continue;
        yield some;
        some = [];
      }
      yield some;
    },

    /** Drops claims; a day that nothing takes any more leaves no document behind. */
    async release(claimIds: readonly string[], ids: readonly string[]): Promise<void> {
      const days = { _id: { $in: [...ids] } };
      await RoomDays.updateMany(days, { $pull: { claims: { claimId: { $in: [...claimIds] } } } });
      await RoomDays.deleteMany({ ...days, claims: { $size: 0 } });
    },

    /** Lets a claim end earlier. */
    async shorten(claimId: string, ids: readonly string[], to: Date): Promise<void> {
      await RoomDays.updateMany(
        { _id: { $in: [...ids] }, claims: { $elemMatch: { claimId, to: { $gt: to } } } },
        { $set: { 'claims.$.to': to } },
      );
    },
  };
}
