import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openDatabase } from '../../server/platform/database.ts';
import { createLog } from '../../server/platform/log.ts';
import { databaseUrl, dropDatabase } from './test-database.ts';

/** An empty store of its own, or a database of its own where `DATABASE_URL` is set: for a service without its house. */
export async function openEmptyStore() {
  const folder = await mkdtemp(join(tmpdir(), 'ct-'));
  const url = databaseUrl(basename(folder));
  const database = await openDatabase({ DATABASE_URL: url, dataFolder: folder }, createLog('silent'));
  return {
    connection: database.connection,
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
      if (url !== undefined) await dropDatabase(url);
    },
  };
}
