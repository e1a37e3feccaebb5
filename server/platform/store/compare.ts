import { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { bsonType, type Doc, isDoc } from './document.ts';
import { compareNumbers } from './exact-number.ts';

/** Compares two strings under a collation; absent, strings compare by their UTF-8 bytes. */
export type CollationOrder = (a: string, b: string) => number;

/**
 * MongoDB's order of types. The numbers are also the first byte of every index key, so they must stay as
 * they are, within 1…254, and unique per group of types that compare with each other.
 */
export const RANK = {
  minKey: 0x02,
  emptyArray: 0x08,
  null: 0x0a,
  number: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  binary: 0x3c,
  objectId: 0x46,
  boolean: 0x50,
  date: 0x5a,
  timestamp: 0x64,
  regex: 0x6e,
  code: 0x78,
  maxKey: 0xf0,
} as const;

const BSON_RANK: Readonly<Record<string, number>> = {
  MinKey: RANK.minKey,
  MaxKey: RANK.maxKey,
  Int32: RANK.number,
  Double: RANK.number,
  Long: RANK.number,
  Decimal128: RANK.number,
  Binary: RANK.binary,
  ObjectId: RANK.objectId,
  Timestamp: RANK.timestamp,
  BSONRegExp: RANK.regex,
  Code: RANK.code,
};

/** The place of a value's type in MongoDB's order; a missing value counts as null. */
export function rank(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return RANK.number;
    case 'string':
      return RANK.string;
    case 'boolean':
      return RANK.boolean;
    case 'object':
      return value === null ? RANK.null : objectRank(value);
    default:
      return RANK.null;
  }
}

function objectRank(value: object): number {
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  const type = bsonType(value);
  if (type !== undefined) return BSON_RANK[type] ?? RANK.object;
  if (value instanceof Uint8Array) return RANK.binary;
  return value instanceof RegExp ? RANK.regex : RANK.object;
}

/** Orders strings by code point, which is the order of their UTF-8 bytes; JavaScript orders by UTF-16 unit. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return codePointOrder(x) - codePointOrder(y);
  }
  return a.length - b.length;
}

// Surrogates stand for code points above every other unit, so they are moved past U+FFFF.
function codePointOrder(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2800 : unit;
}

/** Orders two values as MongoDB's sort does; 0 means equal, whatever their number types. */
export function compare(a: unknown, b: unknown, collation?: CollationOrder): number {
  if (typeof a === 'number' && typeof b === 'number' && (a < b || a > b)) return a - b;
  const difference = rank(a) - rank(b);
  return difference !== 0 ? difference : compareAlike(a, b, collation);
}

/** Whether two values are equal in MongoDB's sense: same type group, same value, same field order. */
export function equal(a: unknown, b: unknown, collation?: CollationOrder): boolean {
  return a === b || compare(a, b, collation) === 0;
}

function compareAlike(a: unknown, b: unknown, collation?: CollationOrder): number {
  if (typeof a === 'string' && typeof b === 'string')
    return collation ? collation(a, b) : compareStrings(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b, collation);
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b, collation);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b);
  if (a instanceof BSONRegExp && b instanceof BSONRegExp) {
    return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
  }
  if (a instanceof Code && b instanceof Code) return compareStrings(String(a.code), String(b.code));
  switch (rank(a)) {
    case RANK.number:
      return compareNumbers(a, b);
    case RANK.binary:
      return compareBinaries(binary(a), binary(b));
    default:
      return 0;
  }
}

function binary(value: unknown): Binary {
  if (value instanceof Binary) return value;
  return new Binary(value instanceof Uint8Array ? value : new Uint8Array());
}

function compareBinaries(a: Binary, b: Binary): number {
  return a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
}

function compareArrays(a: unknown[], b: unknown[], collation?: CollationOrder): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = compare(a[i], b[i], collation);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareDocs(a: Doc, b: Doc, collation?: CollationOrder): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [left[i] ?? '', right[i] ?? ''];
    const difference = rank(a[x]) - rank(b[y]) || compareStrings(x, y) || compareAlike(a[x], b[y], collation);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
