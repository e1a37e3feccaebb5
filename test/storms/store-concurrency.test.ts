import assert from 'node:assert/strict';
import { openTestStore, type StoreFixture } from '../api/store/store-fixture.ts';

describe('many writers at once', () => {
  let fixture: StoreFixture;
  before(async () => {
    fixture = await openTestStore();
  });
  after(() => fixture.close());

  it('one of 100 takes a seat that a unique partial index guards, and 99 are told so', async () => {
    const seats = fixture.db.collection('seats');
    await seats.createIndex(
      { space: 1, seat: 1 },
      { unique: true, partialFilterExpression: { endedAt: null } },
    );

    const attempts = await Promise.allSettled(
      Array.from({ length: 100 }, (_, person) =>
        seats.insertOne({ space: 'A', seat: 1, person, endedAt: null }),
      ),
    );

    assert.equal(attempts.filter(({ status }) => status === 'fulfilled').length, 1);
    const codes = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason.code] : []));
    assert.deepEqual(new Set(codes), new Set([11000]));
    assert.equal(await seats.countDocuments(), 1);
  });

  it('one of 100 decides a conditional write', async () => {
    const offers = fixture.db.collection('offers');
    await offers.insertOne({ state: 'open', by: -1 });

    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, by) =>
        offers.findOneAndUpdate(
          { state: 'open' },
          { $set: { state: 'taken', by } },
          { returnDocument: 'after' },
        ),
      ),
    );

    const won = answers.filter((answer) => answer !== null);
    assert.equal(won.length, 1);
    assert.equal((await offers.findOne())?.by, won[0]?.by);
  });

  it('100 increments count to 100, and 100 upserts make one document', async () => {
    const sums = fixture.db.collection('sums');
    await sums.createIndex({ name: 1 }, { unique: true });

    await Promise.all(
      Array.from({ length: 100 }, () =>
        sums.updateOne({ name: 'visits' }, { $inc: { n: 1 } }, { upsert: true }),
      ),
    );

    assert.deepEqual(await sums.find({}, { projection: { _id: 0 } }).toArray(), [{ name: 'visits', n: 100 }]);
  });
});
