import type { Bound, ValueRange } from './bounds.ts';
import type { Index } from './index-spec.ts';
import { AFTER, invert } from './key-encoding.ts';

/** Most key ranges one plan may have; `$in` lists multiply. */
const MAX_RANGES = 20_000;

/** A half-open range of keys of one index. */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
}

/** Where the bounds of a filter lead in one index. */
export interface Walk {
  ranges: KeyRange[];
  used: Bound[];
  /** How many leading fields are pinned to points. */
  equalities: number;
  /** Whether those points are one each, so that the rest of the key decides the order. */
  singlePoint: boolean;
  ranged: boolean;
}

/** Leading fields with points multiply the prefixes; the first field without ends the walk with its range. */
export function walkKeys(index: Index, bounds: readonly Bound[]): Walk {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  const walk: Walk = { ranges: [], used: [], equalities: 0, singlePoint: true, ranged: false };
  const arrays = new Set<string>();
  for (const key of index.keys) {
    const root = key.path.split('.')[0] ?? '';
    // Two fields of one array of documents may be matched by different elements, which have different keys.
    if (index.multikey && arrays.has(root)) break;
    arrays.add(root);
    const mine = bounds.filter((bound) => bound.path === key.path);
    const points = mine.find((bound) => bound.points);
    if (points?.points && prefixes.length * points.points.length <= MAX_RANGES) {
      const parts = points.points.map((point) => (key.direction === 1 ? point : invert(point)));
      prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
      walk.used.push(points);
      walk.equalities += 1;
      walk.singlePoint &&= parts.length === 1;
      continue;
    }
    const ranges = mine.filter((bound) => bound.range && (key.direction === 1 || !bound.range.ascendingOnly));
    const taken = index.multikey ? ranges.slice(0, 1) : ranges;
    if (taken.length === 0) break;
    walk.used.push(...taken);
    walk.ranged = true;
    walk.ranges = prefixes.map((prefix) => rangeWithin(prefix, taken, key.direction));
    return walk;
  }
  walk.ranges = prefixes.map((prefix) => ({ low: prefix, high: Buffer.concat([prefix, AFTER]) }));
  return walk;
}

function rangeWithin(prefix: Buffer, bounds: readonly Bound[], direction: 1 | -1): KeyRange {
  const ranges = bounds.flatMap((bound) => (bound.range ? [bound.range] : []));
  const low = ranges.map(direction === 1 ? lowest : lowestDescending).reduce(later);
  const high = ranges.map(direction === 1 ? highest : highestDescending).reduce(earlier);
  return { low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high]) };
}

const later = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) > 0 ? a : b);
const earlier = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) < 0 ? a : b);
const past = (key: Buffer): Buffer => Buffer.concat([key, AFTER]);
const lowest = (range: ValueRange): Buffer => (range.lowIncluded ? range.low : past(range.low));
const highest = (range: ValueRange): Buffer => (range.highIncluded ? past(range.high) : range.high);

// Inverted, a range's upper limit comes first. A bare type byte is a limit between types, not a value.
const isTypeLimit = (limit: Buffer): boolean => limit.length === 1;
const invertedTypeLimit = (limit: Buffer): Buffer => Buffer.from([256 - (limit[0] ?? 0)]);

function lowestDescending(range: ValueRange): Buffer {
  if (isTypeLimit(range.high)) return invertedTypeLimit(range.high);
  return range.highIncluded ? invert(range.high) : past(invert(range.high));
}

function highestDescending(range: ValueRange): Buffer {
  if (isTypeLimit(range.low)) return invertedTypeLimit(range.low);
  return range.lowIncluded ? past(invert(range.low)) : invert(range.low);
}
