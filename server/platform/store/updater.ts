import { equal } from './compare.ts';
import { copy, type Doc, isDoc, own } from './document.ts';
import { StoreError } from './error.ts';
import { elementTest, type MatchContext } from './matcher.ts';
import { matchedElement } from './positional.ts';
import { LEAVE, VALUE_OPERATORS } from './update-operators.ts';
import { concretePaths, getAt, type Positions, setAt, unsetAt } from './update-path.ts';

/** All that decides what an update does to a document. */
export interface Update {
  /** An operator document, a replacement, or the stages of a pipeline. */
  change: Doc | Doc[];
  filter: Doc;
  arrayFilters: readonly Doc[];
  match: MatchContext;
  now: Date;
  /** Runs pipeline stages over one document. */
  pipeline: (stages: Doc[], document: Doc) => Doc;
}

/** One field that an operator document changes. */
interface Edit {
  operator: string;
  path: string;
  operand: unknown;
}

/** Whether an update replaces the whole document. */
export function isReplacement(change: Doc | Doc[]): boolean {
  return !Array.isArray(change) && !Object.keys(change)[0]?.startsWith('$');
}

/**
 * The document after an update; the one given is not changed.
 * @throws ImmutableField when it would change `_id`
 */
export function applyUpdate(before: Doc, update: Update, inserting = false): Doc {
  const after = changed(before, update, inserting);
  const hasIds = Object.hasOwn(before, '_id') && (!inserting || own(after, '_id') !== undefined);
  if (hasIds && !equal(before._id, after._id)) throw immutableId(update, after);
  return after;
}

function immutableId(update: Update, after: Doc): StoreError {
  const replaced = isReplacement(update.change) || Array.isArray(update.change);
  return new StoreError(
    'ImmutableField',
    replaced
      ? `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${JSON.stringify(after._id)}`
      : "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

function changed(before: Doc, update: Update, inserting: boolean): Doc {
  const { change } = update;
  if (Array.isArray(change)) return withIdFirst(before, update.pipeline(change, before));
  if (isReplacement(change)) return withIdFirst(before, copy(change));
  return applyOperators(copy(before), change, update, inserting);
}

function withIdFirst(before: Doc, after: Doc): Doc {
  const id = Object.hasOwn(after, '_id') ? after._id : own(before, '_id');
  if (id === undefined) return after;
  const { _id: _, ...fields } = after;
  return { _id: id, ...fields };
}

function applyOperators(document: Doc, change: Doc, update: Update, inserting: boolean): Doc {
  const positions: Positions = {
    matchedIndex: (arrayPath) => matchedElement(document, update.filter, arrayPath, update.match),
    filters: namedFilters(update.arrayFilters, change, update.match),
  };
  for (const edit of editsOf(change)) {
    if (edit.operator === '$setOnInsert' && !inserting) continue;
    for (const parts of concretePaths(document, edit.path, positions))
      applyEdit(document, parts, edit, update);
  }
  return document;
}

function applyEdit(document: Doc, parts: string[], edit: Edit, update: Update): void {
  if (edit.operator === '$unset') {
    unsetAt(document, parts);
    return;
  }
  if (edit.operator === '$rename') {
    rename(document, parts, String(edit.operand).split('.'));
    return;
  }
  const operate = VALUE_OPERATORS[edit.operator];
  if (!operate) throw unknownOperator(edit.operator);
  const { now, match } = update;
  const value = operate(getAt(document, parts), edit.operand, { now, match, path: edit.path });
  if (value !== LEAVE) setAt(document, parts, value);
}

function rename(document: Doc, from: string[], to: string[]): void {
  const value = getAt(document, from);
  if (value === undefined) return;
  unsetAt(document, from);
  unsetAt(document, to);
  setAt(document, to, value);
}

function unknownOperator(operator: string): StoreError {
  return new StoreError(
    'FailedToParse',
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}

/** Reads an operator document; MongoDB applies its fields in the order of their paths. */
function editsOf(change: Doc): Edit[] {
  const edits: Edit[] = [];
  for (const operator of Object.keys(change)) {
    const fields = change[operator];
    if (!operator.startsWith('$') || !isKnown(operator)) throw unknownOperator(operator);
    if (!isDoc(fields)) {
      throw new StoreError(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${JSON.stringify(fields)}}`,
      );
    }
    for (const path of Object.keys(fields)) {
      checkPath(path, operator, fields[path]);
      edits.push({ operator, path, operand: fields[path] });
    }
  }
  refuseConflicts(edits);
  return edits.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

const isKnown = (operator: string): boolean =>
  operator === '$unset' || operator === '$rename' || Object.hasOwn(VALUE_OPERATORS, operator);

function checkPath(path: string, operator: string, operand: unknown): void {
  if (path === '') throw new StoreError('BadValue', 'An empty update path is not valid.');
  if (path.split('.').includes('')) {
    throw new StoreError(
      'BadValue',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  if (operator === '$rename' && typeof operand !== 'string') {
    throw new StoreError('BadValue', `The 'to' field for $rename must be a string: ${path}`);
  }
}

function refuseConflicts(edits: readonly Edit[]): void {
  const targets = edits
    .flatMap(({ operator, path, operand }) => (operator === '$rename' ? [path, String(operand)] : [path]))
    .sort();
  for (const [i, path] of targets.entries()) {
    const next = targets.slice(i + 1).find((other) => other === path || other.startsWith(`${path}.`));
    if (next !== undefined) {
      throw new StoreError(
        'ConflictingUpdateOperators',
        `Updating the path '${next}' would create a conflict at '${path}'`,
      );
    }
  }
}

function namedFilters(arrayFilters: readonly Doc[], change: Doc, match: MatchContext): Positions['filters'] {
  const filters = new Map<string, (element: unknown) => boolean>();
  for (const filter of arrayFilters) {
    const name = identifierOf(filter);
    if (filters.has(name)) {
      throw new StoreError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${name}`,
      );
    }
    const used = Object.values(change).some(
      (fields) => isDoc(fields) && Object.keys(fields).some((path) => path.includes(`$[${name}]`)),
    );
    if (!used) {
      throw new StoreError(
        'FailedToParse',
        `The array filter for identifier '${name}' was not used in the update ${JSON.stringify(change)}`,
      );
    }
    // A filter speaks of `name.field`; wrapping the element makes it an ordinary filter on a document.
    const test = elementTest(filter, match);
    filters.set(name, (element) => test({ [name]: element }));
  }
  return filters;
}

function identifierOf(filter: Doc): string {
  const names = new Set<string>();
  const collect = (part: Doc): void => {
    for (const key of Object.keys(part)) {
      const value = part[key];
      if (key.startsWith('$') && Array.isArray(value)) value.filter(isDoc).forEach(collect);
      else names.add(key.split('.')[0] ?? '');
    }
  };
  collect(filter);
  const [name] = names;
  if (name === undefined || names.size !== 1 || !/^[a-z][a-zA-Z0-9]*$/.test(name)) {
    throw new StoreError(
      'BadValue',
      'An array filter must use one top-level field name, beginning with a lowercase letter',
    );
  }
  return name;
}
