import { type Doc, isDoc, own } from './document.ts';
import { StoreError } from './error.ts';
import { EMPTY_ARRAY, encodeKey, invert } from './key-encoding.ts';
import type { Matcher } from './matcher.ts';
import type { SortKey } from './sorter.ts';

/** What decides an index's keys. */
export interface KeyRule {
  keys: readonly SortKey[];
  sparse: boolean;
  /** Compiled partialFilterExpression. */
  covers?: Matcher | undefined;
}

/** One key with the values it was made of; a missing value is undefined. */
export interface IndexKey {
  bytes: Buffer;
  row: unknown[];
}

/** The keys of one document in one index, each once; `multikey` when an array was entered. */
export interface IndexKeys {
  keys: IndexKey[];
  multikey: boolean;
}

/** Where one field of a compound key stands while a document is walked. */
interface Position {
  value: unknown;
  rest: readonly string[];
  /** Set on an element of an array: an array directly inside an array is not entered again. */
  element: boolean;
}

/** Computes a document's keys. @throws CannotIndexParallelArrays when two fields hold different arrays */
export function indexKeysOf(document: Doc, rule: KeyRule): IndexKeys {
  if (rule.covers && !rule.covers(document)) return { keys: [], multikey: false };
  const start = rule.keys.map(
    (key): Position => ({ value: document, rest: key.path.split('.'), element: false }),
  );
  const rows: unknown[][] = [];
  const multikey = expand(start, rows);
  const kept = rule.sparse ? rows.filter((row) => row.some((value) => value !== undefined)) : rows;
  const encoded = kept.map((row) => ({ bytes: joinKey(row, rule.keys), row }));
  return { keys: multikey ? distinct(encoded) : encoded, multikey };
}

/** Joins values into one key, descending parts inverted. */
function joinKey(row: readonly unknown[], keys: readonly SortKey[]): Buffer {
  const parts = row.map((value, i) => {
    const part = encodeKey(value);
    return keys[i]?.direction === -1 ? invert(part) : part;
  });
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

function distinct(keys: IndexKey[]): IndexKey[] {
  const seen = new Map(keys.map((key) => [key.bytes.toString('latin1'), key]));
  return [...seen.values()];
}

// Fields that lead through the same array go through its elements together, one row an element.
function expand(positions: Position[], rows: unknown[][]): boolean {
  const reached = positions.map(descend);
  const array = reached.find(isUnenteredArray)?.value;
  if (!Array.isArray(array)) {
    rows.push(reached.map((position) => (position.rest.length === 0 ? position.value : undefined)));
    return false;
  }
  if (reached.some((position) => isUnenteredArray(position) && position.value !== array)) {
    throw new StoreError('CannotIndexParallelArrays', 'cannot index parallel arrays');
  }
  const items: unknown[] = array.length === 0 ? [undefined] : array;
  for (const item of items) {
    const next = reached.map((position): Position => {
      if (position.value !== array) return position;
      if (array.length === 0 && position.rest.length === 0) return { ...position, value: EMPTY_ARRAY };
      return { value: item, rest: position.rest, element: true };
    });
    expand(next, rows);
  }
  return true;
}

function isUnenteredArray(position: Position): boolean {
  return Array.isArray(position.value) && !position.element;
}

function descend(position: Position): Position {
  let { value, rest, element } = position;
  for (;;) {
    const [part, ...after] = rest;
    if (part === undefined) return { value, rest, element };
    if (isDoc(value)) value = own(value, part);
    else if (Array.isArray(value) && /^\d+$/.test(part)) value = value[Number(part)];
    else if (Array.isArray(value) && !element) return { value, rest, element };
    else return { value: undefined, rest: [], element };
    rest = after;
    element = false;
  }
}
