import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedStore, openStore } from '../../../server/platform/store/index.ts';

const { MongoClient } = mongoose.mongo;

describe('the embedded store on a port of this machine', () => {
  let folder: string;
  let store: EmbeddedStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    store = await openStore({ folder, loopback: true });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const ping = async (uri: string) => {
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
    try {
      return await client.db().collection('seats').countDocuments();
    } finally {
      await client.close();
    }
  };

  it('serves mongoose, which proves that it knows the credential', async () => {
    const connection = await mongoose.createConnection(store.uri('town')).asPromise();
    const Seat = connection.model('Seat', new mongoose.Schema({ name: String }));

    await Seat.create({ name: 'Oak' });

    assert.match(store.uri('town'), /^mongodb:\/\/store:[\w-]{32}@127\.0\.0\.1:\d+\/town\?/);
    assert.equal((await Seat.findOne({ name: 'Oak' }).lean())?.name, 'Oak');
    await connection.close();
  });

  it('refuses a wrong credential, and whoever shows none', async () => {
    const uri = store.uri('town');
    const wrong = uri.replace(/store:[^@]*@/, 'store:wrong@');
    const stranger = uri.replace('store:', 'stranger:');
    const nobody = uri.replace(/store:[^@]*@/, '').replace('&authMechanism=SCRAM-SHA-256', '');

    await assert.rejects(ping(wrong), { code: 18, codeName: 'AuthenticationFailed' });
    await assert.rejects(ping(stranger), { code: 18 });
    await assert.rejects(ping(nobody), { code: 13, codeName: 'Unauthorized' });

    assert.equal(await ping(uri), 0);
  });

  it('keeps the credential where only the owner of the folder reads it, and the port', async () => {
    const uri = store.uri('town');

    await store.close();
    store = await openStore({ folder, loopback: true });

    assert.equal(statSync(join(folder, 'store.access')).mode & 0o777, 0o600);
    assert.ok(uri.includes(String(JSON.parse(readFileSync(join(folder, 'store.access'), 'utf8')).password)));
    assert.equal(store.uri('town'), uri);
    assert.equal(await ping(uri), 0);
  });

  it('listens there by itself when its folder can hold no socket, and on the socket when it can again', async () => {
    await store.close();
    rmSync(join(folder, 'store.access'));
    mkdirSync(join(folder, 'store.sock'));
    const log: string[] = [];

    store = await openStore({ folder, log: ({ msg }) => log.push(msg) });
    const count = await ping(store.uri('town'));
    const { host } = new URL(store.uri('town'));
    await store.close();
    rmSync(join(folder, 'store.sock'), { recursive: true });
    store = await openStore({ folder });

    assert.deepEqual([count, host.split(':')[0]], [0, '127.0.0.1']);
    assert.deepEqual(log, ['the store can have no socket, and listens on a port']);
    assert.match(store.uri('town'), /store\.sock/);
    assert.equal(await ping(store.uri('town')), 0);
  });
});
