import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openStore } from '../index.ts';
import { median, rate, time } from './timing.ts';

const SIZES = [50_000, 200_000, 1_000_000];
const WRITERS = [1, 4, 16, 64];
const BATCH = 1_000;
const ROUNDS = 3;
const row = (n: number) => ({ _id: n, n, who: `p${n % 50}`, text: 'x'.repeat(60) });

/** The store as it does with so many documents. */
interface Limits {
  documents: number;
  'load, documents per s': number;
  'on disk, MB': number;
  'open and close, ms': number;
  'find by _id, per s': number;
  'find by index, per s': number;
  /** Not a number where the watchdog ended it. */
  'count without an index, ms': number;
  'keeper, MB': number;
  [insertsByWriters: `durable inserts per s, ${number} at once`]: number;
}

type Client = InstanceType<typeof mongoose.mongo.MongoClient>;

async function residentMB(client: Client): Promise<number> {
  const { pid } = await client.db('admin').command({ serverStatus: 1 });
  const pages = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(pages) / 1024);
}

async function medianOf(measure: (round: number) => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round < ROUNDS; round++) measured.push(await measure(round));
  return Math.round(median(measured));
}

function unlessInterrupted(error: unknown): number {
  if (error instanceof mongoose.mongo.MongoServerError && error.codeName === 'Interrupted') return Number.NaN;
  throw error;
}

async function grow(folder: string, from: number, to: number): Promise<Limits> {
  const open = async () => {
    const store = await openStore({ folder });
    return {
      store,
      client: await new mongoose.mongo.MongoClient(store.uri('bench'), { maxPoolSize: 64 }).connect(),
    };
  };
  const { store, client } = await open();
  const rows = client.db().collection<ReturnType<typeof row>>('rows');
  await rows.createIndex({ n: 1 }, { unique: true });
  const loading = await rate((to - from) / BATCH, 1, (batch) =>
    rows.insertMany(Array.from({ length: BATCH }, (_, i) => row(from + batch * BATCH + i))),
  );
  const place = (i: number, round: number) => (i * 7_919 + round * 104_729) % to;
  const limits: Limits = {
    documents: to,
    'load, documents per s': Math.round(loading * BATCH),
    'on disk, MB': 0,
    'open and close, ms': 0,
    'find by _id, per s': await medianOf((round) =>
      rate(1_000, 1, (i) => rows.findOne({ _id: place(i, round) })),
    ),
    'find by index, per s': await medianOf((round) =>
      rate(1_000, 1, (i) => rows.findOne({ n: place(i, round) })),
    ),
    'count without an index, ms': await medianOf(() =>
      time(() => rows.countDocuments({ text: { $gte: 'x' } })).catch(unlessInterrupted),
    ),
    'keeper, MB': 0,
  };
  let next = to * 10;
  for (const writers of WRITERS) {
    limits[`durable inserts per s, ${writers} at once`] = await medianOf(() =>
      rate(writers * 50, writers, () => rows.insertOne(row(next++))),
    );
  }
  limits['keeper, MB'] = await residentMB(client);
  await rows.deleteMany({ _id: { $gte: to } });
  await client.close();
  await store.close();
  limits['on disk, MB'] = Math.round(statSync(join(folder, 'documents.db')).size / 1024 / 1024);
  limits['open and close, ms'] = await medianOf(() =>
    time(async () => (await openStore({ folder })).close()),
  );
  return limits;
}

/** How the store does as it grows: one store, filled in steps. */
export async function benchStoreLimits(): Promise<Limits[]> {
  const folder = mkdtempSync(join(tmpdir(), 'store-limits-'));
  const found: Limits[] = [];
  for (const [i, size] of SIZES.entries()) found.push(await grow(folder, SIZES[i - 1] ?? 0, size));
  rmSync(folder, { recursive: true });
  return found;
}
