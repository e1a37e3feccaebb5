import assert from 'node:assert/strict';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { parseSort, sortBy } from '../../server/platform/store/sorter.ts';
import { openTestStore, type StoreFixture } from '../api/store/store-fixture.ts';

const { Decimal128, Double, Long } = mongoose.mongo.BSON;
type Fields = Record<string, unknown>;
/** Numbered, so that answers can be compared. */
type Row = Fields & { _id: number };

const scalar = fc.constantFrom<unknown>(
  null,
  true,
  false,
  -1,
  0,
  1,
  2,
  3,
  1.5,
  new Double(2),
  Long.fromNumber(3),
  Decimal128.fromString('1.5'),
  Number.NaN,
  '',
  'a',
  'ab',
  'b',
  'B',
  'é',
  new Date(0),
  new Date(1),
  { x: 1 },
  { x: 1, y: 2 },
);
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const element = fc.record({ x: scalar, y: scalar }, { requiredKeys: [], noNullPrototype: true });
const document = fc.record(
  { a: value, b: scalar, c: fc.oneof(element, fc.array(element, { maxLength: 2 }), scalar) },
  { requiredKeys: [], noNullPrototype: true },
);

const operators = fc.oneof(
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
    .map(([name, operand]) => ({ [name]: operand })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.boolean().map((wanted) => ({ $exists: wanted })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $elemMatch: { $gte: low, $lte: high } })),
  fc.constant({ $regex: '^a' }),
  value.map((operand) => ({ $eq: operand })),
);
const filter: fc.Arbitrary<Fields> = fc.dictionary(fc.constantFrom('a', 'b', 'c.x', 'c.y', 'c'), operators, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});
const question: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 3, arbitrary: filter },
  { weight: 1, arbitrary: fc.tuple(filter, filter).map(([a, b]) => ({ $or: [a, b] })) },
  { weight: 1, arbitrary: fc.tuple(filter, filter, filter).map(([a, b, c]) => ({ ...a, $or: [b, c] })) },
);
const sort = fc.constantFrom<Record<string, 1 | -1>>(
  {},
  { a: 1 },
  { a: -1 },
  { a: 1, b: -1 },
  { a: -1, b: 1 },
  { b: 1 },
  { 'c.x': 1 },
);

describe('the planner, whatever it chooses', () => {
  let fixture: StoreFixture;
  before(async () => {
    fixture = await openTestStore();
  });
  after(() => fixture.close());

  it('gives the documents that reading all of them gives, in an order that is right', async () => {
    const { db } = fixture;
    let byIndex = 0;
    const property = fc.asyncProperty(
      fc.array(document, { minLength: 5, maxLength: 25 }),
      fc.array(fc.tuple(question, sort), { minLength: 8, maxLength: 8 }),
      async (documents, questions) => {
        await db.dropDatabase();
        const rows = db.collection<Row>('rows');
        await rows.createIndexes([
          { key: { a: 1 } },
          { key: { a: 1, b: -1 } },
          { key: { b: -1, a: 1 } },
          { key: { b: 1 }, sparse: true },
          { key: { 'c.x': 1, 'c.y': 1 } },
          { key: { c: -1 } },
          { key: { a: -1 }, name: 'partial', partialFilterExpression: { b: { $gte: 1 } } },
        ]);
        await rows.insertMany(documents.map((fields, _id) => ({ ...fields, _id })));
        for (const [asked, order] of questions) {
          const scanned = await rows
            .find(asked, { hint: { $natural: 1 }, sort: order })
            .project({ _id: 1 })
            .toArray();
          const planned = await rows.find(asked, { sort: order }).project({ _id: 1 }).toArray();
          const plan = JSON.stringify(await rows.find(asked, { sort: order }).explain('queryPlanner'));
          if (plan.includes('IXSCAN')) byIndex += 1;

          assert.deepEqual(ids(planned).sort(byNumber), ids(scanned).sort(byNumber), plan);
          // A stable sort leaves alone what is sorted already.
          const sorted = sortBy(planned, parseSort(order), (row) => documents[row._id] ?? {});
          assert.deepEqual(ids(planned), ids(sorted), plan);
        }
      },
    );

    await fc.assert(property, { seed: 11, numRuns: 60 });

    assert.ok(byIndex > 200, `only ${byIndex} of 480 questions went through an index`);
  });
});

const ids = (documents: Fields[]): number[] => documents.map(({ _id }) => Number(_id));
const byNumber = (a: number, b: number): number => a - b;
