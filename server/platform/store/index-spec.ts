import { equal } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import type { KeyRule } from './index-keys.ts';
import { compileFilter, isOperatorDoc } from './matcher.ts';
import type { SortKey } from './sorter.ts';

/** An index as the planner and the records see it. */
export interface Index extends KeyRule {
  id: number;
  name: string;
  keys: SortKey[];
  unique: boolean;
  /** Set once some document gave more than one key; never unset. */
  multikey: boolean;
  partial?: Doc | undefined;
  expireAfterSeconds?: number | undefined;
  /** Of the index on `_id`: a read that no index serves follows it. */
  clustered: boolean;
  spec: Doc;
}

const OPTIONS = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'prepareUnique',
]);
/** What a partialFilterExpression may use, as in MongoDB. */
const PARTIAL_OPERATORS = new Set([
  '$and',
  '$or',
  '$eq',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$type',
  '$exists',
]);
/** Most fields of a compound index, as in MongoDB. */
const MAX_FIELDS = 32;

/** Builds an index from its stored description. */
export function indexOf(id: number, spec: Doc, multikey: boolean): Index {
  const key = isDoc(spec.key) ? spec.key : {};
  const partial = isDoc(spec.partialFilterExpression) ? spec.partialFilterExpression : undefined;
  return {
    id,
    name: String(spec.name),
    keys: Object.keys(key).map((path) => ({ path, direction: Number(key[path]) < 0 ? -1 : 1 })),
    unique: spec.unique === true || spec.prepareUnique === true || spec.name === '_id_',
    sparse: spec.sparse === true,
    multikey,
    partial,
    covers: partial ? compileFilter(partial) : undefined,
    expireAfterSeconds: spec.expireAfterSeconds === undefined ? undefined : Number(spec.expireAfterSeconds),
    clustered: spec.clustered === true,
    spec,
  };
}

const refuse = (message: string): never => {
  throw new StoreError('CannotCreateIndex', message);
};

/** Checks an index description from a client and completes it. @throws CannotCreateIndex */
export function checkIndexSpec(spec: Doc): Doc {
  if (!isDoc(spec.key) || Object.keys(spec.key).length === 0) {
    throw new StoreError('FailedToParse', "The 'key' field is a required property of an index specification");
  }
  if (typeof spec.name !== 'string' || spec.name === '') {
    throw new StoreError(
      'FailedToParse',
      "The 'name' field is a required property of an index specification",
    );
  }
  for (const option of Object.keys(spec)) if (!OPTIONS.has(option)) refuseOption(option);
  checkKey(spec.key);
  if (spec.partialFilterExpression !== undefined) checkPartial(spec);
  const seconds = spec.expireAfterSeconds;
  if (seconds !== undefined) checkExpiry(Number(seconds), spec.key);
  const { key, name, v: _v, ns: _ns, background: _background, ...options } = spec;
  for (const flag of ['unique', 'sparse']) if (!options[flag]) delete options[flag];
  return { v: 2, key, name, ...options };
}

function refuseOption(option: string): void {
  const known = ['collation', 'hidden', 'weights', 'wildcardProjection', 'storageEngine', 'clustered'];
  if (known.includes(option)) refuse(`index option '${option}' is not supported by the embedded store`);
  throw new StoreError('InvalidOptions', `The field '${option}' is not valid for an index specification`);
}

function checkKey(key: Doc): void {
  if (Object.keys(key).length > MAX_FIELDS) refuse(`cannot have more than ${MAX_FIELDS} fields in an index`);
  for (const path of Object.keys(key)) {
    const direction = key[path];
    if (typeof direction === 'string')
      refuse(`index type '${direction}' is not supported by the embedded store`);
    if (!Number(direction)) refuse('Values in the index key pattern cannot be 0.');
    if (path.includes('$**')) refuse('wildcard indexes are not supported by the embedded store');
    if (path === '' || path.split('.').includes('')) refuse('Index keys cannot contain an empty field.');
    if (path.startsWith('$')) refuse(`Index key contains an illegal field name: field name starts with '$'.`);
  }
}

function checkPartial(spec: Doc): void {
  if (!isDoc(spec.partialFilterExpression)) refuse('partialFilterExpression must be an object');
  else {
    compileFilter(spec.partialFilterExpression);
    checkPartialFilter(spec.partialFilterExpression);
  }
  if (spec.sparse === true) refuse('cannot mix "partialFilterExpression" and "sparse" options');
}

// More would compute here too, but not on MongoDB, and what makes an index here must make it there.
function checkPartialFilter(filter: Doc): void {
  for (const key of Object.keys(filter)) {
    const value = filter[key];
    const operators = isOperatorDoc(value) ? Object.keys(value) : [];
    const nested = Array.isArray(value) ? value.filter(isDoc) : [];
    const unsupported = (key.startsWith('$') ? [key] : operators).find(
      (name) => !PARTIAL_OPERATORS.has(name),
    );
    const denies = isOperatorDoc(value) && value.$exists === false;
    if (unsupported !== undefined || denies) {
      refuse(`unsupported expression in partial index: ${unsupported ?? '$exists: false'}`);
    }
    nested.forEach(checkPartialFilter);
  }
}

function checkExpiry(seconds: number, key: Doc): void {
  if (!Number.isFinite(seconds) || seconds < 0)
    refuse('TTL index expireAfterSeconds must be a number of at least 0');
  if (Object.keys(key).length > 1)
    refuse('TTL indexes are single-field indexes, compound indexes do not support TTL');
  if (Object.hasOwn(key, '_id')) {
    throw new StoreError('InvalidOptions', "The field 'expireAfterSeconds' is not valid for an _id index");
  }
}

/** The `_id` index of a collection that is created with `clusteredIndex`. @throws InvalidOptions, CannotCreateIndex */
export function clusteredIndexSpec(clusteredIndex: Doc): Doc {
  const { key, name = '_id_', unique, ...others } = clusteredIndex;
  if (!equal(key, { _id: 1 }) || unique !== true) {
    throw new StoreError('InvalidOptions', 'a clusteredIndex has key: { _id: 1 } and unique: true');
  }
  return { ...checkIndexSpec({ key, name, unique, ...others }), clustered: true };
}

/** Whether two descriptions ask for the same index, names aside. */
export function sameIndex(a: Doc, b: Doc): boolean {
  const options = ['key', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'];
  return options.every((option) => equal(a[option] ?? false, b[option] ?? false));
}
