import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMAT } from '../../../server/platform/store/schema.ts';
import { Sql } from '../../../server/platform/store/sql.ts';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

describe('a store that another version wrote', () => {
  let fixture: StoreFixture;
  beforeEach(async () => {
    fixture = await openTestStore();
    await fixture.db.collection('seats').createIndex({ name: 1 }, { unique: true });
    await fixture.db.collection('seats').insertOne({ name: 'Oak' });
  });
  afterEach(() => fixture.close());

  /** Works on the closed store's files, and opens it again. */
  async function rewritten(markedFormat: number, statements: string): Promise<void> {
    await fixture.restart(() => {
      const sql = new Sql(join(fixture.folder, 'documents.db'));
      sql.exec(statements);
      sql.close();
      writeFileSync(marker(), JSON.stringify({ format: markedFormat, state: 'ready' }));
    });
  }
  const marker = () => join(fixture.folder, 'store.json');
  const formatOfDatabase = () => {
    const sql = new Sql(join(fixture.folder, 'documents.db'));
    try {
      return sql.get('PRAGMA user_version', [])?.[0];
    } finally {
      sql.close();
    }
  };
  /** What the first format had not: an index, and its own number in the database. */
  const FIRST = 'DROP INDEX answers_by_age; PRAGMA user_version = 0;';

  for (const { marked, because } of [
    { marked: 1, because: 'as the first format was' },
    { marked: FORMAT, because: 'as a program leaves it that ended in the middle of the change' },
  ]) {
    it(`is brought to this format, with all that it holds: ${because}`, async () => {
      await rewritten(marked, FIRST);

      const seats = fixture.db.collection('seats');
      assert.equal((await seats.findOne({ name: 'Oak' }))?.name, 'Oak');
      await assert.rejects(seats.insertOne({ name: 'Oak' }), { code: 11000 });
      assert.equal(formatOfDatabase(), FORMAT);
      assert.deepEqual(JSON.parse(readFileSync(marker(), 'utf8')), { format: FORMAT, state: 'ready' });
    });
  }

  it('is refused when it is newer, and left as it is', async () => {
    await assert.rejects(rewritten(FORMAT, 'PRAGMA user_version = 99'), /has format 99, newer than/);

    assert.equal(formatOfDatabase(), 99);
    await rewritten(FORMAT, `PRAGMA user_version = ${FORMAT}`);
  });

  it('stays as it was when it cannot be brought to this format', async () => {
    // The index is there already, so making it fails.
    await assert.rejects(rewritten(1, 'PRAGMA user_version = 1'), /already exists/);

    assert.equal(formatOfDatabase(), 1);
    await rewritten(1, FIRST);
    assert.equal(await fixture.db.collection('seats').countDocuments(), 1);
  });
});
