import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

const { Decimal128, Double, Int32, Long, ObjectId } = mongoose.mongo.BSON;

describe('documents in the embedded store', () => {
  let fixture: StoreFixture;
  before(async () => {
    fixture = await openTestStore();
  });
  after(() => fixture.close());
  const fresh = () => fixture.db.collection(new ObjectId().toHexString());

  it('keep their number types and field order when another field is written', async () => {
    const seats = fresh();
    const typed = {
      _id: new ObjectId(),
      z: new Int32(1),
      whole: new Double(2),
      big: Long.fromString('9007199254740993'),
      exact: Decimal128.fromString('1.10'),
      a: { b: new Double(3) },
    };
    await seats.insertOne(typed);

    await seats.updateOne({ _id: typed._id }, { $set: { seen: true } });

    const read = await seats.findOne({ _id: typed._id }, { promoteValues: false, promoteLongs: false });
    assert.deepEqual(Object.keys(read ?? {}), ['_id', 'z', 'whole', 'big', 'exact', 'a', 'seen']);
    assert.equal(
      read?.whole instanceof Double && read.a.b instanceof Double && read.z instanceof Int32,
      true,
    );
    assert.equal(String(read?.big), '9007199254740993');
    assert.equal(String(read?.exact), '1.10');
  });

  it('keep their number types through a pipeline update that leaves them alone', async () => {
    const seats = fresh();
    await seats.insertOne({ n: new Double(2), big: Long.fromString('7') });

    await seats.updateOne({}, [{ $set: { sum: { $add: ['$n', '$big'] } } }]);

    const read = await seats.findOne({}, { promoteValues: false, promoteLongs: false });
    assert.equal(read?.n instanceof Double && read.big instanceof Long, true);
    assert.equal(Number(read?.sum), 9);
  });

  it('widen an int that overflows to a long, and stay exact past 2^53', async () => {
    const sums = fresh();
    await sums.insertOne({ int: 2147483647, long: Long.fromString('9007199254740993') });

    await sums.updateOne({}, { $inc: { int: 1, long: 1 } });

    const read = await sums.findOne({}, { promoteLongs: false });
    assert.equal(String(read?.int), '2147483648');
    assert.equal(String(read?.long), '9007199254740994');
  });

  it('are made by an upsert from the filter, the update and $setOnInsert, once', async () => {
    const days = fresh();
    const book = () =>
      days.updateOne(
        { room: 'oak', 'slot.day': 3 },
        { $setOnInsert: { made: 1 }, $inc: { count: 1 } },
        { upsert: true },
      );

    const first = await book();
    const second = await book();

    assert.equal(first.upsertedCount, 1);
    assert.equal(second.upsertedCount, 0);
    const [day] = await days.find({}, { projection: { _id: 0 } }).toArray();
    assert.deepEqual(day, { room: 'oak', slot: { day: 3 }, count: 2, made: 1 });
  });

  it('may have null as their _id, once', async () => {
    const rows = fresh();
    const insert = { insert: rows.collectionName, documents: [{ _id: null }] };

    const first = await fixture.db.command(insert);
    const second = await fixture.db.command(insert);

    assert.equal(first.n, 1);
    assert.equal(second.writeErrors[0].code, 11000);
    assert.equal(await rows.countDocuments({ _id: { $type: 'null' } }), 1);
  });

  it('never change their _id', async () => {
    const seats = fresh();
    await seats.insertOne({ _id: new ObjectId(), a: 1 });

    const change = seats.updateOne({ a: 1 }, { $set: { _id: new ObjectId() } });

    await assert.rejects(change, { code: 66 });
  });

  it('are refused with keyPattern and keyValue when a unique key is taken', async () => {
    const seats = fresh();
    await seats.createIndex({ space: 1, seat: 1 }, { unique: true });
    await seats.insertOne({ space: 'A', seat: 1 });

    const error = await seats.insertOne({ space: 'A', seat: 1 }).catch((reason: unknown) => reason);

    assert.ok(error instanceof mongoose.mongo.MongoServerError);
    assert.equal(error.code, 11000);
    assert.deepEqual(error.keyPattern, { space: 1, seat: 1 });
    assert.deepEqual(error.keyValue, { space: 'A', seat: 1 });
    assert.equal(
      error.message,
      `E11000 duplicate key error collection: town.${seats.collectionName} index: space_1_seat_1 dup key: { space: "A", seat: 1 }`,
    );
  });

  it('stay as they were when an update would take a unique key, and the others go on', async () => {
    const seats = fresh();
    await seats.createIndex({ n: 1 }, { unique: true });
    await seats.insertMany([
      { n: 1, s: 'a' },
      { n: 2, s: 'b' },
    ]);

    const bulk = seats.bulkWrite(
      [
        { updateOne: { filter: { s: 'a' }, update: { $set: { n: 2 } } } },
        { updateOne: { filter: { s: 'b' }, update: { $set: { n: 3 } } } },
      ],
      { ordered: false },
    );

    await assert.rejects(bulk, { code: 11000 });
    const left = await seats
      .find({}, { projection: { _id: 0 } })
      .sort({ n: 1 })
      .toArray();
    assert.deepEqual(left, [
      { n: 1, s: 'a' },
      { n: 3, s: 'b' },
    ]);
  });

  it('come in batches, each once, while others are written and removed', async () => {
    const rows = fresh();
    await rows.insertMany(Array.from({ length: 1_000 }, (_, n) => ({ n })));
    const seen: number[] = [];

    for await (const row of rows.find({}, { batchSize: 50 })) {
      seen.push(row.n);
      if (row.n === 10) await rows.deleteMany({ n: { $gte: 900 } });
      if (row.n === 20) await rows.updateMany({}, { $set: { touched: true } });
    }

    assert.deepEqual(
      seen,
      Array.from({ length: 900 }, (_, n) => n),
    );
  });

  it('stop coming when their collection is dropped', async () => {
    const rows = fresh();
    await rows.createIndex({ n: 1 });
    await rows.insertMany(Array.from({ length: 1_000 }, (_, n) => ({ n })));
    const cursor = rows.find({ n: { $gte: 0 } }, { batchSize: 10 });
    await cursor.next();

    await rows.drop();

    await assert.rejects(cursor.toArray(), { code: 175 });
  });

  it('expire when a TTL index says so, and not before', async () => {
    const offers = fresh();
    await offers.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const now = new Date('2026-05-01T12:00:00Z');
    await offers.insertMany([
      { name: 'old', at: new Date(now.getTime() - 60_000) },
      { name: 'young', at: new Date(now.getTime() - 59_999) },
      { name: 'no date', at: 'yesterday' },
    ]);

    const removed = await fixture.store.sweep(now);

    assert.equal(removed, 1);
    assert.deepEqual(await offers.distinct('name'), ['no date', 'young']);
  });

  it('expire in portions when they are many, so that nobody waits for all of them', async () => {
    const keys = fresh();
    await keys.createIndex({ at: 1 }, { expireAfterSeconds: 0 });
    const at = new Date('2026-05-01T12:00:00Z');
    await keys.insertMany(Array.from({ length: 5_001 }, () => ({ at })));

    const removed = [await fixture.store.sweep(at), await fixture.store.sweep(at)];

    assert.deepEqual(removed, [5_000, 1]);
  });

  it('are all there after a restart, with their indexes', async () => {
    const name = 'restarted';
    await fixture.db.collection(name).createIndex({ n: 1 }, { unique: true });
    await fixture.db.collection(name).insertMany([{ n: 1 }, { n: 2 }]);

    await fixture.restart();

    assert.equal(await fixture.db.collection(name).countDocuments(), 2);
    await assert.rejects(fixture.db.collection(name).insertOne({ n: 2 }), { code: 11000 });
  });

  it('written under one transaction number are written once', async () => {
    const rows = fresh();
    await rows.insertOne({ n: 0 });
    const _lsid = { id: new mongoose.mongo.BSON.UUID() };
    const increment = {
      update: rows.collectionName,
      updates: [{ q: {}, u: { $inc: { n: 1 } } }],
      txnNumber: Long.fromNumber(1),
    };
    const session = fixture.client.startSession();

    const first = await fixture.db.command(increment, { session });
    const second = await fixture.db.command(increment, { session });

    await session.endSession();
    assert.deepEqual([first.n, second.n], [1, 1]);
    assert.equal((await rows.findOne())?.n, 1);
  });
});
