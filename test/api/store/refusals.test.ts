import assert from 'node:assert/strict';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

const find = (filter: object) => ({ find: 'seats', filter });
const update = (u: object, q: object = {}) => ({ update: 'seats', updates: [{ q, u }] });
const aggregate = (...pipeline: object[]) => ({ aggregate: 'seats', pipeline, cursor: {} });
const index = (spec: object) => ({ createIndexes: 'seats', indexes: [{ name: 'i', ...spec }] });

/** What a client may ask for in vain: MongoDB's own code, and why it is refused. */
const REFUSED: { command: object; code: number; because: string }[] = [
  { command: { frobnicate: 1 }, code: 59, because: 'there is no such command' },
  { command: { find: 'seats', filtre: {} }, code: 40415, because: 'a misspelt field must not be ignored' },
  { command: { find: 'seats', filter: 'all' }, code: 14, because: 'a filter is a document' },
  { command: { find: 'seats', tailable: true }, code: 115, because: 'there are no capped collections' },
  { command: { find: 'seats', sort: { $meta: 1 } }, code: 2, because: 'nothing but $natural is no field' },
  { command: { find: 'seats', limit: -1 }, code: 2, because: 'a limit is not negative' },
  { command: { find: 'seats', hint: 'nowhere_1' }, code: 2, because: 'the hinted index is not there' },
  {
    command: { find: 'seats', readConcern: { level: 'snapshot' } },
    code: 123,
    because: 'snapshots need a replica set',
  },
  { command: { insert: 'seats', documents: [] }, code: 16, because: 'a batch holds at least one statement' },
  { command: { insert: 'se$ats', documents: [{}] }, code: 73, because: 'a collection name holds no dollar' },
  {
    command: { ...find({}), startTransaction: true, autocommit: false, txnNumber: 1 },
    code: 20,
    because: 'there are no transactions',
  },
  { command: { commitTransaction: 1 }, code: 251, because: 'there are no transactions' },
  { command: find({ $where: 'true' }), code: 224, because: 'no client code is run' },
  { command: find({ $text: { $search: 'x' } }), code: 224, because: 'there is no text search' },
  { command: find({ at: { $near: [0, 0] } }), code: 224, because: 'there is no geo search' },
  { command: find({ $jsonSchema: {} }), code: 224, because: 'there are no schemas' },
  { command: find({ a: { $gtr: 1 } }), code: 2, because: 'the operator is misspelt' },
  { command: find({ $xor: [] }), code: 2, because: 'the operator does not exist' },
  { command: find({ a: { $in: 1 } }), code: 2, because: '$in takes an array' },
  { command: find({ a: { $regex: '(' } }), code: 2, because: 'the pattern is broken' },
  {
    command: { find: 'seats', projection: { a: 1, b: 0 } },
    code: 31254,
    because: 'a projection includes or excludes',
  },
  { command: aggregate({ $changeStream: {} }), code: 40573, because: 'change streams need a replica set' },
  { command: aggregate({ $geoNear: {} }), code: 115, because: 'there is no geo search' },
  { command: aggregate({ $frob: {} }), code: 40324, because: 'the stage does not exist' },
  { command: aggregate({ $match: {}, $sort: {} }), code: 40323, because: 'a stage has one operator' },
  {
    command: aggregate({ $project: { x: { $function: { body: 'x', args: [], lang: 'js' } } } }),
    code: 2,
    because: 'no client code is run',
  },
  { command: { aggregate: 'seats', pipeline: [] }, code: 9, because: 'a cursor is required' },
  {
    command: { aggregate: 1, pipeline: [{ $match: {} }], cursor: {} },
    code: 73,
    because: 'a collection is required',
  },
  { command: index({ key: { a: 'text' } }), code: 67, because: 'there are no text indexes' },
  { command: index({ key: { a: '2dsphere' } }), code: 67, because: 'there are no geo indexes' },
  { command: index({ key: { '$**': 1 } }), code: 67, because: 'there are no wildcard indexes' },
  {
    command: index({ key: { a: 1 }, collation: { locale: 'en' } }),
    code: 67,
    because: 'indexes order by bytes',
  },
  {
    command: index({ key: { a: 1 }, partialFilterExpression: { a: { $exists: false } } }),
    code: 67,
    because: 'MongoDB has no partial index on absence',
  },
  {
    command: index({ key: { a: 1 }, partialFilterExpression: { a: { $ne: 1 } } }),
    code: 67,
    because: 'nor on inequality',
  },
  { command: index({ key: { a: 1 }, uniqe: true }), code: 72, because: 'the option is misspelt' },
  {
    command: index({ key: { a: 1, b: 1 }, expireAfterSeconds: 5 }),
    code: 67,
    because: 'TTL indexes have one field',
  },
  {
    command: { create: 'x', capped: true, size: 100 },
    code: 115,
    because: 'there are no capped collections',
  },
  { command: { create: 'x', viewOn: 'seats' }, code: 115, because: 'there are no views' },
  { command: { getMore: 5n, collection: 'seats' }, code: 43, because: 'there is no such cursor' },
  { command: { dropIndexes: 'seats', index: 'nowhere_1' }, code: 27, because: 'there is no such index' },
  { command: { dropIndexes: 'seats', index: '_id_' }, code: 72, because: 'the _id index stays' },
];

