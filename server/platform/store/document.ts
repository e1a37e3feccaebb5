import { BSON, BSONRegExp, Double, Long } from 'bson';
import { StoreError } from './error.ts';

/**
 * A document as the store holds it. Numbers keep their BSON type: a JavaScript number is an int32 when it is
 * a whole number in range and a double otherwise; whole doubles stay `Double`, 64-bit integers stay `Long`.
 * Serializing such a document gives back the very types it was read with.
 */
export type Doc = Record<string, unknown>;

const INT32_MIN = -2147483648;
const INT32_MAX = 2147483647;

/** Largest document MongoDB accepts, in bytes. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Deepest nesting accepted; MongoDB's 180 and what a command wraps around a document. */
const MAX_DEPTH = 200;

/** Whether a value is an embedded document, as opposed to a scalar, an array or a BSON type of its own. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The name of the BSON class a value belongs to, or undefined for plain JavaScript values. */
export function bsonType(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('_bsontype' in value)) return undefined;
  return typeof value._bsontype === 'string' ? value._bsontype : undefined;
}

/** Whether a JavaScript number is written as an int32. */
export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= INT32_MIN && value <= INT32_MAX && !Object.is(value, -0);
}

/** A double that stays one when written, even when it is whole. */
export function double(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

/** Reads BSON bytes, keeping number types. */
export function decode(bytes: Uint8Array): Doc {
  const document: Doc = BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true });
  settleFields(document);
  return document;
}

/**
 * Writes BSON bytes. An undefined value is written as null, as the shell does, or left out, as an aggregation
 * does with a field it found missing. @throws BSONObjectTooLarge past what the codec can hold
 */
export function encode(document: Doc, undefinedValues: 'null' | 'omitted' = 'null'): Buffer {
  try {
    const bytes = BSON.serialize(document, { ignoreUndefined: undefinedValues === 'omitted' });
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StoreError(
      'BSONObjectTooLarge',
      `a document exceeds ${MAX_DOCUMENT_BYTES} bytes or is nested too deeply`,
    );
  }
}

function settleFields(document: Doc, depth = 0): void {
  if (depth > MAX_DEPTH)
    throw new StoreError('Overflow', `a document is nested deeper than ${MAX_DEPTH} levels`);
  for (const key of Object.keys(document)) {
    const value = document[key];
    if (typeof value === 'object' && value !== null) document[key] = settle(value, depth);
  }
}

function settle(value: object, depth: number): unknown {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      if (typeof item === 'object' && item !== null) value[i] = settle(item, depth + 1);
    }
    return value;
  }
  if (isDoc(value)) {
    settleFields(value, depth + 1);
    return value;
  }
  return settleScalar(value);
}

function settleScalar(value: object): unknown {
  if (!('_bsontype' in value)) return value;
  switch (value._bsontype) {
    case 'Int32':
      return Number(value);
    case 'Double':
      return double(Number(value));
    case 'BSONSymbol':
      return String(value);
    case 'DBRef':
      return dbRefFields(value);
    default:
      return value;
  }
}

// The codec turns {$ref, $id} into a class; the store treats it as the plain document it is on disk.
function dbRefFields(value: object): Doc {
  const reference: Doc = {};
  if ('collection' in value) reference.$ref = value.collection;
  if ('oid' in value) reference.$id = value.oid;
  if ('db' in value && value.db !== undefined) reference.$db = value.db;
  if ('fields' in value && isDoc(value.fields)) Object.assign(reference, value.fields);
  settleFields(reference);
  return reference;
}

/** A deep copy whose containers may be changed; scalars are shared, for nothing changes them. */
export function copy<T>(value: T): T;
export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item));
  if (!isDoc(value)) return value;
  const result: Doc = {};
  for (const key of Object.keys(value)) put(result, key, copy(value[key]));
  return result;
}

/** Sets a field; `__proto__` becomes an ordinary field too. */
export function put(document: Doc, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(document, key, { value, enumerable: true, configurable: true, writable: true });
  } else document[key] = value;
}

/** Reads an own field; inherited names such as `constructor` are missing. */
export function own(document: Doc, key: string): unknown {
  return Object.hasOwn(document, key) ? document[key] : undefined;
}

/**
 * A deep copy with plain JavaScript numbers where they are exact, for the aggregation library, which
 * calculates with numbers only. `restoreTypes` gives the types back where a value came through unchanged.
 */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (isDoc(value)) return plainDoc(value);
  if (value instanceof Double) return value.valueOf();
  if (value instanceof BSONRegExp) return value;
  if (value instanceof Long && bsonType(value) === 'Long') {
    const number = value.toNumber();
    return Number.isSafeInteger(number) ? number : value;
  }
  return value;
}

/** `plain` for a whole document. */
export function plainDoc(document: Doc): Doc {
  const result: Doc = {};
  for (const key of Object.keys(document)) put(result, key, plain(document[key]));
  return result;
}

/** Gives number types back to values that an aggregation left as they were. */
export function restoreTypes(before: unknown, after: unknown): unknown {
  if (typeof after === 'number') {
    return typeof before === 'object' && plain(before) === after ? before : after;
  }
  if (Array.isArray(after)) {
    return after.map((item: unknown, i) => restoreTypes(Array.isArray(before) ? before[i] : undefined, item));
  }
  if (!isDoc(after)) return after;
  const result: Doc = {};
  for (const key of Object.keys(after)) {
    put(result, key, restoreTypes(isDoc(before) ? own(before, key) : undefined, after[key]));
  }
  return result;
}
