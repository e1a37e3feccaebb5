import type { Connection } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { createDecoder } from '#platform/decoded';
import { isDuplicate } from '#platform/duplicate-key';
import { type Claim, inTheWay, type Stake } from './claims.ts';
import { createRoomDayModel, type RoomDayDocument, roomDayOf } from './model.ts';

/** Two weeks of a network of a thousand rooms, at about two kilobytes each. */
const ROOM_DAYS_KEPT = 14_000;

/**
 * Who takes which room when, each step as one conditional write. Nothing here knows whether a booking still lives:
 * a claim may be dropped only after its booking's own document was moved by a conditional write.
 */
export function createRoomDayWrites(connection: Connection) {
  const RoomDays = createRoomDayModel(connection);

  const decoded = createDecoder(roomDayOf, ROOM_DAYS_KEPT);

  const byIds = (ids: readonly string[]) =>
    RoomDays.find({ _id: { $in: [...ids] } }).lean<RoomDayDocument[]>();

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

    /** The room-days of a space on some dates; what they say is shared between readers, and never written to. */
    async ofDates(spaceId: SpaceId, dates: readonly string[]): Promise<RoomDayDocument[]> {
      const filter = { spaceId, date: { $in: [...dates] } };
      const found: unknown[] = await RoomDays.collection.find(filter, { raw: true }).toArray();
      return found.flatMap((bytes) => (bytes instanceof Uint8Array ? [decoded(bytes)] : []));
    },

    /** Every room-day from a date on, one after another. */
    since: (date: string) =>
      RoomDays.find({ date: { $gte: date } })
        .lean<RoomDayDocument>()
        .cursor(),

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
