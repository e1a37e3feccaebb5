import { type Connection, Schema } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import type { BookingPolicy, Room, RoomId } from './contract.ts';

export type RoomDocument = Omit<Room, 'roomId'> & { _id: RoomId };

/** How a space lets its rooms, and a number that grows with every change of any of them. */
export interface LettingDocument {
  _id: SpaceId;
  policy: BookingPolicy;
  revision: number;
}

const required = { type: String, required: true } as const;
/** Parsed by the contract before it is written, and read as it was written. */
const whole = { type: Schema.Types.Mixed, required: true } as const;

const roomSchema = new Schema(
  {
    _id: required,
    spaceId: required,
    labels: whole,
    capacity: whole,
    equipment: { type: [String], required: true },
    buffers: whole,
    parts: { type: [String], required: true },
    tariff: whole,
    approval: { type: Boolean, required: true },
    noShow: Schema.Types.Mixed,
    closures: whole,
    withdrawn: Boolean,
    place: Schema.Types.Mixed,
  },
  { versionKey: false, minimize: false },
);
roomSchema.index({ spaceId: 1 });

const lettingSchema = new Schema(
  { _id: required, policy: whole, revision: { type: Number, required: true } },
  { versionKey: false, minimize: false },
);

export function createRoomModel(connection: Connection) {
  return connection.model('room', roomSchema, 'rooms');
}

export function createLettingModel(connection: Connection) {
  return connection.model('letting', lettingSchema, 'lettings');
}

export function roomOf({ _id, ...rest }: RoomDocument): Room {
  return { roomId: _id, ...rest };
}
