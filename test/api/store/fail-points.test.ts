import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

const { MongoClient } = mongoose.mongo;

describe('fail points, by which clients try their error paths', () => {
  let fixture: StoreFixture;
  before(async () => {
    fixture = await openTestStore({ testCommands: true });
  });
  after(() => fixture.close());
  afterEach(() => fail('off'));

  const fail = (mode: unknown, data: Record<string, unknown> = {}) =>
    fixture.client.db('admin').command({ configureFailPoint: 'failCommand', mode, data });
  const ping = () => fixture.db.command({ ping: 1 });

  it('fail so many commands of a name, with a code and labels', async () => {
    await fail({ times: 1 }, { failCommands: ['ping'], errorCode: 8, errorLabels: ['Shaken'] });

    await fixture.db.command({ buildInfo: 1 });
    await assert.rejects(ping(), { code: 8, errorLabels: ['Shaken'] });
    const reply = await ping();

    assert.equal(reply.ok, 1);
  });

  it('let so many through first, and tell how many they failed', async () => {
    await fail({ skip: 1 }, { failCommands: ['ping'], errorCode: 8 });

    await ping();
    await assert.rejects(ping(), { code: 8 });
    await assert.rejects(ping(), { code: 8 });
    const { count } = await fail('off');

    assert.equal(count, 2);
    await ping();
  });

  it('close the connection of a command, which the driver tries once more when it only reads', async () => {
    await fixture.db.collection('people').insertOne({ name: 'Mai' });
    await fail({ times: 1 }, { failCommands: ['find'], closeConnection: true });

    const found = await fixture.db.collection('people').findOne({ name: 'Mai' });

    assert.equal(found?.name, 'Mai');
  });

  it('add a write concern error to a write that is done', async () => {
    await fail('alwaysOn', { failCommands: ['insert'], writeConcernError: { code: 64, errmsg: 'too slow' } });

    await assert.rejects(fixture.db.collection('rooms').insertOne({ name: 'Attic' }), { code: 64 });

    assert.equal(await fixture.db.collection('rooms').countDocuments(), 1);
  });

  it('make a command wait, and strike one program only', async () => {
    const other = await new MongoClient(fixture.store.uri('town'), { appName: 'kiosk' }).connect();
    const answered: string[] = [];
    await fail('alwaysOn', {
      failCommands: ['ping'],
      appName: 'kiosk',
      blockConnection: true,
      blockTimeMS: 2_000,
    });

    const slow = other.db('town').command({ ping: 1 });
    await Promise.all([slow.then(() => answered.push('kiosk')), ping().then(() => answered.push('other'))]);
    await other.close();

    assert.deepEqual(answered, ['other', 'kiosk']);
  });

  it('are refused when they are not understood, and unknown to a store that was not opened for tests', async () => {
    await assert.rejects(fail('now and then'), { codeName: 'BadValue' });
    await assert.rejects(fail('off', { failNothing: true }), { codeName: 'IDLUnknownField' });
    await assert.rejects(fixture.client.db('admin').command({ configureFailPoint: 'rain', mode: 'off' }), {
      codeName: 'FailPointSetFailed',
    });

    const shipped = await openTestStore();
    const refusal = assert.rejects(
      shipped.client.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' }),
      { codeName: 'CommandNotFound' },
    );
    await refusal.finally(() => shipped.close());
  });
});
