import type { Connection } from 'mongoose';
import type { Space, SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { createGathered } from '#platform/gathered';
import { type Actor, isForeign } from '#values/actor';
import { conflict, forbidden, invalid, missing } from '#values/errors';
import type { SpaceService } from '../spaces/service.ts';
import type { BookingPolicy, Place, RevisedBookingPolicy, Room, RoomId } from './contract.ts';
import {
  createLettingModel,
  createRoomModel,
  type LettingDocument,
  type RoomDocument,
  roomOf,
} from './model.ts';
import { arePartsSound, isPart, layoutsFor, partsOf } from './parts.ts';

export type RoomService = ReturnType<typeof createRoomService>;

/** The rooms of a space and how it lets them, as of one revision. */
export interface Letting {
  policy: BookingPolicy;
  rooms: ReadonlyMap<RoomId, Room>;
}

/** A space and how it lets its rooms, read once for all that one wish needs of it. */
export interface Ground {
  readonly space: Space;
  readonly letting: Letting;
}

const placeOf = ({ id, name, timeZone, currency, hours }: Space): Place => ({
  spaceId: id,
  name,
  timeZone,
  currency,
  hours,
});

/** Rooms that can be booked, and each space's rules of booking them. */
export function createRoomService({ connection, spaces }: { connection: Connection; spaces: SpaceService }) {
  const Rooms = createRoomModel(connection);
  const Lettings = createLettingModel(connection);
  const known = new Map<SpaceId, Letting & { revision: number }>();
  const policyOf = createGathered((ids: SpaceId[]) =>
    Lettings.find({ _id: { $in: ids } }).lean<LettingDocument[]>(),
  );

  async function kept(spaceId: SpaceId): Promise<LettingDocument> {
    const found = await policyOf(spaceId);
    if (!found) throw missing('rooms_not_let', { spaceId });
    return found;
  }

  /**
   * The rooms and rules of a space. They are kept in memory and read again when their revision has grown, whoever
   * changed them. @throws DomainError missing `rooms_not_let`.
   */
  async function letting(spaceId: SpaceId): Promise<Letting> {
    const found = await kept(spaceId);
    const before = known.get(spaceId);
    if (before?.revision === found.revision) return before;
    const rooms = await Rooms.find({ spaceId }).sort({ _id: 1 }).lean<RoomDocument[]>();
    const { policy, revision } = found;
    const now = { policy, revision, rooms: new Map(rooms.map((room) => [room._id, roomOf(room)])) };
    known.set(spaceId, now);
    return now;
  }

  /** @throws DomainError missing `space_unknown`, `rooms_not_let`. */
  async function ground(spaceId: SpaceId): Promise<Ground> {
    const [space, its] = await Promise.all([spaces.space(spaceId), letting(spaceId)]);
    return { space, letting: its };
  }

  /** @throws DomainError missing `room_unknown`. */
  async function room(roomId: RoomId): Promise<Room> {
    const found = await Rooms.findById(roomId).lean<RoomDocument>();
    if (!found) throw missing('room_unknown', { roomId });
    return roomOf(found);
  }

  async function savePolicy(spaceId: SpaceId, policy: BookingPolicy): Promise<void> {
    await Lettings.updateOne({ _id: spaceId }, { $set: { policy }, $inc: { revision: 1 } }, { upsert: true });
  }

  /** Writes a policy over the one of a revision, or a space's first; `false` where it is on another by now. */
  async function replacePolicy(
    _id: SpaceId,
    { revision, ...policy }: RevisedBookingPolicy,
  ): Promise<boolean> {
    const isAt = revision === 0 ? { policyRevision: { $exists: false } } : { policyRevision: revision };
    const after = { $set: { policy, policyRevision: revision + 1 }, $inc: { revision: 1 } };
    try {
      const written = await Lettings.updateOne({ _id, ...isAt }, after, { upsert: revision === 0 });
      return written.matchedCount + written.upsertedCount > 0;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
      return false;
    }
  }

  /**
   * Writes a room. Only one of the same space and with the same parts is written over, and that in the write itself:
   * under other parts, what is booked would no longer be in the way of what comes.
   * @throws DomainError invalid `room_parts_wrong`; conflict `room_parts_fixed`; forbidden `space_foreign`.
   */
  async function saveRoom(wanted: Room): Promise<void> {
    const { roomId, ...rest } = wanted;
    const before = await Rooms.findById(roomId).lean<RoomDocument>();
    if (before && before.spaceId !== wanted.spaceId) throw forbidden('space_foreign');
    const others = (await Rooms.find({ spaceId: wanted.spaceId }).lean<RoomDocument[]>()).map(roomOf);
    const isSound = wanted.parts.length === 0 || (arePartsSound(wanted, others) && !isPart(roomId, others));
    if (!isSound) throw invalid('room_parts_wrong', { roomId });
    try {
      const same = { _id: roomId, spaceId: wanted.spaceId, parts: wanted.parts };
      await Rooms.replaceOne(same, rest, { upsert: true });
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
      throw conflict('room_parts_fixed', { roomId });
    }
    await Lettings.updateOne({ _id: wanted.spaceId }, { $inc: { revision: 1 } });
  }

  return {
    letting,
    ground,
    room,
    savePolicy,
    saveRoom,
    partsOf,
    layoutsFor,

    async ofSpace(spaceId: SpaceId): Promise<Room[]> {
      return [...(await letting(spaceId)).rooms.values()];
    },

    /** The spaces that let rooms, by name. */
    async places(): Promise<Place[]> {
      const letters = new Set(
        (await Lettings.find({}, { _id: 1 }).lean<{ _id: SpaceId }[]>()).map(({ _id }) => _id),
      );
      const found = (await spaces.all()).filter(({ id }) => letters.has(id)).map(placeOf);
      return found.sort((a, b) => a.name.localeCompare(b.name));
    },

    /** What bookers are shown of a space. */
    async shownOf(spaceId: SpaceId) {
      const { policy, rooms } = await letting(spaceId);
      const { yield: _rules, vouchers: _codes, floorShare: _floor, ...open } = policy;
      return { place: placeOf(await spaces.space(spaceId)), rooms: [...rooms.values()], policy: open };
    },

    async policyFor(actor: Actor, spaceId: SpaceId): Promise<RevisedBookingPolicy> {
      if (isForeign(actor, spaceId)) throw forbidden('space_foreign');
      const { policy, policyRevision: revision = 0 } = await kept(spaceId);
      return { ...policy, revision };
    },

    /** @throws DomainError forbidden `space_foreign`; conflict `changed_meanwhile`. */
    async changePolicy(
      actor: Actor,
      spaceId: SpaceId,
      policy: RevisedBookingPolicy,
    ): Promise<RevisedBookingPolicy> {
      if (isForeign(actor, spaceId)) throw forbidden('space_foreign');
      await spaces.space(spaceId);
      if (!(await replacePolicy(spaceId, policy))) throw conflict('changed_meanwhile');
      return { ...policy, revision: policy.revision + 1 };
    },

    async changeRoom(actor: Actor, wanted: Room): Promise<Room> {
      if (isForeign(actor, wanted.spaceId)) throw forbidden('space_foreign');
      await letting(wanted.spaceId);
      await saveRoom(wanted);
      return wanted;
    },

    /** Lets rooms for the first time, unless the space does already. @throws DomainError invalid `room_parts_wrong`. */
    async open(spaceId: SpaceId, policy: BookingPolicy, rooms: readonly Room[]): Promise<void> {
      if (await Lettings.findById(spaceId).lean()) return;
      const unsound = rooms.find((room) => !arePartsSound(room, rooms));
      if (unsound) throw invalid('room_parts_wrong', { roomId: unsound.roomId });
      await Rooms.insertMany(rooms.map(({ roomId: _id, ...rest }) => ({ _id, ...rest })));
      await savePolicy(spaceId, policy);
    },
  };
}
