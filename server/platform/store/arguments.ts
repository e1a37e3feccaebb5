import { BSONRegExp, Long } from 'bson';
import { collationOrder } from './collation.ts';
import type { CollationOrder } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import { isNumeric, nearestDouble } from './exact-number.ts';

/** Fields that every command may carry; what they ask for is checked by `checkGenericFields`. */
const GENERIC = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'txnNumber',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
]);
/** These are refused by `checkGenericFields` with a sentence of their own. */
const TRANSACTION = new Set(['autocommit', 'startTransaction', 'stmtId', 'stmtIds']);

const typeName = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  if (isNumeric(value))
    return value instanceof Long ? 'long' : Number.isInteger(Number(value)) ? 'int' : 'double';
  if (value instanceof BSONRegExp) return 'regex';
  return typeof value;
};

/** The fields of a command or of one of its statements, read strictly: unknown ones are refused. */
export class Arguments {
  constructor(
    private readonly fields: Doc,
    private readonly of: string,
    known: readonly string[],
    top = false,
  ) {
    for (const field of Object.keys(fields)) {
      if (
        !known.includes(field) &&
        !(top && (GENERIC.has(field) || TRANSACTION.has(field) || field === of))
      ) {
        throw new StoreError('IDLUnknownField', `BSON field '${of}.${field}' is an unknown field.`);
      }
    }
  }

  has(field: string): boolean {
    return this.fields[field] !== undefined && this.fields[field] !== null;
  }

  raw(field: string): unknown {
    return this.fields[field] ?? undefined;
  }

  document(field: string): Doc | undefined {
    const value = this.raw(field);
    if (value === undefined || isDoc(value)) return value;
    throw this.wrongType(field, 'object');
  }

  documents(field: string): Doc[] | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw this.wrongType(field, 'array');
    return value.map((item: unknown) => {
      if (!isDoc(item))
        throw new StoreError('TypeMismatch', `Each element of the '${field}' array must be an object`);
      return item;
    });
  }

  text(field: string): string {
    const value = this.raw(field);
    if (value === undefined) throw this.missing(field);
    if (typeof value !== 'string') throw this.wrongType(field, 'string');
    return value;
  }

  flag(field: string, absent = false): boolean {
    const value = this.raw(field);
    if (value === undefined) return absent;
    if (typeof value === 'boolean') return value;
    if (isNumeric(value)) return nearestDouble(value) !== 0;
    throw this.wrongType(field, 'bool');
  }

  /** A whole number of at least 0. */
  size(field: string): number | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (!isNumeric(value)) throw this.wrongType(field, 'long');
    const number = Math.trunc(nearestDouble(value));
    if (number < 0) {
      throw new StoreError('BadValue', `BSON field '${field}' value must be >= 0, actual value '${number}'`);
    }
    return number;
  }

  collation(): CollationOrder | undefined {
    return collationOrder(this.document('collation'));
  }

  /** The instant after which the command stops, from its `maxTimeMS`. */
  deadline(): number | undefined {
    const limit = this.size('maxTimeMS');
    return limit ? Date.now() + limit : undefined;
  }

  /** Refuses options that MongoDB has and this store has not. */
  refuse(...options: string[]): void {
    for (const option of options) {
      if (this.has(option) && this.fields[option] !== false) {
        throw new StoreError(
          'CommandNotSupported',
          `'${option}' of ${this.of} is not supported by the embedded store`,
        );
      }
    }
  }

  missing(field: string): StoreError {
    return new StoreError(
      'IDLFailedToParse',
      `BSON field '${this.of}.${field}' is missing but a required field`,
    );
  }

  private wrongType(field: string, expected: string): StoreError {
    return new StoreError(
      'TypeMismatch',
      `BSON field '${this.of}.${field}' is the wrong type '${typeName(this.fields[field])}', expected type '${expected}'`,
    );
  }
}

/** Checks what every command may carry: transactions, read and write concern. */
export function checkGenericFields(body: Doc): void {
  if (body.autocommit !== undefined || body.startTransaction !== undefined) {
    throw new StoreError(
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
  const { readConcern, writeConcern } = body;
  if (isDoc(readConcern) && readConcern.level !== undefined) {
    const level = String(readConcern.level);
    if (level === 'snapshot' || level === 'linearizable') {
      throw new StoreError('NotAReplicaSet', `read concern ${level} is only supported on replica sets`);
    }
    if (!['local', 'available', 'majority'].includes(level)) {
      throw new StoreError('FailedToParse', `'${level}' is not a read concern level`);
    }
  }
  if (isDoc(writeConcern) && typeof writeConcern.w === 'number' && writeConcern.w > 1) {
    throw new StoreError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
  }
}
