import { basename } from 'node:path';
import mongoose from 'mongoose';
import { storeUri } from '../../server/platform/store/address.ts';
import { databaseUrl } from './test-database.ts';
import type { TestHouse } from './test-house.ts';

/** What comes and goes by itself: a call at work claims its key, and frees it when it is refused. */
const MACHINERY = 'retry_keys';

/** A second pair of eyes on the store of a house, past everything that the house does with it. */
export interface Eyes {
  /** Everything that is stored, as one text: equal texts are equal databases. */
  dump(): Promise<string>;
  /** What is remembered of calls, so that a retry is answered from memory. */
  machinery(): Promise<string>;
  /** Empties a collection, as if a crash had come before anything was written to it. */
  lose(collection: string): Promise<void>;
  close(): Promise<void>;
}

const uriOf = ({ folder }: Pick<TestHouse, 'folder'>) =>
  databaseUrl(basename(folder)) ?? storeUri(folder, 'common-table');

/** The store of a house as another process has it. */
export const connectTo = (test: Pick<TestHouse, 'folder'>) =>
  mongoose.createConnection(uriOf(test), { autoIndex: false }).asPromise();

export async function eyesOn(test: Pick<TestHouse, 'folder'>): Promise<Eyes> {
  const client = await new mongoose.mongo.MongoClient(uriOf(test)).connect();
  return {
    async dump() {
      const found = await client.db().listCollections({}, { nameOnly: true }).toArray();
      const names = found.map(({ name }) => name).filter((name) => name !== MACHINERY);
      const stored = names.sort().map(async (name) => {
        const documents = await client.db().collection(name).find().sort({ _id: 1 }).toArray();
        return [name, documents];
      });
      return JSON.stringify(await Promise.all(stored));
    },
    machinery: async () => JSON.stringify(await client.db().collection(MACHINERY).find().toArray()),
    lose: async (collection) => void (await client.db().collection(collection).deleteMany({})),
    close: () => client.close(),
  };
}
