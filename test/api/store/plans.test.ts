import assert from 'node:assert/strict';
import type mongoose from 'mongoose';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

type Filter = Parameters<InstanceType<typeof mongoose.mongo.Collection>['find']>[0];

/** Reads and the work they may cost in a collection of 200: which index, documents looked at. */
const READS: {
  filter: Filter;
  sort?: Record<string, 1 | -1>;
  index: string | undefined;
  documents: number;
  because: string;
}[] = [
  { filter: { n: 7 }, index: 'n_1', documents: 1, because: 'an equality' },
  {
    filter: { $or: [{ n: 4 }, { name: 'name 5' }, { n: { $lt: 2 } }] },
    index: 'n_1',
    documents: 4,
    because: 'each alternative has an index',
  },
  {
    filter: { $or: [{ n: 4 }, { other: 5 }] },
    index: undefined,
    documents: 200,
    because: 'one alternative has none',
  },
  { filter: { n: { $in: [1, 2, 3] } }, index: 'n_1', documents: 3, because: 'a list of points' },
  { filter: { n: { $gte: 10, $lt: 20 } }, index: 'n_1', documents: 10, because: 'both ends of a range' },
  {
    filter: { room: 'r1', n: { $lt: 50 } },
    index: 'room_1_n_-1',
    documents: 25,
    because: 'an equality, then a range, descending',
  },
  {
    filter: { room: 'r1' },
    sort: { n: -1 },
    index: 'room_1_n_-1',
    documents: 100,
    because: 'a prefix, and the order comes with it',
  },
  { filter: {}, sort: { n: 1 }, index: 'n_1', documents: 200, because: 'the order alone' },
  { filter: { tags: 't5' }, index: 'tags_1', documents: 40, because: 'an array holds the value' },
  {
    filter: { code: 'c9' },
    index: 'code_1',
    documents: 1,
    because: 'a sparse index, and the value is there',
  },
  {
    filter: { code: null },
    index: undefined,
    documents: 200,
    because: 'a sparse index has no entry for what is missing',
  },
  {
    filter: { seat: 3, active: true },
    index: 'seat_1',
    documents: 1,
    because: 'the partial condition is part of the filter',
  },
  {
    filter: { room: 'r1', lent: true },
    index: 'room_1_other_1',
    documents: 2,
    because: 'of two that begin alike the partial one holds less',
  },
  {
    filter: { seat: 3 },
    index: undefined,
    documents: 200,
    because: 'the partial index does not have them all',
  },
  { filter: { name: /^name 19/ }, index: 'name_1', documents: 11, because: 'a pattern with a beginning' },
  { filter: { 'deep.x': 4 }, index: 'deep.x_1', documents: 1, because: 'a path' },
  { filter: { other: 1 }, index: undefined, documents: 200, because: 'nothing helps' },
];

