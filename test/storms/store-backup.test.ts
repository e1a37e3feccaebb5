import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { openStore } from '../../server/platform/store/index.ts';
import { openTestStore, type StoreFixture } from '../api/store/store-fixture.ts';

const PROGRAM = fileURLToPath(new URL('../../server/platform/store/command-line.ts', import.meta.url));
const command = (...given: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', PROGRAM, ...given], {
    encoding: 'utf8',
    env: { ...process.env, PATH: '' },
  });

describe('a backup of a running store', () => {
  let fixture: StoreFixture;
  let room: string;
  let backup: string;
  beforeEach(async () => {
    fixture = await openTestStore();
    room = mkdtempSync(join(tmpdir(), 'backup-'));
    backup = join(room, 'one.backup');
    await fixture.db.collection('rows').createIndex({ n: 1 }, { unique: true });
    await fixture.db
      .collection<{ n: number }>('rows')
      .insertMany(Array.from({ length: 200 }, (_, n) => ({ n })));
    writeFileSync(join(fixture.folder, 'secret'), 'kept beside it');
  });
  afterEach(async () => {
    await fixture.close();
    rmSync(room, { recursive: true });
  });

  it('taken under load holds all that was acknowledged before it, each write whole', async () => {
    let writing = true;
    const load = (async () => {
      for (let n = 1_000; writing; n += 2)
        await fixture.db.collection<{ n: number }>('rows').insertMany([{ n }, { n: n + 1 }]);
    })();
    const { status, stderr } = command('backup', backup, fixture.folder);
    writing = false;
    await load;
    assert.equal(status, 0, stderr);

    const folder = join(room, 'restored');
    assert.equal(command('restore', backup, folder).status, 0);

    const store = await openStore({ folder });
    const client = await new mongoose.mongo.MongoClient(store.uri('town')).connect();
    const rows = client.db().collection('rows');
    assert.equal(await rows.countDocuments({ n: { $lt: 200 } }), 200);
    assert.equal((await rows.countDocuments({ n: { $gte: 1_000 } })) % 2, 0);
    await assert.rejects(rows.insertOne({ n: 7 }), { code: 11000 });
    assert.equal(readFileSync(join(folder, 'secret'), 'utf8'), 'kept beside it');
    await client.close();
    await store.close();
  });

  it('is restored to an empty folder only, and never written over another file', () => {
    assert.equal(command('backup', backup, fixture.folder).status, 0);

    const over = command('restore', backup, fixture.folder);
    const again = command('backup', backup, fixture.folder);

    assert.match(over.stderr, /is not empty; nothing was restored/);
    assert.match(again.stderr, /EEXIST/);
  });

  it('with a flipped bit, cut short, or no backup at all is refused', () => {
    assert.equal(command('backup', backup, fixture.folder).status, 0);
    const whole = readFileSync(backup);
    const harmed = Buffer.from(whole);
    harmed[whole.length - 5_000] = (whole[whole.length - 5_000] ?? 0) ^ 1;
    const cases = [
      { bytes: harmed, says: /damaged: its checksum differs/ },
      { bytes: whole.subarray(0, whole.length - 1), says: /damaged: its checksum differs/ },
      { bytes: Buffer.from('no backup'), says: /is no backup/ },
    ];
    for (const [i, { bytes, says }] of cases.entries()) {
      const file = join(room, `harmed-${i}`);
      const folder = join(room, `to-${i}`);
      writeFileSync(file, bytes);

      const { status, stderr } = command('restore', file, folder);

      assert.equal(status, 1);
      assert.match(stderr, says);
      assert.ok(!readdirSync(room).includes(`to-${i}`));
    }
  });

  it('is not needed to look inside: the shell says where the store answers', () => {
    const { stdout } = command('shell', fixture.folder);

    assert.ok(stdout.includes(fixture.store.uri('common-table')));
    assert.match(stdout, /npx mongosh/);
  });
});
