import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedStore, openStore } from '../../server/platform/store/index.ts';

const BATCH = 50;
const FULL = 14031;
const rowsFrom = (n: number) =>
  Array.from({ length: BATCH }, (_, i) => ({ n: n + i, pad: 'x'.repeat(4_000) }));

/** A disk of 24 MB in memory, or why there can be none. */
function smallDisk(): { path: string; refusal: string | undefined } {
  const path = mkdtempSync(join(tmpdir(), 'disk-'));
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', path], {
    encoding: 'utf8',
  });
  if (status === 0) return { path, refusal: undefined };
  rmSync(path, { recursive: true });
  return { path, refusal: (error?.message ?? stderr).trim() };
}

describe('a disk that is full', () => {
  const { path: disk, refusal } = smallDisk();
  if (refusal !== undefined) {
    it.skip(`(a small disk cannot be mounted here: ${refusal})`, () => {});
    return;
  }
  let store: EmbeddedStore;
  let client: InstanceType<typeof mongoose.mongo.MongoClient>;
  const rows = () => client.db().collection<{ n: number; pad?: string }>('rows');
  const open = async () => {
    store = await openStore({ folder: join(disk, 'store') });
    client = await new mongoose.mongo.MongoClient(store.uri('town')).connect();
  };
  const close = async () => {
    await client.close();
    await store.close();
  };
  before(open);
  after(async () => {
    await close();
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  /** The code of the refusal, or nothing when the rows are written. */
  const insert = (n: number): Promise<unknown> =>
    rows()
      .insertMany(rowsFrom(n))
      .then(
        () => undefined,
        (error: unknown) => (error instanceof mongoose.mongo.MongoServerError ? error.code : error),
      );

  it('refuses what grows, reads on, lets what deletes through, and takes more again; nothing is lost', async () => {
    await rows().createIndex({ n: 1 });
    let [written, refusedInARow] = [0, 0];
    while (refusedInARow < 3) {
      const code = await insert(written);
      if (code !== undefined) assert.equal(code, FULL);
      written += code === undefined ? BATCH : 0;
      refusedInARow = code === undefined ? 0 : refusedInARow + 1;
      // Somebody else takes all that is left then, but for what the store keeps back.
      if (written === 2_000) fillUp(join(disk, 'filler'));
    }

    assert.equal(await rows().countDocuments(), written);
    assert.equal((await rows().findOne({ n: 7 }))?.pad?.length, 4_000);
    assert.equal((await rows().find().sort({ n: -1 }).limit(1).toArray())[0]?.n, written - 1);

    await close();
    await open();
    assert.equal(await rows().countDocuments(), written);

    // In steps: what is kept back for a deletion is enough for some hundred of these.
    for (let n = 100; n <= 1_500; n += 100)
      assert.equal((await rows().deleteMany({ n: { $lt: n } })).deletedCount, 100);
    assert.equal(await insert(written), undefined);
    assert.equal(await rows().countDocuments({ n: { $gte: 0 } }), written - 1_500 + BATCH);
  }).timeout(120_000);
});

function fillUp(path: string): void {
  try {
    while (true) writeFileSync(path, Buffer.alloc(64 * 1024), { flag: 'a' });
  } catch (error) {
    if (!String(error).includes('ENOSPC')) throw error;
  }
}
