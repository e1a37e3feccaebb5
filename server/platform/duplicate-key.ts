import { mongo } from 'mongoose';

/** MongoDB's code for a write that a unique index refused. */
const DUPLICATE_KEY = 11000;

/** Did a unique index refuse this write? `keyPattern` then names the index's fields. */
export function isDuplicate(fault: unknown): fault is InstanceType<typeof mongo.MongoServerError> {
  return fault instanceof mongo.MongoServerError && fault.code === DUPLICATE_KEY;
}
