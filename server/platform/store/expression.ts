import { BSONRegExp } from 'bson';
import { Context, evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import { add } from './arithmetic.ts';
import { compare } from './compare.ts';
import { type Doc, isDoc, plain, plainDoc } from './document.ts';
import { StoreError } from './error.ts';
import { isNumeric } from './exact-number.ts';
import { encodeKey } from './key-encoding.ts';

type Operator = (object: unknown, operands: unknown, options: never) => unknown;

/** The expression operators whose results depend on MongoDB's order of types, which the library simplifies. */
function comparison(holds: (difference: number) => unknown) {
  return (object: unknown, operands: unknown, options: Parameters<typeof evalExpr>[2]): unknown => {
    if (!Array.isArray(operands) || operands.length !== 2) {
      throw new StoreError('BadValue', 'a comparison takes exactly 2 arguments');
    }
    const a: unknown = evalExpr(object, operands[0], options);
    const b: unknown = evalExpr(object, operands[1], options);
    // In an expression a missing field is below null, unlike in a filter.
    if (a === undefined || b === undefined) return holds(Number(a !== undefined) - Number(b !== undefined));
    return holds(Math.sign(compare(a, b)));
  };
}

const COMPARISONS = {
  $eq: comparison((difference) => difference === 0),
  $ne: comparison((difference) => difference !== 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
  $cmp: comparison((difference) => difference),
} satisfies Record<string, Operator>;

const { $function: _function, ...safeExpressions } = { ...expressions };
const { $accumulator: _accumulator, ...safeAccumulators } = { ...accumulators };

type Collect = Parameters<typeof accumulators.$push>;

/** The numbers to add up; decimals and long integers are added exactly, which the library passes over. */
function total(items: Collect[0], expression: Collect[1], options: Collect[2]): unknown {
  if (typeof expression === 'number') return items.length * expression;
  const values: unknown[] = accumulators.$push(items, expression, options);
  let sum = 0;
  for (const value of values) {
    if (typeof value === 'number') sum += value;
    else if (isNumeric(value)) return values.filter(isNumeric).reduce(add, 0);
  }
  return sum;
}

function average(items: Collect[0], expression: Collect[1], options: Collect[2]): unknown {
  const values: unknown[] = accumulators.$push(items, expression, options);
  if (values.some((value) => typeof value !== 'number' && isNumeric(value))) {
    throw new StoreError('CommandNotSupported', '$avg of decimals is not supported by the embedded store');
  }
  return accumulators.$avg(items, expression, options);
}

/** What the documents hold there; the library gives null for what is missing, and MongoDB nothing. */
function present(items: Collect[0], expression: Collect[1], options: Collect[2]): unknown[] {
  const values: unknown[] = accumulators.$push(items, expression, options);
  if (!values.includes(null)) return values;
  const types: unknown[] = accumulators.$push(items, { $type: expression }, options);
  return values.filter((_, i) => types[i] !== 'missing');
}

function distinct(...collect: Collect): unknown[] {
  return [
    ...new Map(present(...collect).map((value) => [encodeKey(value).toString('latin1'), value])).values(),
  ];
}

/** The operators an expression may use; those that would run the client's code are left out. */
export const EXPRESSION_CONTEXT = Context.init({
  accumulator: { ...safeAccumulators, $sum: total, $avg: average, $push: present, $addToSet: distinct },
  expression: { ...safeExpressions, ...COMPARISONS },
});

/** A command's expression or stage as the library wants it: plain numbers, JavaScript's regular expressions. */
export function libraryForm(stage: Doc): Doc {
  const result = convert(stage);
  return isDoc(result) ? result : {};
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace(/[^imsu]/g, ''));
  if (!isDoc(value)) return plain(value);
  return Object.fromEntries(Object.keys(value).map((key) => [key, convert(value[key])]));
}

/** The way back: this store's matcher knows regular expressions by their BSON class. */
export function storeForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storeForm);
  if (value instanceof RegExp) return new BSONRegExp(value.source, value.flags);
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.keys(value).map((key) => [key, storeForm(value[key])]));
}

/** Turns the library's failures into MongoDB's; a StoreError passes through. */
export function refuseAsMongo<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error)) throw error;
    throw new StoreError('BadValue', error.message);
  }
}

/**
 * Evaluates an aggregation expression for one document, with the variables of a command's `let`. Within a
 * pipeline the documents are `plain` already and need not be copied for every expression.
 */
export function evaluator(variables: Doc = {}, now: Date = new Date(), documentsArePlain = false) {
  const converted = new Map<unknown, unknown>();
  const options = {
    idKey: '_id',
    processingMode: 0,
    useStrictMode: true,
    scriptEnabled: false,
    failOnError: true,
    variables: { NOW: now, ...plainDoc(variables) },
    context: EXPRESSION_CONTEXT,
  };
  return (expression: unknown, document: Doc): unknown =>
    refuseAsMongo(() => {
      if (!converted.has(expression)) converted.set(expression, convert(expression));
      return evalExpr(documentsArePlain ? document : plainDoc(document), converted.get(expression), options);
    });
}

/** The variables that a command's `let` defines: each an expression that looks at no document. */
export function variablesOf(given: Doc = {}): Doc {
  const evaluate = evaluator();
  const variables: Doc = {};
  for (const name of Object.keys(given)) variables[name] = evaluate(given[name], {});
  return variables;
}
