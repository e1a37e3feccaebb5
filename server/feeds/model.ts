import { type Connection, Schema } from 'mongoose';
import type { CompanyId } from '#contract/companies';
import type { SpaceId } from '#contract/spaces';
import type { FeedId, FeedSubject } from './contract.ts';

/** While the document stands the feed's address is good; without it, the same address leads nowhere. */
export interface FeedDocument {
  _id: FeedId;
  spaceId: SpaceId;
  subject: FeedSubject;
  /** Who asked for it. */
  owner: string;
  /** Of a booker's feed: the company whose bookings it shows, as long as the owner books for it. */
  companyId?: CompanyId;
}

const required = { type: String, required: true } as const;

const schema = new Schema<FeedDocument>(
  {
    _id: required,
    spaceId: required,
    subject: { type: new Schema({ kind: required, roomId: String }, { _id: false }), required: true },
    owner: required,
    companyId: String,
  },
  { versionKey: false },
);
schema.index({ spaceId: 1 });
schema.index({ owner: 1 });

export function createFeedModel(connection: Connection) {
  return connection.model<FeedDocument>('feed', schema, 'feeds');
}
