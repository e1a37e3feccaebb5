import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { openStore } from '../../server/platform/store/index.ts';

const { MongoClient } = mongoose.mongo;

describe('a store folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function withDocuments(): Promise<void> {
    const store = await openStore({ folder });
    const client = await new MongoClient(store.uri('town')).connect();
    await client
      .db()
      .collection('rows')
      .insertMany([{ name: 'needle-needle-needle' }, { name: 'other' }]);
    await client.close();
    await store.close();
  }

  it('is for its owner alone', async () => {
    await withDocuments();

    assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it('is not opened, rather than waited for, when no process can be started', async () => {
    const { execPath } = process;
    process.execPath = join(folder, 'no-node');
    const opened = openStore({ folder }).finally(() => {
      process.execPath = execPath;
    });

    await assert.rejects(opened, { code: 'ENOENT' });
  });

  it('serves one owner at a time', async () => {
    const store = await openStore({ folder });

    await assert.rejects(openStore({ folder }), /another process is using the store/);

    await store.close();
    const next = await openStore({ folder });
    await next.close();
  });

  it('is refused to a second process, which says why', async () => {
    const store = await openStore({ folder });
    const script = fileURLToPath(new URL('store-writer-child.ts', import.meta.url));

    const second = spawnSync(process.execPath, ['--import', 'tsx', script, folder], { encoding: 'utf8' });

    await store.close();
    assert.notEqual(second.status, 0);
    assert.match(second.stderr, /another process is using the store/);
  });

  it('with a path too long for a socket is served from elsewhere', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    mkdirSync(deep, { recursive: true });
    const store = await openStore({ folder: deep });

    const client = await new MongoClient(store.uri('town')).connect();
    const reply = await client.db().command({ ping: 1 });

    assert.equal(reply.ok, 1);
    await client.close();
    await store.close();
  });

  const broken = [
    {
      name: 'an empty database',
      harm: (path: string) => writeFileSync(path, ''),
      says: /missing, empty or no database/,
    },
    { name: 'a lost database', harm: (path: string) => rmSync(path), says: /missing, empty or no database/ },
    {
      name: 'a foreign file',
      harm: (path: string) => writeFileSync(path, 'x'.repeat(9_000)),
      says: /no database/,
    },
    {
      name: 'a torn database',
      harm: (path: string) => writeFileSync(path, readFileSync(path).fill(0xee, 4_096, 20_000)),
      says: /damaged/,
    },
  ];
  for (const { name, harm, says } of broken) {
    it(`with ${name} is refused and left as it is`, async () => {
      await withDocuments();
      const path = join(folder, 'documents.db');
      harm(path);
      const before = exists(path);

      await assert.rejects(openStore({ folder }), says);

      assert.deepEqual(exists(path), before);
    });
  }

  it('without its marker, or with one from a newer version, is refused', async () => {
    await withDocuments();
    const marker = join(folder, 'store.json');

    writeFileSync(marker, JSON.stringify({ format: 99, state: 'ready' }));
    await assert.rejects(openStore({ folder }), /newer/);

    rmSync(marker);
    await assert.rejects(openStore({ folder }), /is not a store/);
  });

  it('with one flipped bit in a document says which is damaged, and still reads the others', async () => {
    await withDocuments();
    const path = join(folder, 'documents.db');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('needle-needle-needle');
    bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const store = await openStore({ folder });
    const client = await new MongoClient(store.uri('town')).connect();
    const rows = client.db().collection('rows');

    await assert.rejects(rows.find().toArray(), { codeName: 'DataCorruptionDetected' });
    const [whole] = await rows.find({}, { sort: { _id: -1 }, limit: 1 }).toArray();

    assert.equal(whole?.name, 'other');
    await client.close();
    await store.close();
  });
});

function exists(path: string): string | undefined {
  try {
    return readFileSync(path).toString('base64');
  } catch {
    return undefined;
  }
}
