import { BSONRegExp, Decimal128, Long, ObjectId } from 'bson';
import type { Collection } from './catalogue.ts';
import { type Doc, isDoc, put } from './document.ts';
import { StoreError } from './error.ts';
import { nearestDouble } from './exact-number.ts';
import type { Index } from './index-spec.ts';
import { EMPTY_ARRAY } from './key-encoding.ts';

/** MongoDB's answer to a second document with a unique key: 11000 with keyPattern, keyValue and its sentence. */
export function duplicateKey(collection: Collection, index: Index, row: readonly unknown[]): StoreError {
  const keyPattern: Doc = {};
  const keyValue: Doc = {};
  for (const [i, key] of index.keys.entries()) {
    put(keyPattern, key.path, key.direction);
    put(keyValue, key.path, row[i] === EMPTY_ARRAY ? [] : (row[i] ?? null));
  }
  const namespace = `${collection.database}.${collection.name}`;
  return new StoreError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${shell(keyValue)}`,
    { keyPattern, keyValue },
  );
}

/** A value as MongoDB's shell prints it. */
export function shell(value: unknown): string {
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Long) return value.toString();
  if (value instanceof Decimal128) return `Decimal128('${value.toString()}')`;
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`;
  if (Array.isArray(value)) return `[ ${value.map(shell).join(', ')} ]`;
  if (isDoc(value)) {
    const fields = Object.keys(value).map((key) => `${key}: ${shell(value[key])}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  if (typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'Double') {
    return nearestDouble(value).toFixed(1);
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
