import { BSONRegExp } from 'bson';
import { RANK, rank } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { nearestDouble } from './exact-number.ts';
import { EMPTY_ARRAY, encodeKey } from './key-encoding.ts';
import { isOperatorDoc } from './matcher.ts';

/** A range of one field's encoded values. A limit of one byte is a type's, and not part of the range above. */
export interface ValueRange {
  low: Buffer;
  lowIncluded: boolean;
  high: Buffer;
  highIncluded: boolean;
  /** The limits are beginnings of strings, which only an ascending index keeps together. */
  ascendingOnly?: boolean;
}

/**
 * What one clause of a filter says about one field: the value is one of these points, or lies in this range.
 * `exact` when being within means satisfying the clause, so that the document need not be looked at.
 */
export interface Bound {
  path: string;
  points?: Buffer[];
  range?: ValueRange;
  exact: boolean;
  /** Whether a missing field can satisfy the clause; a sparse index has no entry for it. */
  admitsMissing: boolean;
}

/** The bounds that a filter's ANDed clauses put on fields, and whether they are the whole filter. */
export interface Bounds {
  bounds: Bound[];
  complete: boolean;
}

/** Reads the bounds from a filter; clauses that bound nothing make it incomplete. */
export function boundsOf(filter: Doc, prefix = ''): Bounds {
  const result: Bounds = { bounds: [], complete: true };
  for (const key of Object.keys(filter)) {
    const value = filter[key];
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value.filter(isDoc)) merge(result, boundsOf(part, prefix));
    } else if (key === '$comment') continue;
    else if (key.startsWith('$')) result.complete = false;
    else merge(result, fieldBounds(prefix + key, value));
  }
  return result;
}

function merge(into: Bounds, from: Bounds): void {
  into.bounds.push(...from.bounds);
  into.complete &&= from.complete;
}

function fieldBounds(path: string, condition: unknown): Bounds {
  if (!isOperatorDoc(condition)) return single(equalityBound(path, condition));
  const result: Bounds = { bounds: [], complete: true };
  for (const operator of Object.keys(condition)) {
    merge(result, operatorBounds(path, operator, condition[operator], condition));
  }
  return result;
}

function single(bound: Bound | undefined): Bounds {
  return { bounds: bound ? [bound] : [], complete: bound?.exact === true };
}

function operatorBounds(path: string, operator: string, operand: unknown, condition: Doc): Bounds {
  switch (operator) {
    case '$eq':
      return single(operand instanceof BSONRegExp ? undefined : equalityBound(path, operand));
    case '$in':
      return single(inBound(path, operand));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return single(orderBound(path, operator, operand));
    case '$regex':
      return single(prefixBound(path, operand, condition.$options));
    case '$all': {
      const [first] = Array.isArray(operand) ? operand : [];
      const bound = first === undefined || isOperatorDoc(first) ? undefined : equalityBound(path, first);
      return { bounds: bound ? [bound] : [], complete: false };
    }
    case '$elemMatch': {
      if (!isDoc(operand)) return single(undefined);
      const inner = isOperatorDoc(operand) ? fieldBounds(path, operand) : boundsOf(operand, `${path}.`);
      return { bounds: inner.bounds, complete: false };
    }
    default:
      return { bounds: [], complete: false };
  }
}

function equalityBound(path: string, value: unknown): Bound | undefined {
  if (value instanceof BSONRegExp) return prefixBound(path, value, undefined);
  if (!Array.isArray(value)) {
    const missing = rank(value) === RANK.null;
    return { path, points: [encodeKey(value)], exact: !missing, admitsMissing: missing };
  }
  // An index holds an array's elements; the array as a whole only where it is itself an element.
  const first = value.length === 0 ? EMPTY_ARRAY : value[0];
  return {
    path,
    points: [encodeKey(value), encodeKey(first)],
    exact: false,
    admitsMissing: rank(first) === RANK.null,
  };
}

function inBound(path: string, operand: unknown): Bound | undefined {
  if (!Array.isArray(operand)) return undefined;
  const result: Bound = { path, points: [], exact: true, admitsMissing: false };
  const points: Buffer[] = [];
  for (const item of operand) {
    const bound = item instanceof BSONRegExp ? undefined : equalityBound(path, item);
    if (!bound?.points) return undefined;
    points.push(...bound.points);
    result.exact &&= bound.exact;
    result.admitsMissing ||= bound.admitsMissing;
  }
  const distinct = new Map(points.map((point) => [point.toString('latin1'), point]));
  return { ...result, points: [...distinct.values()].sort(Buffer.compare) };
}

function orderBound(path: string, operator: string, operand: unknown): Bound | undefined {
  const bracket = rank(operand);
  const unbounded: number[] = [RANK.null, RANK.array, RANK.object, RANK.minKey, RANK.maxKey];
  const isNotANumber = bracket === RANK.number && Number.isNaN(nearestDouble(operand));
  if (unbounded.includes(bracket) || isNotANumber) return undefined;
  const range: ValueRange = {
    low: Buffer.from([bracket]),
    lowIncluded: true,
    high: Buffer.from([bracket + 1]),
    highIncluded: false,
  };
  if (operator.startsWith('$g')) {
    range.low = encodeKey(operand);
    range.lowIncluded = operator === '$gte';
  } else {
    range.high = encodeKey(operand);
    range.highIncluded = operator === '$lte';
  }
  // NaN has the lowest number key but is below nothing, so numbers below a bound must be looked at.
  const exact = bracket !== RANK.number || operator.startsWith('$g');
  return { path, range, exact, admitsMissing: false };
}

/** A regular expression that begins with `^` and plain letters bounds the strings that may match. */
function prefixBound(path: string, pattern: unknown, options: unknown): Bound | undefined {
  const source = pattern instanceof BSONRegExp ? pattern.pattern : pattern;
  const flags = typeof options === 'string' ? options : pattern instanceof BSONRegExp ? pattern.options : '';
  if (typeof source !== 'string' || flags !== '' || source.includes('|')) return undefined;
  // A quantifier after the run would make its last letter optional; backtracking then leaves that letter out.
  const literal = /^\^([\p{L}\p{N} _@:/-]+)(?![*?{])/u.exec(source)?.[1];
  if (literal === undefined) return undefined;
  const low = Buffer.concat([Buffer.from([RANK.string]), Buffer.from(literal, 'utf8')]);
  const range = { low, lowIncluded: true, high: low, highIncluded: true, ascendingOnly: true };
  return { path, range, exact: false, admitsMissing: false };
}
