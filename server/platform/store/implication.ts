import { equal } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { compileFilter, isOperatorDoc } from './matcher.ts';

/** Whether every document that a filter can match satisfies a partial index's condition. */
export function implies(filter: Doc, partial: Doc): boolean {
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
