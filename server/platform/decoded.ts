import { mongo } from 'mongoose';

type Decode<Value> = (bytes: Uint8Array) => Value;

/**
 * Decodes documents that are read again and again and seldom change: the same bytes are the same document, so what
 * they became is kept and never stale, whoever wrote them. Most of the time of a large reading is spent on decoding.
 * @param most documents to keep; then all are forgotten, and the next reading starts anew.
 */
export function createDecoder<Value>(
  made: (document: mongo.BSON.Document) => Value,
  most: number,
): Decode<Value> {
  const known = new Map<string, Value>();
  return (bytes) => {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = made(mongo.BSON.deserialize(bytes));
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
