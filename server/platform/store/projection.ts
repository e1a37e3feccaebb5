import { type Doc, isDoc, own, put } from './document.ts';
import { StoreError } from './error.ts';
import { isNumeric, nearestDouble } from './exact-number.ts';
import { compileFilter, type MatchContext } from './matcher.ts';
import { matchedElement } from './positional.ts';
import { setAt } from './update-path.ts';

/** Shapes a document for the reader. */
export type Projection = (document: Doc) => Doc;

/** What a projection is compiled with: the filter is for the positional `$`. */
export interface ProjectionContext extends MatchContext {
  filter?: Doc;
}

interface Parts {
  included: string[];
  excluded: string[];
  /** Elements of arrays: $slice, $elemMatch, and the positional `$`. */
  elements: { path: string; choose: (document: Doc, value: unknown) => unknown; includes: boolean }[];
  computed: { path: string; expression: unknown }[];
}

const MISSING = Symbol('missing');

/** Compiles a projection document. @throws ProjectionMixed when it both includes and excludes */
export function compileProjection(spec: Doc, context: ProjectionContext): Projection {
  const parts: Parts = { included: [], excluded: [], elements: [], computed: [] };
  for (const [path, value] of flatten(spec)) sortOut(parts, path, value, context);
  const including =
    parts.included.length > 0 || parts.computed.length > 0 || parts.elements.some((e) => e.includes);
  const mixed = parts.excluded.find((path) => path !== '_id');
  if (including && mixed !== undefined) {
    throw new StoreError('ProjectionMixed', `Cannot do exclusion on field ${mixed} in inclusion projection`);
  }
  refuseCollisions(Object.keys(spec));
  return including ? inclusion(parts, context) : exclusion(parts);
}

function flatten(spec: Doc, prefix = ''): [string, unknown][] {
  return Object.keys(spec).flatMap((key): [string, unknown][] => {
    const value = spec[key];
    const nested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
    return nested ? flatten(value, `${prefix}${key}.`) : [[prefix + key, value]];
  });
}

function sortOut(parts: Parts, path: string, value: unknown, context: ProjectionContext): void {
  if (path.endsWith('.$')) {
    parts.elements.push({
      path: path.slice(0, -2),
      choose: positional(path.slice(0, -2), context),
      includes: true,
    });
  } else if (typeof value === 'boolean' || isNumeric(value)) {
    const wanted = value === true || (value !== false && nearestDouble(value) !== 0);
    (wanted ? parts.included : parts.excluded).push(path);
  } else if (isDoc(value) && Object.hasOwn(value, '$elemMatch')) {
    const { $elemMatch: condition } = value;
    const test = compileFilter({ element: { $elemMatch: condition } }, context);
    const choose = (_document: Doc, array: unknown): unknown => {
      const found = Array.isArray(array)
        ? array.find((item: unknown) => test({ element: [item] }))
        : undefined;
      return found === undefined ? MISSING : [found];
    };
    parts.elements.push({ path, choose, includes: true });
  } else if (isDoc(value) && Object.hasOwn(value, '$slice') && isFindSlice(value.$slice)) {
    const { $slice: window } = value;
    parts.elements.push({ path, choose: (_document, array) => slice(array, window), includes: false });
  } else if (isDoc(value) && Object.hasOwn(value, '$meta')) {
    throw new StoreError('QueryFeatureNotAllowed', '$meta is not supported by the embedded store');
  } else parts.computed.push({ path, expression: value });
}

const isFindSlice = (window: unknown): boolean =>
  isNumeric(window) || (Array.isArray(window) && window.length === 2 && window.every(isNumeric));

function slice(array: unknown, window: unknown): unknown {
  if (!Array.isArray(array)) return array;
  const [skip, count] = (Array.isArray(window) ? window : [window]).map(nearestDouble);
  if (skip === undefined) return array;
  if (count === undefined) return skip < 0 ? array.slice(skip) : array.slice(0, skip);
  const start = skip < 0 ? Math.max(0, array.length + skip) : skip;
  return array.slice(start, start + count);
}

