import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { openTestStore, type StoreFixture } from '../api/store/store-fixture.ts';

const MEGABYTE = 1024 * 1024;

/** A document within a document, so many levels deep. */
function nested(levels: number): Record<string, unknown> {
  let document: Record<string, unknown> = {};
  for (let level = 0; level < levels; level++) document = { within: document };
  return document;
}

describe('what is too large for the embedded store', () => {
  let fixture: StoreFixture;
  beforeEach(async () => {
    fixture = await openTestStore();
  });
  afterEach(() => fixture.close());
  const rows = () => fixture.db.collection('rows');

  it('is refused as a document, stored or computed, and harms no other write', async () => {
    const half = 'x'.repeat(9 * MEGABYTE);
    await rows().insertOne({ half });
    const others = Array.from({ length: 20 }, (_, n) => rows().insertOne({ n }));

    const doubled = rows().updateOne({ half }, [{ $set: { twice: { $concat: ['$half', '$half'] } } }]);
    const gathered = rows()
      .aggregate([{ $group: { _id: null, all: { $push: { $concat: ['$half', '$half'] } } } }])
      .toArray();

    const [update, pipeline] = await Promise.allSettled([doubled, gathered]);
    assert.equal(update.status === 'rejected' && update.reason.code, 10334);
    assert.equal(pipeline.status === 'rejected' && pipeline.reason.code, 10334);
    await Promise.all(others);
    assert.equal(await rows().countDocuments(), 21);
  });

  it('comes in as many replies as it needs', async () => {
    for (let n = 0; n < 4; n++) await rows().insertOne({ n, body: 'x'.repeat(8 * MEGABYTE) });

    const found = await rows().find().toArray();

    assert.deepEqual(
      found.map(({ n }) => n),
      [0, 1, 2, 3],
    );
  });

  it('ends only its own connection when it is nested without end, or no message at all', async () => {
    await rows().insertOne(nested(150));
    const path = decodeURIComponent(
      fixture.store.uri('town').slice('mongodb://'.length).split('/town?')[0] ?? '',
    );

    await assert.rejects(rows().insertOne(nested(1_000)));
    await new Promise((closed) => {
      const socket = connect(path, () => socket.write('GET / HTTP/1.1\r\n\r\n'));
      socket.on('close', closed);
    });

    assert.equal(await rows().countDocuments(), 1);
    await fixture.store.sweep();
    assert.equal(fixture.log.filter(({ msg }) => msg === 'a client sent what is no message').length, 2);
  });
});
