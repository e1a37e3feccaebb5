import { Timestamp } from 'bson';
import { add, bitwise, multiply, numberType } from './arithmetic.ts';
import { type CollationOrder, compare, equal } from './compare.ts';
import { bsonType, copy, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import { elementTest, isOperatorDoc, type MatchContext } from './matcher.ts';
import { parseSort, sortBy } from './sorter.ts';

/** What an operator may look at beside the present value. */
export interface UpdateMoment {
  now: Date;
  match: MatchContext;
  path: string;
}

/** Given a field's present value (undefined when missing), the new one; `LEAVE` changes nothing. */
export type ValueOperator = (present: unknown, operand: unknown, moment: UpdateMoment) => unknown;

/** Says that a field stays as it is, missing if it is missing. */
export const LEAVE = Symbol('leave as it is');

const shown = (value: unknown): string => JSON.stringify(value) ?? 'missing';

function requireNumbers(operator: string, present: unknown, operand: unknown, path: string): void {
  if (numberType(operand) === undefined) {
    const verb = operator === '$inc' ? 'increment' : 'multiply';
    throw new StoreError(
      'TypeMismatch',
      `Cannot ${verb} with non-numeric argument: {${path}: ${shown(operand)}}`,
    );
  }
  if (present !== undefined && numberType(present) === undefined) {
    throw new StoreError(
      'TypeMismatch',
      `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' is ${shown(present)}`,
    );
  }
}

function requireArray(operator: string, present: unknown, path: string): unknown[] {
  if (Array.isArray(present)) return present;
  throw new StoreError(
    operator === '$pop' ? 'TypeMismatch' : 'BadValue',
    `The field '${path}' must be an array but is ${shown(present)} (${operator})`,
  );
}

/** The update operators that turn one value into another. */
export const VALUE_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  $set: (_present, operand) => copy(operand),
  $setOnInsert: (_present, operand) => copy(operand),
  $inc: (present, operand, { path }) => {
    requireNumbers('$inc', present, operand, path);
    return present === undefined ? operand : add(present, operand);
  },
  $mul: (present, operand, { path }) => {
    requireNumbers('$mul', present, operand, path);
    return multiply(present ?? 0, operand);
  },
  $min: (present, operand, { match }) =>
    present === undefined || compare(operand, present, match.collation) < 0 ? copy(operand) : LEAVE,
  $max: (present, operand, { match }) =>
    present === undefined || compare(operand, present, match.collation) > 0 ? copy(operand) : LEAVE,
  $currentDate: (_present, operand, { now }) => {
    if (operand === true || (isDoc(operand) && operand.$type === 'date')) return now;
    if (isDoc(operand) && operand.$type === 'timestamp') {
      return Timestamp.fromBits(1, Math.floor(now.getTime() / 1000));
    }
    throw new StoreError('BadValue', `${shown(operand)} is not valid type for $currentDate`);
  },
  $push: push,
  $addToSet: addToSet,
  $pop: (present, operand, { path }) => {
    if (operand !== 1 && operand !== -1) throw new StoreError('FailedToParse', '$pop expects 1 or -1');
    if (present === undefined) return LEAVE;
    const array = requireArray('$pop', present, path);
    if (array.length === 0) return LEAVE;
    return operand === 1 ? array.slice(0, -1) : array.slice(1);
  },
  $pull: pull,
  $pullAll: (present, operand, { path }) => {
    if (!Array.isArray(operand)) throw new StoreError('BadValue', '$pullAll requires an array argument');
    if (present === undefined) return LEAVE;
    return without(requireArray('$pullAll', present, path), (item) =>
      operand.some((value) => equal(item, value)),
    );
  },
  $bit: (present, operand, { path }) => {
    if (!isDoc(operand)) throw new StoreError('BadValue', '$bit takes a document such as {and: 5}');
    let value: unknown = present ?? 0;
    for (const name of Object.keys(operand)) {
      if (name !== 'and' && name !== 'or' && name !== 'xor') {
        throw new StoreError('BadValue', `$bit knows and, or and xor, not '${name}'`);
      }
      const whole = [value, operand[name]].every((v) => ['int', 'long'].includes(numberType(v) ?? ''));
      if (!whole)
        throw new StoreError('BadValue', `Cannot apply $bit to a value that is not whole at '${path}'`);
      value = bitwise(value, operand[name], name);
    }
    return value;
  },
};

const PUSH_MODIFIERS = new Set(['$each', '$slice', '$sort', '$position']);

function push(present: unknown, operand: unknown, { path, match }: UpdateMoment): unknown {
  const array = present === undefined ? [] : [...requireArray('$push', present, path)];
  if (!isDoc(operand) || !Object.hasOwn(operand, '$each')) return [...array, copy(operand)];
  const unknown = Object.keys(operand).find((key) => !PUSH_MODIFIERS.has(key));
  if (unknown !== undefined) throw new StoreError('BadValue', `Unrecognized clause in $push: ${unknown}`);
  const { $each: each, $slice: slice, $position: position } = operand;
  if (!Array.isArray(each))
    throw new StoreError('BadValue', 'The argument to $each in $push must be an array');
  array.splice(position === undefined ? array.length : Number(position), 0, ...copy(each));
  const sorted = operand.$sort === undefined ? array : sortArray(array, operand.$sort, match.collation);
  if (slice === undefined) return sorted;
  const count = Number(slice);
  if (!Number.isInteger(count)) throw new StoreError('BadValue', 'The value for $slice must be an integer');
  if (count === 0) return [];
  return count > 0 ? sorted.slice(0, count) : sorted.slice(count);
}

function sortArray(array: unknown[], spec: unknown, collation?: CollationOrder): unknown[] {
  if (isDoc(spec)) {
    return sortBy(array, parseSort(spec), (item) => (isDoc(item) ? item : {}), collation);
  }
  const direction = Number(spec);
  if (direction !== 1 && direction !== -1) {
    throw new StoreError('BadValue', 'The $sort element value must be either 1 or -1');
  }
  return [...array].sort((a, b) => direction * compare(a, b, collation));
}

function addToSet(present: unknown, operand: unknown, { path, match }: UpdateMoment): unknown {
  const array = present === undefined ? [] : [...requireArray('$addToSet', present, path)];
  const before = array.length;
  const each = isDoc(operand) && Object.hasOwn(operand, '$each') ? operand.$each : [operand];
  if (!Array.isArray(each)) {
    throw new StoreError('TypeMismatch', 'The argument to $each in $addToSet must be an array');
  }
  for (const item of each) {
    if (!array.some((value) => equal(value, item, match.collation))) array.push(copy(item));
  }
  return array.length === before && present !== undefined ? LEAVE : array;
}

function pull(present: unknown, operand: unknown, { path, match }: UpdateMoment): unknown {
  if (present === undefined) return LEAVE;
  const array = requireArray('$pull', present, path);
  if (isDoc(operand)) {
    const test = elementTest(operand, match);
    return without(array, isOperatorDoc(operand) ? test : (item) => isDoc(item) && test(item));
  }
  if (bsonType(operand) === 'BSONRegExp') return without(array, elementTest({ $regex: operand }, match));
  return without(array, (item) => equal(item, operand, match.collation));
}

function without(array: unknown[], test: (item: unknown) => boolean): unknown {
  const kept = array.filter((item) => !test(item));
  return kept.length === array.length ? LEAVE : kept;
}
