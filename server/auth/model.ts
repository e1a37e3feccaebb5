import { type Connection, Schema } from 'mongoose';

/** Who a link or session signs in. */
export interface Subject {
  role: 'person' | 'booker' | 'host' | 'manager';
  subjectId: string;
  spaceId?: string;
}

/**
 * One document is first a link and then the session it became, so that using a link is one conditional write and
 * no crash can spend it for nothing.
 */
export interface CredentialDocument extends Subject {
  _id: string;
  /** Hash of the link's token, until it is used. */
  linkHash?: string;
  /** Hash of the session's token, from then on. */
  sessionHash?: string;
  expiresAt: Date;
}

const required = { type: String, required: true } as const;

const schema = new Schema<CredentialDocument>(
  {
    _id: required,
    role: required,
    subjectId: required,
    spaceId: String,
    linkHash: String,
    sessionHash: String,
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ linkHash: 1 }, { unique: true, partialFilterExpression: { linkHash: { $exists: true } } });
schema.index(
  { sessionHash: 1 },
  { unique: true, partialFilterExpression: { sessionHash: { $exists: true } } },
);
schema.index({ subjectId: 1 });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export function createCredentialModel(connection: Connection) {
  return connection.model<CredentialDocument>('credential', schema, 'credentials');
}
