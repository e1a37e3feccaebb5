import { Decimal128, Double, Long } from 'bson';
import { bsonType } from './document.ts';

/** An exact decimal: `digits × 10^exponent`. Every finite int, long, double and decimal has one. */
interface Exact {
  digits: bigint;
  exponent: number;
}

const EXPONENT_BITS = 0x7ff;
const MANTISSA_BITS = 52;

/** Whether a value is of one of MongoDB's four number types. */
export function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return true;
  const type = bsonType(value);
  return type === 'Double' || type === 'Long' || type === 'Decimal128' || type === 'Int32';
}

/** The nearest double to a number of any type; NaN for what is none. */
export function nearestDouble(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.valueOf();
  if (value instanceof Decimal128) return Number(value.toString());
  if (value instanceof Long) return value.toNumber();
  return Number.NaN;
}

/** Whether the nearest double may differ from the number itself. */
export function needsExactness(value: unknown): boolean {
  if (value instanceof Decimal128) return true;
  return value instanceof Long && !Number.isSafeInteger(value.toNumber());
}

/** The number as an exact decimal. @throws RangeError for NaN and the infinities. */
export function exact(value: unknown): Exact {
  if (value instanceof Long) return { digits: value.toBigInt(), exponent: 0 };
  if (value instanceof Decimal128) return exactDecimal(value.toString());
  return exactDouble(nearestDouble(value));
}

function exactDecimal(text: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(text);
  if (!match) throw new RangeError(`${text} is not a finite decimal`);
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(power) - fraction.length };
}

function exactDouble(value: number): Exact {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), exponent: 0 };
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not finite`);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & BigInt(EXPONENT_BITS));
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << BigInt(MANTISSA_BITS));
  const power = Math.max(biased, 1) - 1023 - MANTISSA_BITS;
  const signed = value < 0 ? -mantissa : mantissa;
  if (power >= 0) return { digits: signed << BigInt(power), exponent: 0 };
  // m × 2^-k = m × 5^k × 10^-k
  return { digits: signed * 5n ** BigInt(-power), exponent: power };
}

function align(a: Exact, b: Exact): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  return [
    a.digits * 10n ** BigInt(a.exponent - exponent),
    b.digits * 10n ** BigInt(b.exponent - exponent),
    exponent,
  ];
}

/** a − b. */
export function subtractExact(a: Exact, b: Exact): Exact {
  const [x, y, exponent] = align(a, b);
  return { digits: x - y, exponent };
}

/** a + b. */
export function addExact(a: Exact, b: Exact): Exact {
  return subtractExact(a, { digits: -b.digits, exponent: b.exponent });
}

/** a × b. */
export function multiplyExact(a: Exact, b: Exact): Exact {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/** The nearest double; correct rounding is JavaScript's own number parser's. */
export function exactToDouble(value: Exact): number {
  return Number(`${value.digits}e${value.exponent}`);
}

/** The nearest decimal of 34 digits. */
export function exactToDecimal(value: Exact): Decimal128 {
  return Decimal128.fromStringWithRounding(`${value.digits}E${value.exponent}`);
}

/** Orders two numbers of any type by their exact value; NaN comes before all others. */
export function compareNumbers(a: unknown, b: unknown): number {
  const x = nearestDouble(a);
  const y = nearestDouble(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
  if (x !== y) return x < y ? -1 : 1;
  if (!Number.isFinite(x) || (!needsExactness(a) && !needsExactness(b))) return 0;
  const [p, q] = align(exact(a), exact(b));
  return p < q ? -1 : p > q ? 1 : 0;
}
