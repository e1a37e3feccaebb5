import { BSONRegExp } from 'bson';
import { numberType } from './arithmetic.ts';
import { type CollationOrder, compare, equal, RANK, rank } from './compare.ts';
import { bsonType, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import { exact, isNumeric, nearestDouble } from './exact-number.ts';
import type { LeafTest } from './path.ts';

/** Compiles an operator that looks at one value. @throws BadValue for one that MongoDB does not have */
export function leafOperator(name: string, operand: unknown, collation?: CollationOrder): LeafTest {
  switch (name) {
    case '$gt':
      return ordering(operand, (difference) => difference > 0, false, collation);
    case '$gte':
      return ordering(operand, (difference) => difference >= 0, true, collation);
    case '$lt':
      return ordering(operand, (difference) => difference < 0, false, collation);
    case '$lte':
      return ordering(operand, (difference) => difference <= 0, true, collation);
    case '$in':
      return membership(operand, collation);
    case '$type':
      return typeTest(operand);
    case '$mod':
      return modulus(operand);
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return bitTest(name, operand);
    case '$near':
    case '$nearSphere':
    case '$geoWithin':
    case '$geoIntersects':
      throw new StoreError('QueryFeatureNotAllowed', `${name} is not supported by the embedded store`);
    default:
      throw new StoreError('BadValue', `unknown operator: ${name}`);
  }
}

type Sign = (difference: number) => boolean;

function ordering(operand: unknown, holds: Sign, inclusive: boolean, collation?: CollationOrder): LeafTest {
  const bracket = rank(operand);
  if (bracket === RANK.minKey || bracket === RANK.maxKey) {
    return (value) => value !== undefined && holds(compare(value, operand, collation));
  }
  if (bracket === RANK.null) return (value) => inclusive && rank(value) === RANK.null;
  const notANumber = bracket === RANK.number && Number.isNaN(nearestDouble(operand));
  return (value) => {
    if (rank(value) !== bracket) return false;
    if (bracket === RANK.number) {
      const valueIsNaN = Number.isNaN(nearestDouble(value));
      if (notANumber || valueIsNaN) return inclusive && notANumber && valueIsNaN;
    }
    return holds(compare(value, operand, collation));
  };
}

function membership(operand: unknown, collation?: CollationOrder): LeafTest {
  if (!Array.isArray(operand)) throw new StoreError('BadValue', '$in needs an array');
  const patterns: LeafTest[] = [];
  const values: unknown[] = [];
  const strings = new Set<string>();
  for (const item of operand) {
    if (bsonType(item) === 'BSONRegExp') patterns.push(regexTest(item, undefined));
    else if (typeof item === 'string' && !collation) strings.add(item);
    else if (isDoc(item) && Object.keys(item).some((key) => /^\$(?!ref|id|db)/.test(key))) {
      throw new StoreError('BadValue', 'cannot nest $ under $in');
    } else values.push(item);
  }
  return (value) =>
    (typeof value === 'string' && strings.has(value)) ||
    values.some((item) => equal(value, item, collation)) ||
    patterns.some((test) => test(value));
}

const TYPES: Readonly<Record<string, { number: number; test: LeafTest }>> = {
  double: { number: 1, test: (value) => numberType(value) === 'double' },
  string: { number: 2, test: (value) => typeof value === 'string' },
  object: { number: 3, test: isDoc },
  array: { number: 4, test: Array.isArray },
  binData: { number: 5, test: (value) => rank(value) === RANK.binary },
  undefined: { number: 6, test: () => false },
  objectId: { number: 7, test: (value) => bsonType(value) === 'ObjectId' },
  bool: { number: 8, test: (value) => typeof value === 'boolean' },
  date: { number: 9, test: (value) => value instanceof Date },
  null: { number: 10, test: (value) => value === null },
  regex: { number: 11, test: (value) => bsonType(value) === 'BSONRegExp' },
  javascript: { number: 13, test: (value) => bsonType(value) === 'Code' },
  int: { number: 16, test: (value) => numberType(value) === 'int' },
  timestamp: { number: 17, test: (value) => bsonType(value) === 'Timestamp' },
  long: { number: 18, test: (value) => numberType(value) === 'long' },
  decimal: { number: 19, test: (value) => numberType(value) === 'decimal' },
  minKey: { number: -1, test: (value) => bsonType(value) === 'MinKey' },
  maxKey: { number: 127, test: (value) => bsonType(value) === 'MaxKey' },
  number: { number: Number.NaN, test: isNumeric },
};

function typeTest(operand: unknown): LeafTest {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((wanted: unknown) => {
    const type =
      typeof wanted === 'string'
        ? TYPES[wanted]
        : Object.values(TYPES).find(({ number }) => number === nearestDouble(wanted));
    if (!type) throw new StoreError('BadValue', `Unknown type name alias: ${String(wanted)}`);
    return type.test;
  });
  return (value) => tests.some((test) => test(value));
}

function modulus(operand: unknown): LeafTest {
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(isNumeric)) {
    throw new StoreError('BadValue', 'malformed mod, needs to be an array of two numbers');
  }
  const [divisor, remainder] = operand.map((item: unknown) => Math.trunc(nearestDouble(item)));
  if (!divisor) throw new StoreError('BadValue', 'divisor cannot be 0');
  return (value) =>
    isNumeric(value) && Math.trunc(nearestDouble(value)) % divisor === (remainder ?? 0) % divisor;
}

function bitTest(name: string, operand: unknown): LeafTest {
  const mask = Array.isArray(operand)
    ? operand.reduce((bits: bigint, position: unknown) => bits | (1n << BigInt(Number(position))), 0n)
    : isNumeric(operand)
      ? exact(operand).digits
      : undefined;
  if (mask === undefined) throw new StoreError('BadValue', `${name} takes a number or an array of positions`);
  return (value) => {
    if (!isNumeric(value) || !Number.isInteger(nearestDouble(value))) return false;
    const set = exact(value).digits & mask;
    if (name === '$bitsAllSet') return set === mask;
    if (name === '$bitsAnySet') return set !== 0n;
    return name === '$bitsAllClear' ? set === 0n : set !== mask;
  };
}

/** Compiles a regular expression test; a stored regular expression equals itself. */
export function regexTest(pattern: unknown, options: unknown): LeafTest {
  const source = pattern instanceof BSONRegExp ? pattern.pattern : pattern;
  if (typeof source !== 'string') throw new StoreError('BadValue', '$regex has to be a string');
  const flags = typeof options === 'string' ? options : pattern instanceof BSONRegExp ? pattern.options : '';
  const expression = compileRegex(source, flags);
  return (value) =>
    typeof value === 'string'
      ? expression.test(value)
      : value instanceof BSONRegExp && value.pattern === source && value.options === flags;
}

function compileRegex(source: string, flags: string): RegExp {
  const unknown = [...flags].find((flag) => !'imsu'.includes(flag));
  if (unknown !== undefined) throw new StoreError('BadValue', `invalid flag in regex options: ${unknown}`);
  try {
    return new RegExp(source, [...new Set(flags)].join(''));
  } catch (error) {
    throw new StoreError('BadValue', `Regular expression is invalid: ${String(error)}`);
  }
}
