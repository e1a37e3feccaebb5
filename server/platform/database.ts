import mongoose from 'mongoose';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { openStore } from './store/index.ts';

/** The open database of the house. */
export interface Database {
  connection: mongoose.Connection;
  /** Does the store answer? */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

const NAME = 'common-table';

/**
 * MongoDB by `DATABASE_URL`, the embedded store otherwise; everything above sees a mongoose connection and cannot
 * tell which it is.
 * With `ownClock` the house keeps another time than the machine, by which nothing may expire.
 * @throws Error if the store is damaged, newer than this program, or owned by another process.
 */
export async function openDatabase(
  config: Pick<Config, 'DATABASE_URL' | 'dataFolder'>,
  log: Log,
  { ownClock = false } = {},
): Promise<Database> {
  // An unknown field is a fault, not a silence.
  mongoose.set('strictQuery', 'throw');
  mongoose.set('strict', 'throw');
  const embedded = config.DATABASE_URL
    ? undefined
    : await openStore({
        folder: config.dataFolder,
        log: ({ msg, ...entry }) => log.warn(entry, msg),
        expires: !ownClock,
      });
  const uri = config.DATABASE_URL ?? embedded?.uri(NAME) ?? '';
  const connection = await mongoose
    .createConnection(uri, {
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: 5000,
      promoteBuffers: true,
    })
    .asPromise();
  return {
    connection,
    async answers() {
      try {
        await connection.db?.command({ ping: 1 });
        return true;
      } catch {
        // Health asks whether the store answers; that it does not is the answer.
        return false;
      }
    },
    async close() {
      await connection.close();
      await embedded?.close();
    },
  };
}

/** Makes every index before the first request: an invariant that an index keeps must never be without it. */
export async function buildIndexes(connection: mongoose.Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.createIndexes();
}
