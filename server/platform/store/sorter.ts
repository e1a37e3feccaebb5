import { type CollationOrder, compare } from './compare.ts';
import { type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import { EMPTY_ARRAY } from './key-encoding.ts';
import { someAt } from './path.ts';

/** One key of a sort or an index: a dotted path and a direction. */
export interface SortKey {
  path: string;
  direction: 1 | -1;
}

/** Reads a sort document. @throws BadValue for a direction that is neither 1 nor -1 */
export function parseSort(sort: Doc): SortKey[] {
  return Object.keys(sort).map((path) => {
    const direction = Number(sort[path]);
    if (path.startsWith('$') && path !== '$natural')
      throw new StoreError('BadValue', `FieldPath field names may not start with '$': '${path}'`);
    if (isDoc(sort[path])) throw new StoreError('BadValue', `$meta sort on '${path}' is not supported`);
    if (direction !== 1 && direction !== -1) {
      throw new StoreError('BadValue', `$sort key ordering must be 1 (for ascending) or -1 (for descending)`);
    }
    return { path, direction };
  });
}

/** Sorts items by a document each, stably; of an array its least element counts, descending its greatest. */
export function sortBy<T>(
  items: readonly T[],
  keys: readonly SortKey[],
  documentOf: (item: T) => Doc,
  collation?: CollationOrder,
): T[] {
  const paths = keys.map((key) => key.path.split('.'));
  const rows = items.map((item) => ({
    item,
    values: keys.map((key, i) => sortValue(documentOf(item), paths[i] ?? [], key.direction, collation)),
  }));
  rows.sort((a, b) => {
    for (const [i, key] of keys.entries()) {
      const difference = compareSortValues(a.values[i], b.values[i], collation);
      if (difference !== 0) return difference * key.direction;
    }
    return 0;
  });
  return rows.map((row) => row.item);
}

// An empty array sorts below null, as it does in an index.
function compareSortValues(a: unknown, b: unknown, collation?: CollationOrder): number {
  if (a === EMPTY_ARRAY || b === EMPTY_ARRAY) return Number(b === EMPTY_ARRAY) - Number(a === EMPTY_ARRAY);
  return compare(a, b, collation);
}

function sortValue(document: Doc, parts: string[], direction: 1 | -1, collation?: CollationOrder): unknown {
  let best: unknown;
  let found = false;
  const consider = (value: unknown): void => {
    if (found && compareSortValues(value, best, collation) * direction >= 0) return;
    best = value;
    found = true;
  };
  someAt(document, parts, (value) => {
    if (!Array.isArray(value)) consider(value);
    else if (value.length === 0) consider(EMPTY_ARRAY);
    else value.forEach(consider);
    return false;
  });
  return best;
}
