import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { storeUri } from '../../server/platform/store/address.ts';
import { type EmbeddedStore, openStore } from '../../server/platform/store/index.ts';

const { MongoClient } = mongoose.mongo;
const HOLDER = fileURLToPath(new URL('store-writer-child.ts', import.meta.url));

/** A pipeline that would compute for hours over one document. */
const MONSTER = [
  { $limit: 1 },
  {
    $project: {
      sum: {
        $reduce: {
          input: { $range: [0, 40_000] },
          initialValue: 0,
          in: { $add: ['$$value', { $size: { $range: [0, 40_000] } }] },
        },
      },
    },
  },
];
/** A pattern that backtracks for ever. */
const PATTERN = { text: { $regex: '^(a+)+$' } };
const LONG_TEXT = `${'a'.repeat(40)}!`;

describe('a command that would never end', () => {
  let folder: string;
  let store: EmbeddedStore;
  let client: InstanceType<typeof MongoClient>;
  let log: { msg: string }[];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    log = [];
    store = await openStore({ folder, patienceMs: 3_000, log: (entry) => log.push(entry) });
    client = await new MongoClient(store.uri('town')).connect();
    await checkIns().createIndex({ seat: 1 }, { unique: true });
    await checkIns().insertOne({ seat: -1, text: LONG_TEXT });
  });
  after(async () => {
    await client.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const checkIns = () => client.db().collection<{ seat: number; text?: string }>('checkins');
  const keeperPid = async (): Promise<number> => Number((await client.db().command({ serverStatus: 1 })).pid);

  const MONSTERS = [
    { name: 'an aggregation', start: () => checkIns().aggregate(MONSTER).toArray() },
    { name: 'a pattern', start: () => checkIns().find(PATTERN).toArray() },
  ];
  for (const { name, start } of MONSTERS) {
    it(`stops no check-in while it runs, and is ended: ${name}`, async () => {
      const before = await checkIns().countDocuments();
      let answered = false;
      const ended = start().then(
        () => assert.fail('it was answered'),
        (error: unknown) => {
          answered = true;
          return error;
        },
      );

      for (let seat = before; seat < before + 50; seat++) {
        await checkIns().insertOne({ seat });
        assert.equal((await checkIns().findOne({ seat }))?.seat, seat);
      }

      assert.equal(answered, false, 'the check-ins were acknowledged while it was running');
      assert.equal(Reflect.get(Object(await ended), 'codeName'), 'Interrupted');
      assert.equal(await checkIns().countDocuments(), before + 50);
      const byLongRead = await checkIns()
        .aggregate([{ $sortByCount: '$nowhere' }])
        .toArray();
      assert.equal(byLongRead[0]?.count, before + 50, 'a new reader sees all of it');
    });
  }

  it('fails alone: other long reads that wait behind it are answered', async () => {
    const monster = checkIns().aggregate(MONSTER).toArray();
    const behind = checkIns()
      .aggregate([{ $sortByCount: '$nowhere' }])
      .toArray();

    await assert.rejects(monster, { codeName: 'Interrupted' });

    assert.equal((await behind).length, 1);
  });

  it('as a write costs the keeper, and no acknowledged write', async () => {
    const before = await checkIns().countDocuments();
    const pid = await keeperPid();

    await assert.rejects(checkIns().updateMany(PATTERN, { $set: { seat: -2 } }));

    assert.notEqual(await keeperPid(), pid);
    assert.equal(await checkIns().countDocuments(), before);
    await checkIns().insertOne({ seat: before });
    assert.ok(log.some(({ msg }) => msg === 'the keeper of the store ended and is started again'));
  });

  it('or a keeper that is killed leaves everything acknowledged, and the same clients go on', async () => {
    const acknowledged: number[] = [];
    const first = 100_000;
    let killed = false;
    for (let seat = first; acknowledged.length < 300; seat++) {
      await checkIns()
        .insertOne({ seat })
        .then(() => acknowledged.push(seat))
        .catch(() => {});
      if (acknowledged.length === 100 && !killed) {
        killed = true;
        process.kill(await keeperPid(), 'SIGKILL');
      }
    }

    const kept = new Set(await checkIns().distinct('seat'));

    assert.deepEqual(
      acknowledged.filter((seat) => !kept.has(seat)),
      [],
    );
  });

  it('leaves no orphan that holds the folder when the program is killed', async () => {
    const other = mkdtempSync(join(tmpdir(), 'store-'));
    const program = spawn(process.execPath, ['--import', 'tsx', HOLDER, other], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(program.stdout, 'data');
    const visitor = await new MongoClient(storeUri(other, 'town')).connect();
    const rows = visitor.db().collection('rows');
    await rows.insertOne({ text: LONG_TEXT });
    const monster = rows.updateMany(PATTERN, { $set: { seen: true } }).catch(() => {});
    await new Promise((sent) => setImmediate(sent));

    program.kill('SIGKILL');

    const next = await openStore({ folder: other });
    await next.close();
    await monster;
    await visitor.close();
    rmSync(other, { recursive: true });
  });
});
