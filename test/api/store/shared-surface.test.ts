import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import mongoose from 'mongoose';
import { openStore } from '../../../server/platform/store/index.ts';
import { outsideOf } from '../../support/command-surface.ts';
import { SEATS, SHARED_FILTERS, SHARED_PIPELINES, SHARED_UPDATES } from '../../support/shared-surface.ts';
import { databaseUrl, dropDatabase } from '../../support/test-database.ts';

/** Commands that the program does not send, and what about them is not shared with MongoDB, or not reviewed. */
const OUTSIDE: { command: Record<string, unknown>; parts: string[] }[] = [
  { command: { reIndex: 'seats' }, parts: ['command reIndex'] },
  { command: { find: 'seats', tailable: true }, parts: ['find.tailable'] },
  { command: { find: 'seats', filter: { $or: [{ a: { $bitsAllSet: 1 } }] } }, parts: ['filter $bitsAllSet'] },
  { command: { find: 'seats', filter: { name: /a/u } }, parts: ['filter /u'] },
  { command: { update: 'seats', updates: [{ q: {}, u: { $bit: {} } }] }, parts: ['update $bit'] },
  {
    command: { update: 'seats', updates: [{ q: {}, u: {}, collation: {} }] },
    parts: ['update.updates.collation'],
  },
  {
    command: { aggregate: 'seats', pipeline: [{ $facet: { a: [{ $out: 'b' }] } }] },
    parts: ['stage $facet', 'stage $out'],
  },
  {
    command: { aggregate: 'seats', pipeline: [{ $set: { a: { $rand: {} } } }] },
    parts: ['expression $rand'],
  },
  {
    command: { createIndexes: 'seats', indexes: [{ key: { a: 1 }, hidden: true }] },
    parts: ['index.hidden'],
  },
];

describe('what the store and MongoDB do alike', () => {
  let url: string;
  let client: InstanceType<typeof mongoose.mongo.MongoClient>;
  let close: () => Promise<void>;
  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const store = databaseUrl('') === undefined ? await openStore({ folder }) : undefined;
    url = databaseUrl(basename(folder)) ?? store?.uri('town') ?? '';
    client = await new mongoose.mongo.MongoClient(url).connect();
    await seats().insertMany(SEATS.map((seat) => ({ ...seat })));
    close = async () => {
      await client.close();
      await dropDatabase(url);
      await store?.close();
      rmSync(folder, { recursive: true });
    };
  });
  after(() => close());
  const seats = () => client.db().collection('seats');

  for (const { filter, finds, because } of SHARED_FILTERS) {
    it(`finds ${finds} by ${JSON.stringify(filter)}: ${because}`, async () => {
      const found = await seats().find(filter).sort({ _id: 1 }).toArray();

      assert.deepEqual(
        found.map(({ _id }) => Number(_id)),
        finds,
      );
    });
  }

  for (const { before, update, after } of SHARED_UPDATES) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)} by ${JSON.stringify(update)}`, async () => {
      const documents = client.db().collection('updates');
      const { insertedId: _id } = await documents.insertOne({ ...before });

      await documents.updateOne({ _id }, update);

      assert.deepEqual(await documents.findOne({ _id }, { projection: { _id: 0 } }), after);
    });
  }

  for (const { pipeline, gives } of SHARED_PIPELINES) {
    it(`gives ${JSON.stringify(gives)} by ${JSON.stringify(pipeline)}`, async () => {
      assert.deepEqual(await seats().aggregate(pipeline).toArray(), gives);
    });
  }
});

describe('the shared surface', () => {
  for (const { command, parts } of OUTSIDE) {
    it(`does not hold ${parts} of ${JSON.stringify(command)}`, () => {
      assert.deepEqual(outsideOf(command), parts);
    });
  }
});
