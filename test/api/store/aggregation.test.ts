import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

const { Decimal128, Long } = mongoose.mongo.BSON;
type Fields = Record<string, unknown>;

const VISITS: Fields[] = [
  {
    _id: 1,
    room: 'oak',
    people: 4,
    at: new Date('2026-05-01T09:30:00Z'),
    tags: ['quiet', 'light'],
    host: { id: 'a' },
  },
  { _id: 2, room: 'elm', people: 2, at: new Date('2026-05-01T11:00:00Z'), tags: [], host: { id: 'b' } },
  {
    _id: 3,
    room: 'oak',
    people: 6,
    at: new Date('2026-05-02T09:00:00Z'),
    tags: ['light'],
    host: { id: 'a' },
  },
  { _id: 4, room: null, people: 1, at: new Date('2026-05-03T09:00:00Z') },
];

/** Pipelines over the visits, and what MongoDB answers. */
const PIPELINES: { pipeline: Fields[]; result: unknown[]; because: string }[] = [
  {
    pipeline: [
      { $group: { _id: '$room', people: { $sum: '$people' }, visits: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ],
    result: [
      { _id: null, people: 1, visits: 1 },
      { _id: 'elm', people: 2, visits: 1 },
      { _id: 'oak', people: 10, visits: 2 },
    ],
    because: 'groups, null among them, sort by MongoDB’s order of types',
  },
  {
    pipeline: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
    result: [
      { _id: 'light', count: 2 },
      { _id: 'quiet', count: 1 },
    ],
    because: 'an empty and a missing array give nothing',
  },
  {
    pipeline: [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $count: 'n' }],
    result: [{ n: 5 }],
    because: 'unless they are to be kept',
  },
  {
    pipeline: [
      { $match: { _id: 1 } },
      { $project: { people: 1, day: { $dateToString: { date: '$at', format: '%Y-%m-%d' } } } },
    ],
    result: [{ _id: 1, people: 4, day: '2026-05-01' }],
    because: 'a projection keeps the field order and adds what is computed',
  },
  {
    pipeline: [
      { $match: { $expr: { $gt: ['$people', 3] } } },
      { $sort: { people: -1 } },
      { $limit: 1 },
      { $project: { _id: 1 } },
    ],
    result: [{ _id: 3 }],
    because: '$expr compares fields',
  },
  {
    pipeline: [
      { $match: { _id: 4 } },
      { $project: { none: { $eq: ['$missing', null] }, below: { $lt: ['$missing', null] } } },
    ],
    result: [{ _id: 4, none: false, below: true }],
    because: 'in an expression a missing field is not null',
  },
  {
    pipeline: [
      {
        $facet: {
          rooms: [{ $group: { _id: '$room' } }, { $count: 'n' }],
          big: [{ $match: { people: { $gte: 4 } } }, { $count: 'n' }],
        },
      },
    ],
    result: [{ rooms: [{ n: 3 }], big: [{ n: 2 }] }],
    because: 'facets look at the same documents',
  },
  {
    pipeline: [{ $bucket: { groupBy: '$people', boundaries: [0, 3, 10], output: { n: { $sum: 1 } } } }],
    result: [
      { _id: 0, n: 2 },
      { _id: 3, n: 2 },
    ],
    because: 'buckets are half-open',
  },
  {
    pipeline: [
      {
        $setWindowFields: {
          partitionBy: '$room',
          sortBy: { at: 1 },
          output: { soFar: { $sum: '$people', window: { documents: ['unbounded', 'current'] } } },
        },
      },
      { $match: { room: 'oak' } },
      { $project: { soFar: 1 } },
    ],
    result: [
      { _id: 1, soFar: 4 },
      { _id: 3, soFar: 10 },
    ],
    because: 'a window runs along its partition',
  },
  {
    pipeline: [
      { $match: { _id: 2 } },
      { $lookup: { from: 'hosts', localField: 'host.id', foreignField: '_id', as: 'host' } },
      { $project: { host: 1 } },
    ],
    result: [{ _id: 2, host: [{ _id: 'b', name: 'Bea' }] }],
    because: 'a join by a path',
  },
  {
    pipeline: [
      { $match: { _id: 1 } },
      {
        $lookup: {
          from: 'hosts',
          let: { wanted: '$host.id' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$wanted'] } } }, { $project: { _id: 0 } }],
          as: 'host',
        },
      },
      { $project: { host: 1 } },
    ],
    result: [{ _id: 1, host: [{ name: 'Ada' }] }],
    because: 'a join by a pipeline with variables',
  },
  {
    pipeline: [
      { $match: { _id: 4 } },
      { $lookup: { from: 'hosts', localField: 'host.id', foreignField: '_id', as: 'host' } },
      { $project: { host: 1 } },
    ],
    result: [{ _id: 4, host: [] }],
    because: 'a missing local field joins with null, which nobody has',
  },
  {
    pipeline: [
      { $match: { room: /^O/i } },
      { $group: { _id: null, days: { $addToSet: { $dayOfMonth: '$at' } } } },
      { $set: { days: { $sortArray: { input: '$days', sortBy: 1 } } } },
    ],
    result: [{ _id: null, days: [1, 2] }],
    because: 'sets and dates',
  },
];

describe('aggregation in the embedded store', () => {
  let fixture: StoreFixture;
  before(async () => {
    fixture = await openTestStore();
    await fixture.db.collection<Fields>('visits').insertMany(VISITS);
    await fixture.db.collection<{ _id: string; name: string }>('hosts').insertMany([
      { _id: 'a', name: 'Ada' },
      { _id: 'b', name: 'Bea' },
    ]);
  });
  after(() => fixture.close());

  for (const { pipeline, result, because } of PIPELINES) {
    it(`${Object.keys(pipeline.at(-1) ?? {})} of ${pipeline.length}: ${because}`, async () => {
      const found = await fixture.db.collection('visits').aggregate(pipeline).toArray();

      assert.deepEqual(found, result);
    });
  }

  it('leaves the documents it read as they are', async () => {
    const visits = fixture.db.collection<Fields>('visits');

    await visits.aggregate([{ $set: { 'host.id': 'x', tags: [] } }, { $unset: 'at' }]).toArray();

    assert.deepEqual(await visits.find().sort({ _id: 1 }).toArray(), VISITS);
  });

  it('adds decimals and long integers exactly', async () => {
    const sums = fixture.db.collection('sums');
    await sums.insertMany([
      { d: Decimal128.fromString('0.1'), l: Long.fromString('9007199254740993') },
      { d: Decimal128.fromString('0.2'), l: Long.fromString('1') },
    ]);

    const [sum] = await sums
      .aggregate([{ $group: { _id: null, d: { $sum: '$d' }, l: { $sum: '$l' } } }], { promoteLongs: false })
      .toArray();

    assert.equal(String(sum?.d), '0.3');
    assert.equal(String(sum?.l), '9007199254740994');
  });

  it('merges by a unique index only, and refuses what matches when it is told to', async () => {
    const seats = fixture.db.collection('merged');
    await seats.insertOne(Object({ _id: 1, seat: 'A' }));
    const merge = (document: object, options: object) =>
      fixture.db
        .aggregate([{ $documents: [document] }, { $merge: { into: 'merged', ...options } }])
        .toArray();

    await assert.rejects(merge({ seat: 'A' }, { on: 'seat' }), { code: 51183 });
    await assert.rejects(merge({ _id: 1, seat: 'B' }, { whenMatched: 'fail' }), { code: 11000 });
    await merge({ _id: 2, seat: 'B' }, { whenMatched: 'fail' });

    assert.equal(await seats.countDocuments(), 2);
  });

  it('writes with $out and $merge', async () => {
    const { db } = fixture;
    const perRoom = { $group: { _id: '$room', people: { $sum: '$people' } } };

    await db
      .collection('visits')
      .aggregate([{ $match: { room: 'oak' } }, perRoom, { $out: 'rooms' }])
      .toArray();
    await db
      .collection('visits')
      .aggregate([
        perRoom,
        { $set: { seen: true } },
        { $merge: { into: 'rooms', whenMatched: 'keepExisting' } },
      ])
      .toArray();

    const rooms = await db
      .collection<{ _id: string | null }>('rooms')
      .find({ _id: { $ne: null } })
      .sort({ _id: 1 })
      .toArray();
    assert.deepEqual(rooms, [
      { _id: 'elm', people: 2, seen: true },
      { _id: 'oak', people: 10 },
    ]);
  });
});
