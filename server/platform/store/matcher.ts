import { type CollationOrder, equal } from './compare.ts';
import { bsonType, type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import { leafOperator, regexTest } from './match-operators.ts';
import { someAt, someWithin } from './path.ts';

/** What a filter is compiled with. `evaluate` runs an aggregation expression, for `$expr`. */
export interface MatchContext {
  collation?: CollationOrder | undefined;
  evaluate?: (expression: unknown, document: Doc) => unknown;
}

/** A compiled filter. */
export type Matcher = (document: Doc) => boolean;

/** Compiles a filter. @throws BadValue for what MongoDB or this store does not know */
export function compileFilter(filter: Doc, context: MatchContext = {}): Matcher {
  const tests = Object.keys(filter).map((key) => compileEntry(key, filter[key], context));
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (document) => tests.every((test) => test(document));
}

/** Whether a condition is made of operators (`{$gt: 1}`), not a document to be equal to. */
export function isOperatorDoc(condition: unknown): condition is Doc {
  if (!isDoc(condition)) return false;
  const [first] = Object.keys(condition);
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

function compileEntry(key: string, condition: unknown, context: MatchContext): Matcher {
  if (!key.startsWith('$')) return compilePath(key, condition, context);
  switch (key) {
    case '$and':
    case '$or':
    case '$nor':
      return compileLogical(key, condition, context);
    case '$expr':
      return compileExpression(condition, context);
    case '$comment':
      return () => true;
    case '$text':
    case '$where':
    case '$jsonSchema':
      throw new StoreError('QueryFeatureNotAllowed', `${key} is not supported by the embedded store`);
    default:
      throw new StoreError('BadValue', `unknown top level operator: ${key}`);
  }
}

function compileLogical(key: '$and' | '$or' | '$nor', clauses: unknown, context: MatchContext): Matcher {
  if (!Array.isArray(clauses) || clauses.length === 0) {
    throw new StoreError('BadValue', `${key} must be a nonempty array`);
  }
  const tests = clauses.map((clause: unknown) => {
    if (!isDoc(clause)) throw new StoreError('BadValue', '$or/$and/$nor entries need to be full objects');
    return compileFilter(clause, context);
  });
  if (key === '$and') return (document) => tests.every((test) => test(document));
  const some: Matcher = (document) => tests.some((test) => test(document));
  return key === '$or' ? some : (document) => !some(document);
}

function compileExpression(expression: unknown, context: MatchContext): Matcher {
  const evaluate = context.evaluate;
  if (!evaluate) throw new StoreError('QueryFeatureNotAllowed', '$expr is not allowed in this context');
  return (document) => {
    const value = evaluate(expression, document);
    return value !== false && value !== null && value !== undefined && value !== 0;
  };
}

function compilePath(path: string, condition: unknown, context: MatchContext): Matcher {
  const parts = path.split('.');
  if (!isOperatorDoc(condition)) {
    if (bsonType(condition) === 'BSONRegExp') return compileRegex(parts, condition, undefined);
    return equality(parts, condition, context.collation);
  }
  const names = Object.keys(condition);
  const tests = names
    .filter((name) => name !== '$options' || condition.$regex === undefined)
    .map((name) => compileOperator(parts, name, condition, context));
  return (document) => tests.every((test) => test(document));
}

function equality(parts: string[], operand: unknown, collation?: CollationOrder): Matcher {
  const isEqual = (value: unknown): boolean => equal(value, operand, collation);
  return (document) => someWithin(document, parts, isEqual);
}

function compileRegex(parts: string[], pattern: unknown, options: unknown): Matcher {
  const test = regexTest(pattern, options);
  return (document) => someWithin(document, parts, test);
}

function compileOperator(parts: string[], name: string, condition: Doc, context: MatchContext): Matcher {
  const operand = condition[name];
  switch (name) {
    case '$eq':
      return equality(parts, operand, context.collation);
    case '$ne':
      return negate(equality(parts, operand, context.collation));
    case '$nin':
      return negate(compileOperator(parts, '$in', { $in: operand }, context));
    case '$not':
      return compileNot(parts, operand, context);
    case '$regex':
      return compileRegex(parts, operand, condition.$options);
    case '$all':
      return compileAll(parts, operand, context);
    case '$elemMatch':
      return compileElemMatch(parts, operand, context);
    case '$exists': {
      const wanted = operand !== false && operand !== 0 && operand !== null;
      const exists: Matcher = (document) => someAt(document, parts, (value) => value !== undefined);
      return wanted ? exists : negate(exists);
    }
    case '$size': {
      const size = Number(operand);
      if (!Number.isInteger(size) || size < 0) {
        throw new StoreError('BadValue', '$size must be a whole number of at least 0');
      }
      return (document) => someAt(document, parts, (value) => Array.isArray(value) && value.length === size);
    }
    default: {
      const test = leafOperator(name, operand, context.collation);
      return (document) => someWithin(document, parts, test);
    }
  }
}

const negate =
  (test: Matcher): Matcher =>
  (document) =>
    !test(document);

function compileNot(parts: string[], operand: unknown, context: MatchContext): Matcher {
  if (bsonType(operand) === 'BSONRegExp') return negate(compileRegex(parts, operand, undefined));
  if (!isOperatorDoc(operand)) throw new StoreError('BadValue', '$not needs a regex or a document');
  return negate(compilePath(parts.join('.'), operand, context));
}

function compileAll(parts: string[], operand: unknown, context: MatchContext): Matcher {
  if (!Array.isArray(operand)) throw new StoreError('BadValue', '$all needs an array');
  const path = parts.join('.');
  const tests = operand.map((item: unknown) =>
    compilePath(path, isElemMatch(item) ? item : eq(item), context),
  );
  return (document) => tests.length > 0 && tests.every((test) => test(document));
}

const isElemMatch = (item: unknown): item is Doc => isDoc(item) && Object.hasOwn(item, '$elemMatch');
const eq = (item: unknown): unknown => (bsonType(item) === 'BSONRegExp' ? item : { $eq: item });

function compileElemMatch(parts: string[], operand: unknown, context: MatchContext): Matcher {
  const test = elementTest(operand, context);
  return (document) => someAt(document, parts, (value) => Array.isArray(value) && value.some(test));
}

/** A test of one array element: operators look at the element itself, a filter at its fields. */
export function elementTest(operand: unknown, context: MatchContext): (element: unknown) => boolean {
  if (!isDoc(operand)) throw new StoreError('BadValue', '$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  const logical = first === '$and' || first === '$or' || first === '$nor' || first === '$expr';
  if (isOperatorDoc(operand) && !logical) {
    const test = compileFilter({ element: operand }, context);
    // Wrapped once more, so that an element that is an array is not entered as if it were the field.
    return (element) => test({ element: Array.isArray(element) ? [element] : element });
  }
  const test = compileFilter(operand, context);
  return (element) => {
    if (isDoc(element)) return test(element);
    return Array.isArray(element) && test({ ...element });
  };
}
