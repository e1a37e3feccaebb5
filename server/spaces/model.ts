import { type Connection, Schema } from 'mongoose';
import type { Space, SpaceId } from './contract.ts';

/** A space is one document, seats and plan included: what belongs together changes together. */
export type SpaceDocument = Omit<Space, 'id'> & { _id: SpaceId };

const labels = { type: Map, of: String, required: true };
const box = {
  x: { type: Number, required: true },
  y: { type: Number, required: true },
  width: { type: Number, required: true },
  height: { type: Number, required: true },
};
const required = { type: String, required: true } as const;

const schema = new Schema(
  {
    _id: required,
    name: required,
    timeZone: required,
    currency: required,
    languages: { type: [String], required: true },
    hours: [{ _id: false, weekday: Number, opens: Number, closes: Number }],
    zones: [{ _id: false, id: required, labels, ...box }],
    seats: [
      { _id: false, id: required, label: required, zone: required, x: Number, y: Number, kind: required },
    ],
    floorPlan: {
      width: { type: Number, required: true },
      height: { type: Number, required: true },
      features: [{ _id: false, kind: required, ...box }],
    },
    introductions: {
      perDay: { type: Number, required: true },
      lapseMinutes: { type: Number, required: true },
    },
    lunchAt: Number,
  },
  { versionKey: false },
);

export function createSpaceModel(connection: Connection) {
  return connection.model('space', schema, 'spaces');
}

export function spaceOf({ _id, ...rest }: SpaceDocument): Space {
  return { id: _id, ...rest };
}