describe('how the embedded store finds documents', () => {
  let fixture: StoreFixture;
  const rows = () => fixture.db.collection('rows');
  before(async () => {
    fixture = await openTestStore();
    await rows().createIndexes([
      { key: { n: 1 } },
      { key: { room: 1, n: -1 } },
      { key: { tags: 1 } },
      { key: { code: 1 }, sparse: true },
      { key: { seat: 1 }, unique: true, partialFilterExpression: { active: true } },
      { key: { room: 1, other: 1 }, partialFilterExpression: { lent: true } },
      { key: { name: 1 } },
      { key: { 'deep.x': 1 } },
    ]);
    await rows().insertMany(
      Array.from({ length: 200 }, (_, n) => ({
        n,
        room: `r${n % 2}`,
        tags: [`t${n % 10}`, `t${(n + 5) % 10}`],
        ...(n % 20 === 9 && { code: `c${n}` }),
        seat: n % 100,
        active: n < 100,
        lent: n % 80 === 1 && n < 100,
        name: `name ${n}`,
        deep: { x: n },
        other: n,
      })),
    );
  });
  after(() => fixture.close());

  for (const { filter, sort = {}, index, documents, because } of READS) {
    it(`${index ?? 'no index'} for ${JSON.stringify(filter)} ${JSON.stringify(sort)}: ${because}`, async () => {
      const plan = await rows()
        .find(filter ?? {}, { sort })
        .explain('executionStats');

      assert.equal(JSON.stringify(plan).match(/"indexName":"([^"]*)"/)?.[1], index);
      assert.equal(Reflect.get(plan, 'executionStats').totalDocsExamined, documents);
    });
  }

  it('logs a read through no index, with its fields', async () => {
    fixture.log.length = 0;

    await rows().find({ other: 5 }).toArray();

    // An answer to the store's owner comes after all that was told before.
    await fixture.store.sweep();
    assert.deepEqual(fixture.log, [
      { msg: 'read without an index', namespace: 'town.rows', fields: ['other'], documents: 200 },
    ]);
  });

  it('reads in the order of insertion, or against it, whatever index there is', async () => {
    const first = await rows()
      .find({ n: { $gt: 5 } })
      .hint({ $natural: 1 })
      .limit(2)
      .toArray();
    const last = await rows().find({}).sort({ $natural: -1 }).limit(2).toArray();

    assert.deepEqual(
      [...first, ...last].map(({ n }) => n),
      [6, 7, 199, 198],
    );
  });

  it('gives no document that a write has changed between two batches to what is not asked for', async () => {
    const guests = fixture.db.collection('guests');
    await guests.createIndex({ room: 1 });
    await guests.insertMany(Array.from({ length: 50 }, (_, n) => ({ n, room: 'oak' })));
    const cursor = guests.find({ room: 'oak' }).batchSize(10);
    await cursor.next();

    await guests.updateMany({ n: { $gte: 30 } }, { $set: { room: 'elm' } });
    const rest = await cursor.toArray();

    assert.deepEqual(
      rest.filter(({ room }) => room !== 'oak'),
      [],
    );
    assert.equal(rest.length, 29);
  });

  it('reads a clustered collection in the order of its _id', async () => {
    const seats = await fixture.db.createCollection('clustered', {
      clusteredIndex: { key: { _id: 1 }, unique: true, name: 'seat' },
    });
    const ids = [3, 1, 2];
    await seats.insertMany(ids.map((_id) => Object({ _id, free: true })));

    const found = await seats.find({ free: true }).toArray();
    const sorted = await seats.find({ free: true }).sort({ free: 1, _id: -1 }).toArray();

    assert.deepEqual(
      found.map(({ _id }) => Number(_id)),
      [1, 2, 3],
    );
    assert.deepEqual(
      sorted.map(({ _id }) => Number(_id)),
      [3, 2, 1],
    );
    await assert.rejects(seats.dropIndex('seat'), { codeName: 'InvalidOptions' });
  });

  it('makes an index unique in two steps: no more duplicates, then none left', async () => {
    const codes = fixture.db.collection('codes');
    await codes.insertMany([{ code: 1 }, { code: 1 }, { code: 2 }]);
    await codes.createIndex({ code: 1 });
    const change = (step: object) =>
      fixture.db.command({ collMod: 'codes', index: { keyPattern: { code: 1 }, ...step } });
    await assert.rejects(change({ unique: true }), { codeName: 'InvalidOptions' });

    await change({ prepareUnique: true });
    await assert.rejects(codes.insertOne({ code: 2 }), { code: 11000 });
    await assert.rejects(change({ unique: true }), { code: 359 });
    await codes.deleteOne({ code: 1 });
    await change({ unique: true });

    const index = (await codes.indexes()).find(({ key }) => 'code' in key);
    assert.deepEqual(index, { v: 2, key: { code: 1 }, name: 'code_1', unique: true });
  });

  it('joins through the index of the foreign collection', async () => {
    const [joined] = await rows()
      .aggregate([
        { $match: { n: 3 } },
        { $lookup: { from: 'rows', localField: 'room', foreignField: 'room', as: 'peers' } },
        { $project: { _id: 0, n: 1, peers: { $size: '$peers' } } },
      ])
      .toArray();

    assert.deepEqual(joined, { n: 3, peers: 100 });
  });

  it('stops a read that takes longer than the client allows', async () => {
    const pipeline = [
      { $lookup: { from: 'rows', pipeline: [], as: 'all' } },
      { $unwind: '$all' },
      { $match: { none: 1 } },
    ];
    const read = rows().aggregate(pipeline, { maxTimeMS: 1 }).toArray();

    await assert.rejects(read, { code: 50 });
  });
});
