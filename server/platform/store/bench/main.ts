import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { BSON } from 'bson';
import mongoose from 'mongoose';
import { openStore } from '../index.ts';
import { bytesOf, Sql } from '../sql.ts';
import { median, rate, time } from './timing.ts';

/** One measured number: the store's, raw SQLite's through the same binding and BSON, and their ratio. */
export interface Measure {
  name: string;
  unit: 'per s' | 'ms';
  store: number;
  raw: number | undefined;
  ratio: number | undefined;
  goal: string;
}

const ROUNDS = 5;
const DOCUMENTS = 50_000;
const row = (n: number) => ({ _id: n, n, who: `p${n % 50}`, text: 'x'.repeat(60) });

/** SQLite with the same durability, the same bytes and the same checksum, and nothing else. */
function openRaw(path: string) {
  const sql = new Sql(path);
  sql.get('PRAGMA journal_mode = WAL', []);
  sql.exec('PRAGMA synchronous = FULL');
  sql.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL, body BLOB NOT NULL)');
  const insert = (n: number): void => {
    const body = Buffer.from(BSON.serialize(row(n)));
    sql.run('INSERT INTO rows VALUES (?, ?, ?)', [n, crc32(body), body]);
  };
  const bodies = () => sql.all('SELECT body FROM rows', []).map(([body]) => BSON.deserialize(bytesOf(body)));
  return {
    sql,
    insert,
    find: (n: number) => BSON.deserialize(bytesOf(sql.get('SELECT body FROM rows WHERE id = ?', [n])?.[0])),
    count: () => bodies().filter((document) => document.n >= 25_000).length,
    group: () => {
      const sums = new Map<string, number>();
      for (const { who, n } of bodies()) sums.set(who, (sums.get(who) ?? 0) + n);
      return [...sums].sort((a, b) => b[1] - a[1]);
    },
  };
}

const schema = new mongoose.Schema(
  { _id: Number, n: Number, who: String, text: String },
  { autoIndex: false, autoCreate: false, versionKey: false },
);

async function openBoth(folder: string) {
  const store = await openStore({ folder: join(folder, 'store') });
  const connection = await mongoose.createConnection(store.uri('bench'), { maxPoolSize: 20 }).asPromise();
  const rows = connection.model('row', schema, 'rows');
  const stored = connection.collection<ReturnType<typeof row>>('rows');
  await stored.createIndex({ n: 1 }, { unique: true });
  const raw = openRaw(join(folder, 'raw.db'));
  raw.sql.exec('BEGIN');
  for (let n = 0; n < DOCUMENTS; n++) raw.insert(n);
  raw.sql.exec('COMMIT');
  for (let n = 0; n < DOCUMENTS; n += 1_000)
    await stored.insertMany(Array.from({ length: 1_000 }, (_, i) => row(n + i)));
  const close = async () => {
    await connection.close();
    await store.close();
    raw.sql.close();
  };
  return { rows, stored, raw, close, reopen: () => openStore({ folder: join(folder, 'store') }) };
}

type Both = Awaited<ReturnType<typeof openBoth>>;
interface Contest {
  name: string;
  unit: Measure['unit'];
  goal: string;
  store: (both: Both, round: number) => Promise<number>;
  raw: (both: Both, round: number) => Promise<number>;
}

const fresh = (round: number, contest: number, i: number) => 100_000 * (1 + contest) + round * 10_000 + i;

const CONTESTS: Contest[] = [
  {
    name: 'insert durably, serial',
    unit: 'per s',
    goal: '',
    store: ({ stored }, round) => rate(400, 1, (i) => stored.insertOne(row(fresh(round, 0, i)))),
    raw: ({ raw }, round) => rate(400, 1, (i) => raw.insert(fresh(round, 0, i))),
  },
  {
    name: 'insert durably, 20 at once (raw: serial)',
    unit: 'per s',
    goal: '>= 4x the serial fsync rate',
    store: ({ stored }, round) => rate(2_000, 20, (i) => stored.insertOne(row(fresh(round, 1, i)))),
    raw: ({ raw }, round) => rate(400, 1, (i) => raw.insert(fresh(round, 1, i))),
  },
  {
    name: 'find by _id, lean, serial',
    unit: 'per s',
    goal: '>= 1,500',
    store: ({ rows }) => rate(1_000, 1, (i) => rows.findById(i).lean()),
    raw: ({ raw }) => rate(1_000, 1, (i) => raw.find(i)),
  },
  {
    name: 'find by unique index, lean, serial',
    unit: 'per s',
    goal: '>= 1,500',
    store: ({ rows }) => rate(1_000, 1, (i) => rows.findOne({ n: i }).lean()),
    raw: ({ raw }) => rate(1_000, 1, (i) => raw.find(i)),
  },
  {
    name: 'find by _id, lean, 20 at once',
    unit: 'per s',
    goal: '>= 3,000',
    store: ({ rows }) => rate(3_000, 20, (i) => rows.findById(i).lean()),
    raw: ({ raw }) => rate(3_000, 20, (i) => raw.find(i)),
  },
  {
    name: 'scan count of 50,000',
    unit: 'ms',
    goal: '<= 100',
    store: ({ rows }) => time(() => rows.countDocuments({ text: { $gte: 'x' } })),
    raw: ({ raw }) => time(() => raw.count()),
  },
  {
    name: '$match $group $sort over 50,000',
    unit: 'ms',
    goal: '<= 250',
    store: ({ rows }) =>
      time(() =>
        rows.aggregate([
          { $match: { n: { $gte: 0 } } },
          { $group: { _id: '$who', sum: { $sum: '$n' } } },
          { $sort: { sum: -1 } },
        ]),
      ),
    raw: ({ raw }) => time(() => raw.group()),
  },
];

async function contest(both: Both, { name, unit, goal, store, raw }: Contest): Promise<Measure> {
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(await store(both, round));
    theirs.push(await raw(both, round));
  }
  const [ours, base] = [median(mine), median(theirs)];
  return {
    name,
    unit,
    goal,
    store: Math.round(ours),
    raw: Math.round(base),
    ratio: Number((ours / base).toFixed(3)),
  };
}

/** Measures the store against raw SQLite, in turn in one run; medians of the rounds. */
export async function benchStore(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'store-bench-'));
  const both = await openBoth(folder);
  const measures: Measure[] = [];
  for (const one of CONTESTS) measures.push(await contest(both, one));
  await both.close();
  const opened = await time(async () => {
    const store = await both.reopen();
    await store.close();
  });
  measures.push({
    name: 'open and close, with its processes',
    unit: 'ms',
    goal: '< 1,000',
    store: Math.round(opened),
    raw: undefined,
    ratio: undefined,
  });
  rmSync(folder, { recursive: true });
  return measures;
}
