import type { Connection } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { type Claim, createSeatsInUseModel, type SeatsInUseDocument } from './model.ts';

/** Who sits for free, each step as one conditional write on the space's one document. */
export function createSeatWrites(connection: Connection) {
  const Seats = createSeatsInUseModel(connection);

  async function inUse(spaceId: SpaceId): Promise<SeatsInUseDocument> {
    const found = await Seats.findById(spaceId).lean<SeatsInUseDocument>();
    return found ?? { _id: spaceId, revision: 0, claims: [] };
  }

  /** Writes the claims that were decided on what was seen; false when somebody else wrote since. */
  async function write({ _id, revision }: SeatsInUseDocument, claims: Claim[]): Promise<boolean> {
    try {
      const written = await Seats.updateOne(
        { _id, revision },
        { $set: { claims, revision: revision + 1 } },
        { upsert: revision === 0 },
      );
      return written.matchedCount + written.upsertedCount > 0;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
      return false;
    }
  }

  return {
    inUse,
    write,

    /** The seat is free again. */
    release: (_id: SpaceId, checkInId: string) =>
      Seats.updateOne(
        { _id, 'claims.checkInId': checkInId },
        { $pull: { claims: { checkInId } }, $inc: { revision: 1 } },
      ),

    /** The person sits and the fund has paid: the claim is this check-in's, whichever made it. */
    settle: (_id: SpaceId, { personId, checkInId }: { personId: string; checkInId: string }) =>
      Seats.updateOne(
        { _id, 'claims.personId': personId },
        { $set: { 'claims.$.checkInId': checkInId, 'claims.$.drawn': true }, $inc: { revision: 1 } },
      ),
  };
}
