import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedStore, openStore, type StoreOptions } from '../../../server/platform/store/index.ts';

/** A store in a folder of its own, with a connected driver. */
export interface StoreFixture {
  folder: string;
  store: EmbeddedStore;
  client: InstanceType<typeof mongoose.mongo.MongoClient>;
  db: InstanceType<typeof mongoose.mongo.Db>;
  /** What the store wrote to its log. */
  log: { msg: string; [k: string]: unknown }[];
  /** Closes the store, does something to its files, and opens it again, with a new driver. */
  restart: (meanwhile?: () => void) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens a fresh store; `close` removes its folder. */
export async function openTestStore(options: Partial<StoreOptions> = {}): Promise<StoreFixture> {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const log: StoreFixture['log'] = [];
  const start = async () => {
    const store = await openStore({ folder, log: (entry) => log.push(entry), ...options });
    const client = await new mongoose.mongo.MongoClient(store.uri('town')).connect();
    return { store, client, db: client.db('town') };
  };
  const stop = async (): Promise<void> => {
    await fixture.client.close();
    await fixture.store.close();
  };
  const fixture: StoreFixture = {
    folder,
    log,
    ...(await start()),
    restart: async (meanwhile = () => {}) => {
      await stop();
      meanwhile();
      Object.assign(fixture, await start());
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
  return fixture;
}
