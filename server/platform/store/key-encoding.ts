import { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { RANK, rank } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { exact, exactToDouble, nearestDouble, needsExactness, subtractExact } from './exact-number.ts';

/** What an empty array contributes to an index: less than null, as in MongoDB. */
export const EMPTY_ARRAY = Symbol('empty array');

/** A byte above every byte that can follow a complete value, so `key + AFTER` ends a range. */
export const AFTER = Buffer.from([0xff]);

const END = Buffer.from([0]);

/**
 * Encodes a value so that comparing bytes compares values: `Buffer.compare(encodeKey(a), encodeKey(b))` has
 * the sign of `compare(a, b)`, and equal values of different number types give equal bytes. No encoding is a
 * prefix of another, so encodings can be joined into a compound key.
 */
export function encodeKey(value: unknown): Buffer {
  if (value === EMPTY_ARRAY) return Buffer.from([RANK.emptyArray]);
  const type = rank(value);
  return Buffer.concat([Buffer.from([type]), ...encodeBody(value, type)]);
}

/** The same bytes in descending order. */
export function invert(key: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) inverted[i] = 255 - (key[i] ?? 0);
  return inverted;
}

function encodeBody(value: unknown, type: number): Buffer[] {
  if (typeof value === 'string') return encodeString(value);
  if (type === RANK.number) return encodeNumber(value);
  if (typeof value === 'boolean') return [Buffer.from([value ? 1 : 0])];
  if (value instanceof Date) return [encodeSigned(BigInt(value.getTime()))];
  if (value instanceof ObjectId) return [Buffer.from(value.id)];
  if (Array.isArray(value)) return [...value.map((item: unknown) => encodeKey(item)), END];
  if (isDoc(value)) return encodeFields(value);
  if (value instanceof Binary) return encodeBinary(value);
  if (value instanceof Timestamp) return [encodeUnsigned(value.toBigInt())];
  if (value instanceof BSONRegExp) return [...encodeString(value.pattern), ...encodeString(value.options)];
  if (value instanceof Code) return encodeString(String(value.code));
  return [];
}

function encodeString(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return [bytes, END, END];
  // A zero inside is escaped as 00 FF, so that it sorts after the end mark 00 00.
  const escaped: number[] = [];
  for (const byte of bytes) escaped.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return [Buffer.from(escaped), END, END];
}

function encodeFields(document: Doc): Buffer[] {
  const parts: Buffer[] = [];
  for (const key of Object.keys(document)) {
    const value = document[key];
    const type = rank(value);
    // MongoDB compares the fields' types before their names, and names before values.
    parts.push(Buffer.from([type]), ...encodeString(key), ...encodeBody(value, type));
  }
  return [...parts, END];
}

function encodeBinary(value: Binary): Buffer[] {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(value.position, 0);
  head.writeUInt8(value.sub_type, 4);
  return [head, Buffer.from(value.value())];
}

function encodeSigned(value: bigint): Buffer {
  return encodeUnsigned(BigInt.asUintN(64, value) ^ (1n << 63n));
}

function encodeUnsigned(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
  return bytes;
}

// A double's bits are ordered like the double once the sign is flipped, or all bits for a negative one.
function encodeDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (value < 0) return invert(bytes);
  bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes;
}

const BELOW = Buffer.from([0]);
const EXACTLY = Buffer.from([1]);
const ABOVE = Buffer.from([2]);

/**
 * The nearest double, then what is left over as a double again, until nothing is: three rounds hold the 34
 * digits of a decimal. A left-over is marked by its sign, so that it sorts below or above the double itself.
 */
function encodeNumber(value: unknown): Buffer[] {
  const nearest = nearestDouble(value);
  const parts = [encodeDouble(nearest)];
  if (!needsExactness(value) || !Number.isFinite(nearest)) return [...parts, EXACTLY];
  let rest = subtractExact(exact(value), exact(nearest));
  for (let round = 0; round < 3 && rest.digits !== 0n; round++) {
    const step = exactToDouble(rest);
    if (step === 0) break;
    parts.push(rest.digits < 0n ? BELOW : ABOVE, encodeDouble(step));
    rest = subtractExact(rest, exact(step));
  }
  return [...parts, EXACTLY];
}
