import { inspect } from 'node:util';
import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;

/** Whether a value is a plain document of a test file. */
export function isFields(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  object: isFields,
  array: Array.isArray,
  binData: (value) => value instanceof BSON.Binary,
  objectId: (value) => value instanceof BSON.ObjectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  int: (value) => typeof value === 'number',
  long: (value) => typeof value === 'number' || typeof value === 'bigint' || value instanceof BSON.Long,
  double: (value) => typeof value === 'number',
};

/**
 * The first place where a result differs from what a unified test expects, or undefined. A document at the
 * root may have more fields than expected; one inside may not.
 */
export function difference(expected: unknown, given: unknown, at = '', root = true): string | undefined {
  // The driver gives some results as maps by index.
  const actual: unknown =
    given instanceof Map ? Object.fromEntries([...given].map(([key, value]) => [String(key), value])) : given;
  const differs = `${at || 'the result'}: expected ${show(expected)}, got ${actual === given ? show(actual) : 'a map'}`;
  if (isFields(expected)) {
    const [operator = ''] = Object.keys(expected);
    if (operator.startsWith('$$')) {
      return special(operator, expected[operator], actual, at, root) ? undefined : differs;
    }
    return fieldDifference(expected, actual, at, root) ?? undefined;
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differs;
    for (const [i, item] of expected.entries()) {
      const found = difference(item, actual[i], `${at}[${i}]`, root && at === '');
      if (found) return found;
    }
    return undefined;
  }
  return BSON.EJSON.stringify({ v: expected }) === BSON.EJSON.stringify({ v: actual }) ? undefined : differs;
}

function fieldDifference(expected: Record<string, unknown>, actual: unknown, at: string, root: boolean) {
  if (typeof actual !== 'object' || actual === null) return `${at}: expected a document, got ${show(actual)}`;
  const entries: [unknown, unknown][] = actual instanceof Map ? [...actual] : Object.entries(actual);
  const fields = new Map(entries.map(([key, value]) => [String(key), value]));
  for (const key of Object.keys(expected)) {
    const found = difference(expected[key], fields.get(key), at ? `${at}.${key}` : key, false);
    if (found) return found;
  }
  // `didUpsert` is this driver's own addition to its results.
  const extra = [...fields.keys()].find((key) => !Object.hasOwn(expected, key) && key !== 'didUpsert');
  return root || extra === undefined ? undefined : `${at}: unexpected field ${extra}`;
}

function special(operator: string, operand: unknown, actual: unknown, at: string, root: boolean): boolean {
  switch (operator) {
    case '$$exists':
      return (actual !== undefined) === operand;
    case '$$unsetOrMatches':
      return actual === undefined || actual === null || difference(operand, actual, at, root) === undefined;
    case '$$type': {
      const names = Array.isArray(operand) ? operand : [operand];
      return names.some((name) => TYPES[String(name)]?.(actual) === true);
    }
    case '$$sessionLsid':
      return isFields(actual) || actual !== undefined;
    default:
      throw new Error(`the runner does not know ${operator}`);
  }
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : inspect(value, { depth: 5, breakLength: 300 });
}
