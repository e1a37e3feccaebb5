import { type Bound, boundsOf, type ValueRange } from './bounds.ts';
import type { Collection } from './catalogue.ts';
import { equal } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import type { Index } from './index-spec.ts';
import { AFTER, invert } from './key-encoding.ts';
import { compileFilter, isOperatorDoc } from './matcher.ts';
import type { SortKey } from './sorter.ts';

/** A half-open range of keys of one index. */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
}

/** How documents are found: through ranges of an index, the plans of an `$or` in turn, or by reading all. */
export interface Plan {
  index?: Index;
  branches?: Plan[];
  ranges: KeyRange[];
  backwards: boolean;
  /** The documents come in the order asked for. */
  sorted: boolean;
  /** Every document within the ranges satisfies the filter. */
  exact: boolean;
}

/** What is to be found. */
export interface Question {
  filter: Doc;
  sort: readonly SortKey[];
  hint?: unknown;
  /** Strings compare by a collation, in which no index is ordered. */
  collated: boolean;
}

const NATURAL = '$natural';
/** Most key ranges one plan may have; `$in` lists multiply. */
const MAX_RANGES = 20_000;
/** What a range on an index's next field is worth; an equality is worth more, the order alone less. */
const RANGE_SCORE = 40;

/** Chooses the index that narrows most; among equals one that also gives the order. */
export function planFor(collection: Collection, question: Question): Plan {
  const natural = naturalOrder(question);
  const scan = scanOf(collection, question, natural < 0);
  const hinted = hintedIndex(collection, question.hint);
  if (natural !== 0 || question.collated) return scan;
  const { bounds, complete } = boundsOf(question.filter);
  let best: { plan: Plan; score: number } = { plan: scan, score: 0 };
  for (const index of hinted ? [hinted] : collection.indexes) {
    const candidate = planIndex(index, question, bounds, complete, hinted !== undefined);
    if (candidate && candidate.score > best.score) best = candidate;
  }
  // An index that only gives the order reads everything all the same.
  const branches = best.score < RANGE_SCORE && !hinted ? branchPlans(collection, question) : undefined;
  return branches ? { ...scan, branches } : best.plan;
}

/** One plan for each alternative of an `$or`, when every one of them has an index. */
function branchPlans(collection: Collection, question: Question): Plan[] | undefined {
  const { $or: clauses, ...rest } = question.filter;
  if (!Array.isArray(clauses)) return undefined;
  const plans: Plan[] = [];
  for (const clause of clauses) {
    if (!isDoc(clause)) return undefined;
    const plan = planFor(collection, { filter: { $and: [rest, clause] }, sort: [], collated: false });
    if (!plan.index) return undefined;
    plans.push(plan);
  }
  return plans;
}

/** The order that `$natural` asks for, as a sort or as a hint; 0 when it is not asked for. */
function naturalOrder({ sort, hint }: Question): number {
  const [key] = sort;
  if (key?.path === NATURAL) return key.direction;
  return isDoc(hint) ? Number(hint[NATURAL] ?? 0) : 0;
}

// A clustered collection lies in the order of its `_id`.
function scanOf({ indexes: [idIndex] }: Collection, { sort }: Question, backwards: boolean): Plan {
  const sorted = sort.length === 0 || sort[0]?.path === NATURAL;
  const whole = { low: Buffer.alloc(0), high: AFTER };
  const clustered = idIndex?.clustered && { index: idIndex };
  return { ...clustered, ranges: clustered ? [whole] : [], backwards, sorted, exact: false };
}

function hintedIndex(collection: Collection, hint: unknown): Index | undefined {
  if (hint === undefined || (isDoc(hint) && (Object.keys(hint).length === 0 || Object.hasOwn(hint, NATURAL))))
    return undefined;
  const index = collection.indexes.find((entry) => entry.name === hint || equal(entry.spec.key, hint));
  if (!index) {
    throw new StoreError(
      'BadValue',
      'error processing query: planner returned error: hint provided does not correspond to an existing index',
    );
  }
  return index;
}

