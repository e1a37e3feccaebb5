import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { openStore } from '../../server/platform/store/index.ts';
import { isFullStorm } from '../support/storm-size.ts';

const CHILD = fileURLToPath(new URL('store-writer-child.ts', import.meta.url));
const ROUNDS = isFullStorm ? 30 : 10;
/** A round ends in the midst of writing, after so many acknowledged writes. */
const WRITES_PER_ROUND = 150;

/** Lets a process write until it has told of enough writes, then kills it; what it told. */
async function writeUntilKilled(folder: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.split('\n').length <= WRITES_PER_ROUND + 1) return;
    const [, keeper] = /^keeper (\d+)$/m.exec(output) ?? [];
    // In turn, so that each is killed while the other still works.
    for (const pid of round % 2 ? [child.pid, Number(keeper)] : [Number(keeper), child.pid]) kill(pid);
  });
  await new Promise((done) => child.on('close', done));
  // The last line may be cut off in the middle; a whole one ends in a line feed.
  return output.split('\n').slice(1, -1);
}

function kill(pid: number | undefined): void {
  try {
    if (pid) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

describe('kill -9 while eight clients write', () => {
  it(`loses no acknowledged write in ${ROUNDS} rounds on one folder`, async function () {
    this.timeout(ROUNDS * 60_000);
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const acknowledged: string[] = [];

    for (let round = 0; round < ROUNDS; round++)
      acknowledged.push(...(await writeUntilKilled(folder, round)));

    const store = await openStore({ folder });
    const client = await new mongoose.mongo.MongoClient(store.uri('town')).connect();
    const rows = client.db().collection<{ _id: string; n: number }>('rows');
    const kept = new Set((await rows.find().toArray()).map(({ _id }) => _id));
    const lost = acknowledged.filter((id) => !kept.has(id));
    const unindexed = await rows.countDocuments({ n: { $gte: 0 } }, { hint: 'n_1' });
    await client.close();
    await store.close();
    rmSync(folder, { recursive: true });
    assert.deepEqual(lost, []);
    assert.equal(unindexed, kept.size);
    assert.ok(acknowledged.length >= ROUNDS * WRITES_PER_ROUND);
  });
});
