import assert from 'node:assert/strict';
import { Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { compare } from '../../../server/platform/store/compare.ts';
import { encodeKey, invert } from '../../../server/platform/store/key-encoding.ts';

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.double({ noNaN: true }).map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.integer({ min: -40, max: 40 }))
    .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
  fc.constantFrom(
    0,
    -0,
    1,
    new Double(1),
    Long.fromNumber(1),
    Decimal128.fromString('1.0'),
    0.1,
    Decimal128.fromString('0.1'),
  ),
  fc.constantFrom(
    2 ** 53,
    Long.fromString('9007199254740993'),
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', '\uffff', '\u{1f600}'),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.integer({ min: 0 }).map((t) => new Timestamp({ t, i: 1 })),
  fc.constantFrom(new MinKey(), new MaxKey()),
);

const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('array'), tie('document')),
  array: fc.array(tie('any'), { maxLength: 3 }),
  document: fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'c\u00e9'), tie('any'), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
})).any;

describe('the key encoding', () => {
  it('orders bytes as the values are ordered, across all types', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        assert.equal(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b))), Math.sign(compare(a, b)));
      }),
      { seed: 20, numRuns: 5_000 },
    );
  });

  it('orders inverted bytes the other way round, also inside a compound key', () => {
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const first = Buffer.concat([invert(encodeKey(a)), encodeKey(c)]);
        const second = Buffer.concat([invert(encodeKey(b)), encodeKey(d)]);

        const expected = -Math.sign(compare(a, b)) || Math.sign(compare(c, d));

        assert.equal(Math.sign(Buffer.compare(first, second)) || 0, expected || 0);
      }),
      { seed: 21, numRuns: 3_000 },
    );
  });

  it('gives equal numbers of different types the same key, and near ones different keys', () => {
    const one = [1, new Double(1), Long.fromNumber(1), Decimal128.fromString('1.000')].map(encodeKey);

    const apart = [Long.fromString('9007199254740993'), 9007199254740992].map(encodeKey);

    assert.ok(one.every((key) => key.equals(one[0] ?? Buffer.alloc(0))));
    assert.notDeepEqual(apart[0], apart[1]);
  });
});
