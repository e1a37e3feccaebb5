import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, StoreError } from '../../../server/platform/store/error.ts';
import { GroupCommit } from '../../../server/platform/store/group-commit.ts';
import { Sql } from '../../../server/platform/store/sql.ts';

describe('the group commit', () => {
  let folder: string;
  let sql: Sql;
  let rollbacks: number;
  let commits: GroupCommit;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    sql = new Sql(join(folder, 'test.db'));
    sql.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY)');
    rollbacks = 0;
    commits = new GroupCommit(sql, {
      rolledBack: () => {
        rollbacks += 1;
      },
    });
  });
  afterEach(() => {
    sql.close();
    rmSync(folder, { recursive: true });
  });
  const insert = (n: number) => () => sql.run('INSERT INTO numbers (n) VALUES (?)', [n]);
  const count = () => Number(sql.get('SELECT count(*) FROM numbers', [])?.[0]);

  it('commits what comes in one turn together', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => commits.submit(true, insert(n))));

    assert.deepEqual(answers, [1, 2, 3]);
    assert.equal(count(), 3);
  });

  it('tells only the one that was refused', async () => {
    const refuse = () => {
      throw new StoreError('BadValue', 'no');
    };

    const [first, second, third] = await Promise.allSettled([
      commits.submit(true, insert(1)),
      commits.submit(true, refuse),
      commits.submit(true, insert(2)),
    ]);

    assert.deepEqual([first.status, second.status, third.status], ['fulfilled', 'rejected', 'fulfilled']);
    assert.equal(count(), 2);
  });

  it('undoes all and fails every answer when the transaction fails', async () => {
    const answers = await Promise.allSettled([
      commits.submit(true, insert(1)),
      commits.submit(false, () => 'a read that may have seen it'),
      commits.submit(true, insert(1)),
      commits.submit(true, insert(2)),
    ]);

    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set(['rejected']));
    assert.equal(count(), 0);
    assert.equal(rollbacks, 1);
  });

  it('keeps the writes when something that only reads fails', async () => {
    const [written, read] = await Promise.allSettled([
      commits.submit(true, insert(1)),
      commits.submit(false, () => sql.get('SELECT * FROM nowhere', [])),
    ]);

    assert.deepEqual([written.status, read.status], ['fulfilled', 'rejected']);
    assert.equal(count(), 1);
  });

  it('says that the disk is full, and goes on reading', async () => {
    sql.exec('CREATE TABLE bodies (body BLOB)');
    await commits.submit(true, insert(1));
    const [[pages] = []] = sql.all('PRAGMA page_count', []);
    sql.all(`PRAGMA max_page_count = ${Number(pages) + 1}`, []);
    const body = Buffer.alloc(100_000);

    const error: unknown = await commits
      .submit(true, () => sql.run('INSERT INTO bodies (body) VALUES (?)', [body]))
      .catch((reason: unknown) => reason);

    assert.equal(failure(error).codeName, 'OutOfDiskSpace');
    assert.equal(await commits.submit(false, count), 1);
  });

  it('goes on after a failed transaction', async () => {
    await Promise.allSettled([commits.submit(true, insert(1)), commits.submit(true, insert(1))]);

    await commits.submit(true, insert(1));

    assert.equal(count(), 1);
  });
});
