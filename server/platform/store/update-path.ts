import { type Doc, isDoc, own, put } from './document.ts';
import { StoreError } from './error.ts';

const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);
/** Most elements an update may pad an array with, as in MongoDB. */
const MAX_PADDING = 1_500_000;

/** What a positional path needs to know: the matched element of a query, and the array filters by name. */
export interface Positions {
  matchedIndex: (arrayPath: string) => number | undefined;
  filters: ReadonlyMap<string, (element: unknown) => boolean>;
}

/** Turns `$`, `$[]` and `$[name]` in a path into the concrete paths they stand for in this document. */
export function concretePaths(document: Doc, path: string, positions: Positions): string[][] {
  let found: { parts: string[]; value: unknown }[] = [{ parts: [], value: document }];
  for (const part of path.split('.')) {
    found = found.flatMap((prefix) =>
      steps(prefix, part, positions).map((step) => ({
        parts: [...prefix.parts, step],
        value: child(prefix.value, step),
      })),
    );
  }
  return found.map((entry) => entry.parts);
}

function steps(prefix: { parts: string[]; value: unknown }, part: string, positions: Positions): string[] {
  if (!part.startsWith('$')) return [part];
  const at = prefix.parts.join('.');
  if (part === '$') {
    const index = positions.matchedIndex(at);
    if (index === undefined) {
      throw new StoreError(
        'BadValue',
        'The positional operator did not find the match needed from the query.',
      );
    }
    return [String(index)];
  }
  const name = /^\$\[(.*)\]$/.exec(part)?.[1];
  if (name === undefined) {
    throw new StoreError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${part}' in '${at ? `${at}.` : ''}${part}' is not valid for storage.`,
    );
  }
  if (!Array.isArray(prefix.value)) {
    const reason = prefix.value === undefined ? 'must exist in the document' : 'is not an array';
    throw new StoreError('BadValue', `The path '${at}' ${reason} in order to apply array updates.`);
  }
  const test = name === '' ? () => true : positions.filters.get(name);
  if (!test)
    throw new StoreError('BadValue', `No array filter found for identifier '${name}' in path '${at}'`);
  return prefix.value.flatMap((element: unknown, i) => (test(element) ? [String(i)] : []));
}

function child(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return isIndex(part) ? value[Number(part)] : undefined;
  return isDoc(value) ? own(value, part) : undefined;
}

/** Reads the value at a concrete path. */
export function getAt(document: Doc, parts: readonly string[]): unknown {
  let value: unknown = document;
  for (const part of parts) value = child(value, part);
  return value;
}

/** Sets the value at a concrete path, making documents on the way. @throws PathNotViable through a scalar */
export function setAt(document: Doc, parts: readonly string[], value: unknown): void {
  let holder: Doc | unknown[] = document;
  for (const part of parts.slice(0, -1)) {
    let next = child(holder, part);
    if (next === undefined) {
      next = {};
      assign(holder, part, next);
    }
    if (!isDoc(next) && !Array.isArray(next)) throw notViable(parts, part, next);
    holder = next;
  }
  assign(holder, parts.at(-1) ?? '', value);
}

function assign(holder: Doc | unknown[], part: string, value: unknown): void {
  if (!Array.isArray(holder)) {
    put(holder, part, value);
    return;
  }
  const index = Number(part);
  if (!isIndex(part)) {
    throw new StoreError('PathNotViable', `Cannot create field '${part}' in an array element`);
  }
  if (index - holder.length > MAX_PADDING)
    throw new StoreError('BadValue', `can't backfill array to ${index}`);
  while (holder.length < index) holder.push(null);
  holder[index] = value;
}

function notViable(parts: readonly string[], part: string, value: unknown): StoreError {
  const field = parts[parts.indexOf(part) + 1] ?? '';
  const shown = JSON.stringify(value);
  return new StoreError('PathNotViable', `Cannot create field '${field}' in element {${part}: ${shown}}`);
}

/** Removes the value at a concrete path; an array element becomes null. Whether there was one. */
export function unsetAt(document: Doc, parts: readonly string[]): boolean {
  const holder = parts.length === 1 ? document : getAt(document, parts.slice(0, -1));
  const last = parts.at(-1) ?? '';
  if (Array.isArray(holder)) {
    if (!isIndex(last) || Number(last) >= holder.length) return false;
    holder[Number(last)] = null;
    return true;
  }
  if (!isDoc(holder) || !Object.hasOwn(holder, last)) return false;
  delete holder[last];
  return true;
}
