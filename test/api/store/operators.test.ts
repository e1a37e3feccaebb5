import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

const { Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } = mongoose.mongo.BSON;
type Fields = Record<string, unknown>;

const SEAT = {
  _id: 1,
  name: 'Oak',
  at: { row: 2, desk: 'a' },
  tags: ['sun', 'quiet', 'door'],
  visits: [
    { by: 'mai', h: 2 },
    { by: 'sam', h: 5 },
  ],
};

/** Projections of `SEAT`, and what is left of it. */
const PROJECTIONS: readonly { filter?: Fields; projection: Fields; gives: Fields; because: string }[] = [
  {
    projection: { 'at.row': 1 },
    gives: { _id: 1, at: { row: 2 } },
    because: 'a path keeps what is around it',
  },
  {
    projection: { _id: 0, 'visits.by': 1 },
    gives: { visits: [{ by: 'mai' }, { by: 'sam' }] },
    because: 'a path enters every element',
  },
  {
    projection: { tags: 0, visits: 0, 'at.desk': 0 },
    gives: { _id: 1, name: 'Oak', at: { row: 2 } },
    because: 'an exclusion keeps the rest',
  },
  {
    projection: { 'visits.h': 0, tags: 0, at: 0, name: 0 },
    gives: { _id: 1, visits: [{ by: 'mai' }, { by: 'sam' }] },
    because: 'an exclusion enters every element',
  },
  {
    projection: { name: 1, tags: { $slice: 2 } },
    gives: { _id: 1, name: 'Oak', tags: ['sun', 'quiet'] },
    because: 'from the front',
  },
  {
    projection: { name: 1, tags: { $slice: -1 } },
    gives: { _id: 1, name: 'Oak', tags: ['door'] },
    because: 'from the end',
  },
  {
    projection: { name: 1, tags: { $slice: [1, 1] } },
    gives: { _id: 1, name: 'Oak', tags: ['quiet'] },
    because: 'from a place on',
  },
  {
    projection: { name: 1, tags: { $slice: [-2, 1] } },
    gives: { _id: 1, name: 'Oak', tags: ['quiet'] },
    because: 'from a place counted from the end',
  },
  {
    projection: { visits: { $elemMatch: { h: { $gt: 2 } } } },
    gives: { _id: 1, visits: [{ by: 'sam', h: 5 }] },
    because: 'the first element that matches',
  },
  { projection: { visits: { $elemMatch: { h: 9 } } }, gives: { _id: 1 }, because: 'no element matches' },
  {
    filter: { 'visits.h': 5 },
    projection: { 'visits.$': 1 },
    gives: { _id: 1, visits: [{ by: 'sam', h: 5 }] },
    because: 'the element that the filter found',
  },
  {
    projection: { _id: 0, sum: { $sum: '$visits.h' }, 'at.name': '$name', 'at.row': 1 },
    gives: { at: { row: 2, name: 'Oak' }, sum: 7 },
    because: 'expressions',
  },
];

const id = new ObjectId();
/** Values by the names of their types, each alone in a document of its own. */
const TYPED: Readonly<Record<string, unknown>> = {
  double: new Double(1.5),
  string: 'text',
  object: { a: 1 },
  binData: new Binary(Buffer.from('x')),
  objectId: id,
  bool: true,
  date: new Date(0),
  null: null,
  regex: /a/,
  int: 7,
  timestamp: new Timestamp({ t: 1, i: 1 }),
  long: Long.fromString('9007199254740993'),
  decimal: Decimal128.fromString('1.10'),
  minKey: new MinKey(),
  maxKey: new MaxKey(),
};

/** Filters over numbers 0 to 9, and which they find. */
const NUMBERS: readonly { filter: Fields; finds: number[]; because: string }[] = [
  { filter: { n: { $mod: [4, 1] } }, finds: [1, 5, 9], because: 'a rest' },
  { filter: { n: { $bitsAllSet: 6 } }, finds: [6, 7], because: 'all of the bits 2 and 4' },
  { filter: { n: { $bitsAnySet: [3] } }, finds: [8, 9], because: 'a bit by its position' },
  { filter: { n: { $bitsAllClear: 6 } }, finds: [0, 1, 8, 9], because: 'none of the bits' },
  { filter: { n: { $bitsAnyClear: 7 } }, finds: [0, 1, 2, 3, 4, 5, 6, 8, 9], because: 'not all of the bits' },
  { filter: { 'list.0': 3 }, finds: [3], because: 'an element by its place' },
  { filter: { list: { $in: [/^x7$/, 2] } }, finds: [2, 7], because: 'a list with a pattern' },
  { filter: { n: { $gt: Number.NaN } }, finds: [], because: 'nothing is more than no number' },
  { filter: { n: { $gt: new MinKey(), $lt: 2 } }, finds: [0, 1], because: 'everything is more than MinKey' },
];

