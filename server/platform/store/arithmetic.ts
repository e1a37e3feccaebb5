import { Decimal128, Long } from 'bson';
import { bsonType, double, isInt32 } from './document.ts';
import { StoreError } from './error.ts';
import { addExact, exact, exactToDecimal, multiplyExact, nearestDouble } from './exact-number.ts';

/** MongoDB's number types, in the order in which a calculation widens its result. */
const WIDTH = { int: 0, long: 1, double: 2, decimal: 3 } as const;
type NumberType = keyof typeof WIDTH;

/** The number type of a value, or undefined when it is no number. */
export function numberType(value: unknown): NumberType | undefined {
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  switch (bsonType(value)) {
    case 'Int32':
      return 'int';
    case 'Long':
      return 'long';
    case 'Double':
      return 'double';
    case 'Decimal128':
      return 'decimal';
    default:
      return undefined;
  }
}

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

function integer(value: bigint, type: 'int' | 'long'): unknown {
  if (type === 'int' && isInt32(Number(value))) return Number(value);
  if (value < LONG_MIN || value > LONG_MAX) {
    throw new StoreError('BadValue', 'Failed to apply the operation: the result does not fit 64 bits');
  }
  return Long.fromBigInt(value);
}

function calculate(a: unknown, b: unknown, operation: 'add' | 'multiply'): unknown {
  const left = numberType(a);
  const right = numberType(b);
  if (left === undefined || right === undefined) throw new TypeError('only numbers can be calculated with');
  const type = WIDTH[left] >= WIDTH[right] ? left : right;
  if (type === 'double') {
    const [x, y] = [nearestDouble(a), nearestDouble(b)];
    return double(operation === 'add' ? x + y : x * y);
  }
  const finite = Number.isFinite(nearestDouble(a)) && Number.isFinite(nearestDouble(b));
  if (type === 'decimal' && !finite) {
    const [x, y] = [nearestDouble(a), nearestDouble(b)];
    return Decimal128.fromString(String(operation === 'add' ? x + y : x * y));
  }
  const result = operation === 'add' ? addExact(exact(a), exact(b)) : multiplyExact(exact(a), exact(b));
  return type === 'decimal' ? exactToDecimal(result) : integer(result.digits, type);
}

/** a + b in the wider of their types; an int that overflows becomes a long. @throws BadValue past 64 bits */
export function add(a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number' && isInt32(a) && isInt32(b) && isInt32(a + b))
    return a + b;
  return calculate(a, b, 'add');
}

/** a × b in the wider of their types. @throws BadValue past 64 bits */
export function multiply(a: unknown, b: unknown): unknown {
  return calculate(a, b, 'multiply');
}

/** $bit's three operations on whole numbers. */
export function bitwise(a: unknown, b: unknown, operation: 'and' | 'or' | 'xor'): unknown {
  const [x, y] = [exact(a).digits, exact(b).digits];
  const result = operation === 'and' ? x & y : operation === 'or' ? x | y : x ^ y;
  return integer(result, numberType(a) === 'long' || numberType(b) === 'long' ? 'long' : 'int');
}