function positional(path: string, context: ProjectionContext) {
  return (document: Doc, array: unknown): unknown => {
    if (!Array.isArray(array)) return array;
    const index = matchedElement(document, context.filter ?? {}, path, context);
    if (index === undefined) {
      throw new StoreError(
        'BadValue',
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    }
    return [array[index]];
  };
}

function refuseCollisions(paths: string[]): void {
  for (const path of paths) {
    const inner = paths.find((other) => other.startsWith(`${path}.`) && !other.endsWith('.$'));
    if (inner !== undefined) {
      throw new StoreError(
        'ProjectionPathCollision',
        `Path collision at ${inner} remaining portion ${inner.slice(path.length + 1)}`,
      );
    }
  }
}

/** Paths as a tree, so that a document is walked once and keeps its field order. */
type Tree = Map<string, Tree | true>;

function treeOf(paths: readonly string[]): Tree {
  const root: Tree = new Map();
  for (const path of paths) {
    const parts = path.split('.');
    let node = root;
    for (const part of parts.slice(0, -1)) {
      const next = node.get(part);
      const child: Tree = next instanceof Map ? next : new Map();
      if (next !== true) node.set(part, child);
      node = child;
    }
    node.set(parts.at(-1) ?? '', true);
  }
  return root;
}

function inclusion(parts: Parts, context: ProjectionContext): Projection {
  const paths = [...parts.included, ...parts.elements.map((element) => element.path)];
  if (!parts.excluded.includes('_id')) paths.push('_id');
  const tree = treeOf(paths);
  return (document) => {
    const result = pick(document, tree);
    chooseElements(result, document, parts);
    for (const { path, expression } of parts.computed) {
      const value = context.evaluate?.(expression, document);
      if (value !== undefined) setAt(result, path.split('.'), value);
    }
    return result;
  };
}

function exclusion(parts: Parts): Projection {
  const tree = treeOf(parts.excluded);
  return (document) => {
    const result = omit(document, tree);
    chooseElements(result, document, parts);
    return result;
  };
}

function chooseElements(result: Doc, document: Doc, parts: Parts): void {
  for (const { path, choose } of parts.elements) {
    eachHolder(result, document, path.split('.'), (holder, key, source) => {
      const value = choose(document, own(source, key));
      if (value === MISSING) delete holder[key];
      else if (Object.hasOwn(holder, key)) holder[key] = value;
    });
  }
}

type OnHolder = (holder: Doc, key: string, source: Doc) => void;

function eachHolder(result: unknown, source: unknown, parts: string[], visit: OnHolder): void {
  const [part = '', ...rest] = parts;
  if (Array.isArray(result) && Array.isArray(source)) {
    for (const [i, item] of result.entries()) eachHolder(item, source[i], parts, visit);
  } else if (isDoc(result) && isDoc(source)) {
    if (rest.length === 0) visit(result, part, source);
    else eachHolder(result[part], source[part], rest, visit);
  }
}

function pick(document: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const key of Object.keys(document)) {
    const node = tree.get(key);
    const value = document[key];
    if (node === true) put(result, key, value);
    else if (node && isDoc(value)) put(result, key, pick(value, node));
    else if (node && Array.isArray(value)) put(result, key, pickItems(value, node));
  }
  return result;
}

function pickItems(array: unknown[], tree: Tree): unknown[] {
  return array.flatMap((item): unknown[] => {
    if (isDoc(item)) return [pick(item, tree)];
    return Array.isArray(item) ? [pickItems(item, tree)] : [];
  });
}

function omit(document: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const key of Object.keys(document)) {
    const node = tree.get(key);
    if (node !== true) put(result, key, node ? omitWithin(document[key], node) : document[key]);
  }
  return result;
}

function omitWithin(value: unknown, tree: Tree): unknown {
  if (isDoc(value)) return omit(value, tree);
  return Array.isArray(value) ? value.map((item: unknown) => omitWithin(item, tree)) : value;
}
