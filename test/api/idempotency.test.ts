import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conflict } from '#values/errors';
import { readConfig } from '../../server/platform/config.ts';
import { buildIndexes, type Database, openDatabase } from '../../server/platform/database.ts';
import { type Answer, createIdempotency, type Idempotency } from '../../server/platform/idempotency.ts';
import { createLog } from '../../server/platform/log.ts';
import { type TestClock, testClock } from '../support/test-house.ts';

const MINUTE = 60_000;
const CALL = { caller: 'ana', key: 'one-key-of-hers', request: 'leave' };

describe('the memory of calls', () => {
  let folder: string;
  let database: Database;
  let clock: TestClock;
  let idempotency: Idempotency;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ct-'));
    const config = readConfig({ DATA_DIR: folder });
    database = await openDatabase(config, createLog('silent'));
    clock = testClock();
    idempotency = createIdempotency(database.connection, clock);
    await buildIndexes(database.connection);
  });

  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Work that answers with how often it has been done. */
  function counted() {
    let times = 0;
    const work = async (): Promise<Answer> => ({ status: 200, body: { times: ++times } });
    return { work, times: () => times };
  }

  it('does the work once, however many ask at once, and tells the rest to wait or what it answered', async () => {
    const { work, times } = counted();

    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => idempotency.once(CALL, work)));

    assert.equal(times(), 1);
    for (const outcome of outcomes)
      if (outcome.status === 'fulfilled') assert.deepEqual(outcome.value.body, { times: 1 });
      else assert.equal(outcome.reason.code, 'retry_in_progress');
  });

  it('is taken over after a minute from a process that is gone, and not before', async () => {
    const { work, times } = counted();
    const stuck = idempotency.once(CALL, () => new Promise<Answer>(() => {}));
    void stuck;
    const whileAtWork = async () => {
      try {
        return await idempotency.once(CALL, work);
      } catch (fault) {
        return fault;
      }
    };
    while (!(await isClaimed())) await new Promise((resume) => setImmediate(resume));

    clock.forward(MINUTE - 1);
    const early = await whileAtWork();
    clock.forward(1);
    const taken = await whileAtWork();

    assert.deepEqual(early, conflict('retry_in_progress'));
    assert.deepEqual([taken, times()], [{ status: 200, body: { times: 1 } }, 1]);
  });

  async function isClaimed(): Promise<boolean> {
    return (await database.connection.collection('retry_keys').countDocuments({})) > 0;
  }

  it('forgets a call that was refused or failed, so that it may be tried again', async () => {
    const { work } = counted();
    const refusal = conflict('seat_taken');

    await assert.rejects(
      idempotency.once(CALL, async () => {
        throw refusal;
      }),
      refusal,
    );
    const answer = await idempotency.once(CALL, work);

    assert.deepEqual(answer.body, { times: 1 });
  });
});
