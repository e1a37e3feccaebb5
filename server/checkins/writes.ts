import type { Connection } from 'mongoose';
import type { PersonId } from '#contract/people';
import type { SeatId, SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { conflict } from '#values/errors';
import type { CheckInId, Ending, Focus, Openness } from './contract.ts';
import { type CheckInDocument, createCheckInModel } from './model.ts';

export type Ended = CheckInDocument & { endedAt: Date };

/** Why a check-in could not be written: the seat is somebody's, or the person is somewhere. */
export type Clash = 'seat' | 'person';

/** Every step of a check-in as one conditional write; two unique indexes decide who sits where. */
export function createCheckInWrites(connection: Connection) {
  const CheckIns = createCheckInModel(connection);

  const byId = (id: CheckInId) => CheckIns.findById(id).lean<CheckInDocument>();

  /** A retry of the same check-in finds it written; any other use of its id is refused. */
  async function writtenBefore(document: CheckInDocument): Promise<CheckInDocument | undefined> {
    const known = await byId(document._id);
    if (!known) return undefined;
    const isRetry =
      known.active &&
      known.spaceId === document.spaceId &&
      known.personId === document.personId &&
      known.seatId === document.seatId;
    if (!isRetry) throw conflict('check_in_ended');
    return known;
  }

  return {
    byId,
    writtenBefore,

    activeOf: (personId: PersonId) => CheckIns.findOne({ personId, active: true }).lean<CheckInDocument>(),

    activeIn: (spaceId: SpaceId) =>
      CheckIns.find({ spaceId, active: true }).sort({ startedAt: 1 }).lean<CheckInDocument[]>(),

    all: () => CheckIns.find({}).sort({ startedAt: 1 }).lean<CheckInDocument[]>(),

    async takenSeats(spaceId: SpaceId): Promise<Set<SeatId>> {
      const seats = await CheckIns.find({ spaceId, active: true }, { seatId: 1 }).lean<
        { seatId: SeatId }[]
      >();
      return new Set(seats.map(({ seatId }) => seatId));
    },

    /** How often each of these people has checked in, anywhere. */
    async countsOf(people: readonly PersonId[]): Promise<Map<PersonId, number>> {
      const counts = await CheckIns.aggregate<{ _id: PersonId; count: number }>([
        { $match: { personId: { $in: [...people] } } },
        { $group: { _id: '$personId', count: { $sum: 1 } } },
      ]);
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },

    /** Writes a check-in: the document that stands, or what an index refused it for. */
    async insert(document: CheckInDocument): Promise<CheckInDocument | Clash> {
      try {
        await CheckIns.insertOne(document);
        return document;
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
        const known = await writtenBefore(document);
        return known ?? (fault.keyPattern?.seatId ? 'seat' : 'person');
      }
    },

    change: (
      id: CheckInId,
      seen: number,
      at: Date,
      { openness, focus }: { openness: Openness; focus: Focus },
    ) =>
      CheckIns.findOneAndUpdate(
        { _id: id, active: true, changes: { $size: seen } },
        { $set: { openness, focus }, $push: { changes: { at, openness, focus } } },
        { returnDocument: 'after' },
      ).lean<CheckInDocument>(),

    /** Ends a check-in once; `undefined` for whom it has ended already. */
    async end(id: CheckInId, endedAt: Date, ending: Ending): Promise<Ended | undefined> {
      const ended = await CheckIns.findOneAndUpdate(
        { _id: id, active: true },
        { $set: { endedAt, ending }, $unset: { active: 1 } },
        { returnDocument: 'after' },
      ).lean<CheckInDocument>();
      return ended ? { ...ended, endedAt } : undefined;
    },
  };
}
