import { type Connection, Schema } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import type { DeviceId, DeviceKind } from './contract.ts';

/** One document from announcing to revoking, so that each step is one conditional write. */
export interface DeviceDocument {
  _id: DeviceId;
  kind: DeviceKind;
  /** Hash of the secret that only the device has; once paired it is its credential. */
  secretHash: string;
  /** What a host types; gone once it was used. */
  code?: string;
  codeExpiresAt?: Date;
  spaceId?: SpaceId;
  name?: string;
  pairedAt?: Date;
  revokedAt?: Date;
}

const required = { type: String, required: true } as const;

const schema = new Schema<DeviceDocument>(
  {
    _id: required,
    kind: required,
    secretHash: required,
    code: String,
    codeExpiresAt: Date,
    spaceId: String,
    name: String,
    pairedAt: Date,
    revokedAt: Date,
  },
  { versionKey: false },
);
schema.index({ secretHash: 1 }, { unique: true });
schema.index({ code: 1 }, { unique: true, partialFilterExpression: { code: { $exists: true } } });
// An announcement that nobody answered is forgotten; pairing removes the field, and with it the limit.
schema.index({ codeExpiresAt: 1 }, { expireAfterSeconds: 3600 });
schema.index({ spaceId: 1, pairedAt: 1 });

export function createDeviceModel(connection: Connection) {
  return connection.model<DeviceDocument>('device', schema, 'devices');
}