const REFUSED_STATEMENTS: { command: object; code: number; because: string }[] = [
  {
    command: update({ $set: { a: 1 }, $inc: { 'a.b': 1 } }),
    code: 40,
    because: 'two operators want one field',
  },
  { command: update({ $frob: { a: 1 } }), code: 9, because: 'the operator does not exist' },
  { command: update({ $inc: { a: 'x' } }), code: 14, because: 'only numbers are added' },
  { command: update({ $inc: { name: 1 } }), code: 14, because: 'the field is no number' },
  { command: update({ $set: { 'n.deep': 1 } }), code: 28, because: 'a number has no fields' },
  { command: update({ $push: { n: 1 } }), code: 2, because: 'the field is no array' },
  { command: update({ $set: { _id: 9 } }), code: 66, because: '_id does not change' },
  { command: update({ $set: { 'tags.$': 1 } }), code: 2, because: 'the filter is not about that array' },
  { command: update({ $set: { 'tags.$[x]': 1 } }), code: 2, because: 'the array filter is missing' },
  { command: update([{ $group: { _id: 1 } }]), code: 72, because: 'a pipeline update shapes one document' },
  {
    command: { update: 'seats', updates: [{ q: {}, u: { a: 1 }, multi: true }] },
    code: 9,
    because: 'a replacement is for one',
  },
  {
    command: { update: 'seats', updates: [{ q: {}, u: {}, upset: true }] },
    code: 40415,
    because: 'the field is misspelt',
  },
  {
    command: { delete: 'seats', deletes: [{ q: {}, limit: 2 }] },
    code: 9,
    because: 'delete removes one or all',
  },
  { command: { insert: 'seats', documents: [{ _id: [1] }] }, code: 53, because: 'an _id is no array' },
  {
    command: { insert: 'seats', documents: [{ both: [1], too: [2] }] },
    code: 171,
    because: 'two arrays in one index',
  },
];

describe('what the embedded store refuses', () => {
  let fixture: StoreFixture;
  before(async () => {
    fixture = await openTestStore();
    const seats = fixture.db.collection('seats');
    await seats.createIndex({ both: 1, too: 1 });
    await seats.insertOne({ n: 1, name: 'oak', tags: ['a'] });
  });
  after(() => fixture.close());

  for (const { command, code, because } of REFUSED) {
    it(`${JSON.stringify(command, (_, v) => (typeof v === 'bigint' ? Number(v) : v))}: ${code}, ${because}`, async () => {
      await assert.rejects(fixture.db.command(command), { code });
    });
  }

  for (const { command, code, because } of REFUSED_STATEMENTS) {
    it(`${JSON.stringify(command)}: ${code}, ${because}`, async () => {
      const reply = await fixture.db.command(command).catch((error: unknown) => error);

      const codes =
        reply instanceof Error
          ? Reflect.get(reply, 'code')
          : Reflect.get(Object(reply), 'writeErrors')?.[0]?.code;
      assert.equal(codes, code, JSON.stringify(reply));
    });
  }

  it('leaves everything as it was', async () => {
    const all = await fixture.db
      .collection('seats')
      .find({}, { projection: { _id: 0 } })
      .toArray();

    assert.deepEqual(all, [{ n: 1, name: 'oak', tags: ['a'] }]);
  });
});
