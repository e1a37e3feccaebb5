import { mongo } from 'mongoose';

type Decode<Value> = (bytes: Uint8Array) => Value;

interface Known<Value> {
  bytes: Uint8Array;
  value: Value;
}

/** Where the text of `_id` begins in a document that begins with it: after the lengths, the type and the name. */
const ID_AT = 13;
/** The type of a text, and the name `_id` with the zero that ends it. */
const ID_FIRST = Buffer.from('\x02_id\0', 'latin1');

/** The `_id` of a document that begins with it and whose `_id` is a text, as every one does that a server stored. */
function idIn(bytes: Buffer): string {
  if (!bytes.subarray(4, 9).equals(ID_FIRST)) return String(mongo.BSON.deserialize(bytes)._id);
  return bytes.toString('latin1', ID_AT, ID_AT + bytes.readInt32LE(ID_AT - 4) - 1);
}

/**
 * Decodes documents that are read again and again and seldom change: the same bytes are the same document, so what
 * they became is kept and never stale, whoever wrote them. Most of the time of a large reading is spent on decoding.
 * @param most documents to keep; then those that were not asked for since the last time are forgotten.
 */
export function createDecoder<Value>(
  made: (document: mongo.BSON.Document) => Value,
  most: number,
): Decode<Value> {
  let young = new Map<string, Known<Value>>();
  let old = new Map<string, Known<Value>>();
  return (raw) => {
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
    const id = idIn(bytes);
    const before = young.get(id) ?? old.get(id);
    // A copy where it is new: what was read lies in the bytes of a whole answer.
    const now = before?.bytes && bytes.equals(before.bytes) ? before : decoded(Uint8Array.from(bytes));
    if (young.size >= most / 2 && !young.has(id)) {
      old = young;
      young = new Map();
    }
    young.set(id, now);
    return now.value;
  };

  function decoded(bytes: Uint8Array): Known<Value> {
    return { bytes, value: made(mongo.BSON.deserialize(bytes)) };
  }
}
