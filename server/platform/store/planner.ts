import { type Bound, boundsOf } from './bounds.ts';
import type { Collection } from './catalogue.ts';
import { equal } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import { implies } from './implication.ts';
import type { Index } from './index-spec.ts';
import { AFTER } from './key-encoding.ts';
import { type KeyRange, type Walk, walkKeys } from './key-ranges.ts';
import type { SortKey } from './sorter.ts';

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
/** What a range on an index's next field is worth; an equality is worth more, the order alone less. */
const RANGE_SCORE = 40;
/** What it is worth that an index holds only a part of the collection, and all that is asked for is in it. */
const PARTIAL_SCORE = 10;

/** Chooses the index that narrows most; among equals one that also gives the order, then a partial one. */
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
    (index.partial && walk.used.length > 0 ? PARTIAL_SCORE : 0) +
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
