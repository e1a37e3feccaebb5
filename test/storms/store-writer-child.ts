import mongoose from 'mongoose';
import { openStore } from '../../server/platform/store/index.ts';

/** Opens the store in the folder it is given and writes until it is killed; prints each acknowledged id. */
const [folder = '', round = '0'] = process.argv.slice(2);
const store = await openStore({ folder });
const client = await new mongoose.mongo.MongoClient(store.uri('town')).connect();
const rows = client.db().collection<{ _id: string; n: number }>('rows');
await rows.createIndex({ n: 1 }, { unique: true });
// Who reads this kills both.
const { pid } = await client.db().command({ serverStatus: 1 });
process.stdout.write(`keeper ${pid}\n`);
let next = 0;

async function write(): Promise<void> {
  for (;;) {
    const n = Number(round) * 1_000_000 + next++;
    const _id = `${round}-${n}`;
    await rows.insertOne({ _id, n });
    process.stdout.write(`${_id}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, write));