function planIndex(index: Index, question: Question, bounds: Bound[], complete: boolean, forced: boolean) {
  if (index.partial && !implies(question.filter, index.partial) && !forced) return undefined;
  const usable = index.sparse ? bounds.filter((bound) => !bound.admitsMissing) : bounds;
  const walk = walkKeys(index, usable);
  const constants = walk.singlePoint ? walk.equalities : 0;
  const order = index.multikey ? undefined : orderOf(index, question.sort, constants, walk);
  if (index.sparse && !forced && walk.used.length === 0) return undefined;
  const sorted = question.sort.length === 0 || order !== undefined;
  const score =
    walk.equalities * 100 +
    (walk.ranged ? RANGE_SCORE : 0) +
    (question.sort.length > 0 && sorted ? 20 : 0) +
    (index.unique && walk.equalities === index.keys.length ? 1_000 : 0) +
    (forced ? 1 : 0) -
    (walk.used.length > 0 ? index.keys.length : 0);
  if (score <= 0) return undefined;
  const exact =
    complete &&
    walk.used.length === bounds.length &&
    walk.used.every((bound) => bound.exact) &&
    (!index.multikey || bounds.length === 1);
  const plan: Plan = { index, ranges: walk.ranges, backwards: order === 'backwards', sorted, exact };
  return { plan, score };
}

interface Walk {
  ranges: KeyRange[];
  used: Bound[];
  /** How many leading fields are pinned to points. */
  equalities: number;
  /** Whether those points are one each, so that the rest of the key decides the order. */
  singlePoint: boolean;
  ranged: boolean;
}

// Leading fields with points multiply the prefixes; the first field without ends the walk with its range.
function walkKeys(index: Index, bounds: readonly Bound[]): Walk {
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

function orderOf(
  index: Index,
  sort: readonly SortKey[],
  constants: number,
  walk: Walk,
): 'forwards' | 'backwards' | undefined {
  if (sort.length === 0 || (walk.equalities > 0 && !walk.singlePoint)) return undefined;
  const fixed = new Set(index.keys.slice(0, constants).map((key) => key.path));
  const wanted = sort.filter((key) => !fixed.has(key.path));
  const [first] = wanted;
  if (!first) return 'forwards';
  const rest = index.keys.slice(constants);
  const flip = rest[0]?.direction === first.direction ? 1 : -1;
  const fits = wanted.every(
    (key, i) => rest[i]?.path === key.path && rest[i].direction * flip === key.direction,
  );
  if (!fits) return undefined;
  return flip === 1 ? 'forwards' : 'backwards';
}

/** Whether every document that a filter can match satisfies a partial index's condition. */
function implies(filter: Doc, partial: Doc): boolean {
  return Object.keys(partial).every((path) => {
    const condition = partial[path];
    if (path === '$and' && Array.isArray(condition)) {
      return condition.every((part) => isDoc(part) && implies(filter, part));
    }
    return conditionsOn(filter, path).some((given) => impliesClause(path, given, condition));
  });
}

function conditionsOn(filter: Doc, path: string): unknown[] {
  const nested = Array.isArray(filter.$and) ? filter.$and.filter(isDoc) : [];
  const own = Object.hasOwn(filter, path) ? [filter[path]] : [];
  return [...own, ...nested.flatMap((part) => conditionsOn(part, path))];
}

function impliesClause(path: string, given: unknown, wanted: unknown): boolean {
  if (equal(given, wanted)) return true;
  const values = isOperatorDoc(given) ? pointsOf(given) : [given];
  if (!values?.length) return isOperatorDoc(given) && impliesOperators(given, wanted);
  const test = compileFilter({ value: wanted });
  return !path.startsWith('$') && values.every((value) => value !== null && test({ value }));
}

// {$gt: 5} is implied by {$gt: 5, $lt: 9}, and {$exists: true} by any comparison with something.
function impliesOperators(given: Doc, wanted: unknown): boolean {
  if (!isOperatorDoc(wanted)) return false;
  const comparisons = ['$gt', '$gte', '$lt', '$lte'];
  return Object.keys(wanted).every((operator) => {
    if (Object.hasOwn(given, operator) && equal(given[operator], wanted[operator])) return true;
    const compared = comparisons.some((name) => Object.hasOwn(given, name) && given[name] !== null);
    return operator === '$exists' && wanted.$exists === true && compared;
  });
}

function pointsOf(given: Doc): unknown[] | undefined {
  if (Object.hasOwn(given, '$eq')) return [given.$eq];
  return Array.isArray(given.$in) ? given.$in : undefined;
}
