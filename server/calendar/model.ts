import { type Connection, type mongo, Schema } from 'mongoose';
import type { RoomId } from '#contract/rooms';
import type { SpaceId } from '#contract/spaces';
import type { Claim } from './claims.ts';

/** One room between walls on one local date: all that takes it, so that one write decides who may. */
export interface RoomDayDocument {
  /** `space:room:date` */
  _id: string;
  spaceId: SpaceId;
  roomId: RoomId;
  date: string;
  claims: Claim[];
}

const required = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const schema = new Schema(
  {
    _id: required,
    spaceId: required,
    roomId: required,
    date: required,
    claims: [
      { _id: false, claimId: required, bookingId: required, from: instant, to: instant, since: instant },
    ],
  },
  { versionKey: false },
);
// The date first: the same index finds all that is still to come, in every space.
schema.index({ date: 1, spaceId: 1 });

export function createRoomDayModel(connection: Connection) {
  return connection.model('room_day', schema, 'room_days');
}

/** A room-day as it was read past mongoose. */
export function roomDayOf({ _id, spaceId, roomId, date, claims }: mongo.BSON.Document): RoomDayDocument {
  return { _id, spaceId, roomId, date, claims };
}
