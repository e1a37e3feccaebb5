import { type Connection, Schema } from 'mongoose';
import { type Clock, HOUR, later, MINUTE } from '#values/clock';
import { conflict, invalid } from '#values/errors';
import { isDuplicate } from './duplicate-key.ts';
import { hashOf } from './tokens.ts';

/** Remembers what a mutating call answered, so that its retry gets the same answer and has no second effect. */
export interface Idempotency {
  once(call: { caller: string; key: string; request: string }, work: () => Promise<Answer>): Promise<Answer>;
}

export interface Answer {
  status: number;
  body: unknown;
}

interface Memory {
  _id: string;
  request: string;
  /** JSON of the answer; absent while the first call is still at work. */
  answer?: string;
  startedAt: Date;
  expiresAt: Date;
}

const schema = new Schema<Memory>(
  {
    _id: { type: String, required: true },
    request: { type: String, required: true },
    answer: String,
    startedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const KEY = /^[A-Za-z0-9_-]{8,80}$/;

/** An unfinished call is taken over after this long: its process is gone, and the work itself is retry-safe. */
const ABANDONED = MINUTE;

export function createIdempotency(connection: Connection, clock: Clock): Idempotency {
  const Memories = connection.model<Memory>('retry_key', schema, 'retry_keys');

  /** Makes this call the one at work, or returns what is remembered of the one that was. */
  async function claim(id: string, request: string): Promise<Memory | undefined> {
    const startedAt = clock.now();
    const memory = { _id: id, request, startedAt, expiresAt: later(startedAt, 24 * HOUR) };
    try {
      await Memories.insertOne(memory);
      return undefined;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
    }
    const takenOver = await Memories.findOneAndUpdate(
      { _id: id, request, answer: { $exists: false }, startedAt: { $lte: later(startedAt, -ABANDONED) } },
      { $set: { startedAt } },
    ).lean();
    if (takenOver) return undefined;
    const known = await Memories.findById(id).lean<Memory>();
    // It lapsed, or its first call was refused, between the two looks: the caller may simply try again.
    if (!known) throw conflict('retry_in_progress');
    return known;
  }

  return {
    async once({ caller, key, request }, work) {
      if (!KEY.test(key)) throw invalid('retry_key_invalid');
      const id = hashOf(`${caller} ${key}`);
      const fingerprint = hashOf(request);
      const known = await claim(id, fingerprint);
      if (known) {
        if (known.request !== fingerprint) throw conflict('retry_key_reused');
        if (known.answer === undefined) throw conflict('retry_in_progress');
        const answer: Answer = JSON.parse(known.answer);
        return answer;
      }
      try {
        const answer = await work();
        await Memories.updateOne({ _id: id }, { $set: { answer: JSON.stringify(answer) } });
        return answer;
      } catch (fault) {
        // A refusal has no effect to protect, so the key stays free for another attempt.
        await Memories.deleteOne({ _id: id });
        throw fault;
      }
    },
  };
}