/** Updates of one document, and what it is then. */
const UPDATES: readonly {
  before: Fields;
  filter?: Fields;
  update: Fields;
  arrayFilters?: Fields[];
  after: Fields;
}[] = [
  { before: { a: [1, 2, 3] }, filter: { a: 2 }, update: { $set: { 'a.$': 9 } }, after: { a: [1, 9, 3] } },
  { before: { a: [1, 2] }, update: { $inc: { 'a.$[]': 10 } }, after: { a: [11, 12] } },
  {
    before: { a: [{ n: 1 }, { n: 5 }] },
    update: { $set: { 'a.$[big].m': true } },
    arrayFilters: [{ 'big.n': { $gt: 2 } }],
    after: { a: [{ n: 1 }, { n: 5, m: true }] },
  },
  { before: { n: 6 }, update: { $bit: { n: { and: 3 } } }, after: { n: 2 } },
  { before: { n: 6 }, update: { $bit: { n: { or: 1 } } }, after: { n: 7 } },
  { before: { n: 6 }, update: { $bit: { n: { xor: 5 } } }, after: { n: 3 } },
  {
    before: { a: [{ n: 3 }, { n: 1 }] },
    update: { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 }, $slice: 2 } } },
    after: { a: [{ n: 3 }, { n: 2 }] },
  },
  {
    before: { a: [{ n: 1, m: 1 }, { n: 2 }] },
    update: { $pull: { a: { n: 1, m: 1 } } },
    after: { a: [{ n: 2 }] },
  },
  { before: { a: ['x', 'y'] }, update: { $pull: { a: { $in: ['x'] } } }, after: { a: ['y'] } },
  { before: { a: [1, 2, 3] }, update: { $unset: { 'a.1': '' } }, after: { a: [1, null, 3] } },
  { before: { a: [1] }, update: { $set: { 'a.3': 4 } }, after: { a: [1, null, null, 4] } },
  { before: { a: { b: 1, c: 2 } }, update: { $rename: { 'a.b': 'd' } }, after: { a: { c: 2 }, d: 1 } },
];

describe('operators of the embedded store', () => {
  let fixture: StoreFixture;
  const collection = (name: string) => fixture.db.collection(name);
  before(async () => {
    fixture = await openTestStore();
    await collection('seats').insertOne(Object({ ...SEAT }));
    await collection('typed').insertMany(Object.entries(TYPED).map(([type, value]) => ({ type, value })));
    await collection('numbers').insertMany([...Array(10).keys()].map((n) => ({ n, list: [n, `x${n}`] })));
  });
  after(() => fixture.close());

  for (const { filter = {}, projection, gives, because } of PROJECTIONS) {
    it(`project ${JSON.stringify(projection)}: ${because}`, async () => {
      assert.deepEqual(await collection('seats').findOne(filter, { projection }), gives);
    });
  }

  for (const type of Object.keys(TYPED)) {
    it(`tell a value of the type ${type} from all others`, async () => {
      const found = await collection('typed')
        .find({ value: { $type: type } })
        .toArray();

      assert.deepEqual(
        found.map((one) => one.type),
        [type],
      );
    });
  }

  for (const { filter, finds, because } of NUMBERS) {
    it(`find ${finds} by ${JSON.stringify(filter)}: ${because}`, async () => {
      const found = await collection('numbers').find(filter).sort({ n: 1 }).toArray();

      assert.deepEqual(
        found.map(({ n }) => Number(n)),
        finds,
      );
    });
  }

  for (const { before, filter = {}, update, arrayFilters, after } of UPDATES) {
    it(`make ${JSON.stringify(after)} of ${JSON.stringify(before)} by ${JSON.stringify(update)}`, async () => {
      const { insertedId: _id } = await collection('updates').insertOne({ ...before });

      await collection('updates').updateOne({ ...filter, _id }, update, {
        ...(arrayFilters && { arrayFilters }),
      });

      assert.deepEqual(await collection('updates').findOne({ _id }, { projection: { _id: 0 } }), after);
    });
  }

  it('set the date, also as a timestamp', async () => {
    const { insertedId: _id } = await collection('updates').insertOne({});
    const update: Fields = { $currentDate: { at: true, stamp: { $type: 'timestamp' } } };

    await collection('updates').updateOne({ _id }, update);

    const found = await collection('updates').findOne({ _id });
    assert.ok(found?.at instanceof Date && found.stamp instanceof Timestamp);
  });

  it('upsert what equalities say of a document, and nothing else', async () => {
    const filter = { $and: [{ name: 'Elm' }, { row: { $eq: 4 } }], n: { $gt: 3 }, 'at.desk': { $in: ['b'] } };

    await collection('upserts').updateOne(
      filter,
      { $set: { free: true }, $setOnInsert: { 'at.x': 1 } },
      { upsert: true },
    );

    const found = await collection('upserts').findOne({}, { projection: { _id: 0 } });
    assert.deepEqual(found, { name: 'Elm', row: 4, at: { desk: 'b', x: 1 }, free: true });
  });
});
