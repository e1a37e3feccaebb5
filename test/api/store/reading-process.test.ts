import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { Part } from '../../../server/platform/store/keeper.ts';
import { openReading } from '../../../server/platform/store/reading-process.ts';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

const { BSON } = mongoose.mongo;

/** A command as the keeper hands it over: an OP_MSG with one body. */
function messageOf(command: object): Buffer {
  const body = BSON.serialize({ ...command, $db: 'town' });
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}

describe('the process that runs long reads', () => {
  let fixture: StoreFixture;
  let reading: Part;
  const seats = () => fixture.db.collection('seats');
  beforeEach(async () => {
    fixture = await openTestStore();
    await seats().insertMany([
      { name: 'Oak', room: 1 },
      { name: 'Elm', room: 2 },
    ]);
    reading = openReading(fixture.folder, () => {});
  });
  afterEach(async () => {
    await reading.close();
    await fixture.close();
  });

  async function namesIn(room: number): Promise<unknown[]> {
    const find = { find: 'seats', filter: { room }, sort: { name: 1 } };
    const reply = await reading.take({ message: messageOf(find), connection: 1 });
    assert.ok(reply instanceof Uint8Array);
    return BSON.deserialize(reply).cursor.firstBatch.map(({ name }: { name: unknown }) => name);
  }

  it('remembers nothing of a document that was written since, though nobody told it', async () => {
    assert.deepEqual([await namesIn(1), await namesIn(2)], [['Oak'], ['Elm']]);

    await seats().updateOne({ name: 'Oak' }, { $set: { room: 2 } });
    await seats().insertOne({ name: 'Ash', room: 1 });
    await seats().deleteOne({ name: 'Elm' });

    assert.deepEqual([await namesIn(1), await namesIn(2)], [['Ash'], ['Oak']]);
  });

  it('finds by an index that was made since', async () => {
    assert.deepEqual(await namesIn(2), ['Elm']);

    await seats().createIndex({ room: 1 });
    await seats().updateOne({ name: 'Oak' }, { $set: { room: 2 } });

    assert.deepEqual(await namesIn(2), ['Elm', 'Oak']);
  });
});
