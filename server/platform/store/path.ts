import { type Doc, isDoc, own } from './document.ts';

/** Tests one value found at a path; `undefined` is a missing one. */
export type LeafTest = (value: unknown) => boolean;

const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/**
 * Whether some value at a dotted path passes the test. Arrays on the way are entered, element documents by
 * name and elements by number, as a MongoDB filter does; an array at the end is handed over whole.
 */
export function someAt(document: Doc, parts: readonly string[], test: LeafTest): boolean {
  return visit(document, parts, 0, test);
}

/** The same, but an array at the end is tested element by element, then whole. */
export function someWithin(document: Doc, parts: readonly string[], test: LeafTest): boolean {
  return visit(document, parts, 0, (value) => (Array.isArray(value) && value.some(test)) || test(value));
}

function visit(value: unknown, parts: readonly string[], at: number, test: LeafTest): boolean {
  const part = parts[at];
  if (part === undefined) return test(value);
  if (Array.isArray(value)) return visitArray(value, parts, at, test);
  if (!isDoc(value)) return test(undefined);
  const next = own(value, part);
  return next === undefined ? test(undefined) : visit(next, parts, at + 1, test);
}

function visitArray(array: unknown[], parts: readonly string[], at: number, test: LeafTest): boolean {
  const part = parts[at] ?? '';
  if (isIndex(part)) {
    const item = array[Number(part)];
    if (item !== undefined && visit(item, parts, at + 1, test)) return true;
  }
  // Elements that are no documents have no fields, not even missing ones: {a: [1]} does not match {'a.b': null}.
  return array.some((item) => isDoc(item) && visit(item, parts, at, test));
}

/** The value at a path without entering arrays except by number; undefined when there is none. */
export function valueAt(document: unknown, parts: readonly string[]): unknown {
  let value: unknown = document;
  for (const part of parts) {
    if (Array.isArray(value) && isIndex(part)) value = value[Number(part)];
    else if (isDoc(value)) value = own(value, part);
    else return undefined;
  }
  return value;
}

/** All values at a path, arrays on the way entered and an array at the end spread out, as `distinct` sees them. */
export function valuesAt(document: Doc, parts: readonly string[]): unknown[] {
  const found: unknown[] = [];
  visit(document, parts, 0, (value) => {
    if (Array.isArray(value)) found.push(...value);
    else if (value !== undefined) found.push(value);
    return false;
  });
  return found;
}
