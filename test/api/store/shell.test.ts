import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

const SHELL = process.env.MONGOSH || 'mongosh';

/** What is typed, and what the shell prints of it: the result, or the code of a refusal. */
const SESSION: readonly { typed: string; prints: unknown }[] = [
  {
    typed: 'seats.insertMany([...Array(250).keys()].map((n) => ({ _id: n, n, room: n % 3 }))).acknowledged',
    prints: true,
  },
  { typed: 'seats.createIndex({ n: 1 }, { unique: true })', prints: 'n_1' },
  { typed: 'seats.getIndexes().map(({ name }) => name)', prints: ['_id_', 'n_1'] },
  {
    typed: 'seats.find({ n: { $lt: 2 } }, { n: 1 }).sort({ n: -1 }).toArray()',
    prints: [
      { _id: 1, n: 1 },
      { _id: 0, n: 0 },
    ],
  },
  { typed: 'seats.find().batchSize(40).toArray().length', prints: 250 },
  { typed: 'seats.find({ n: 5 }).explain().queryPlanner.winningPlan.inputStage.indexName', prints: 'n_1' },
  { typed: 'seats.updateMany({ room: 1 }, { $inc: { n: 1000 } }).modifiedCount', prints: 83 },
  {
    typed: 'seats.aggregate([{ $group: { _id: "$room", n: { $sum: 1 } } }, { $sort: { _id: 1 } }]).toArray()',
    prints: [
      { _id: 0, n: 84 },
      { _id: 1, n: 83 },
      { _id: 2, n: 83 },
    ],
  },
  { typed: 'seats.insertOne({ n: 0 })', prints: 11000 },
  { typed: 'seats.find({ $where: "1" }).toArray()', prints: 224 },
  { typed: 'db.runCommand({ frobnicate: 1 })', prints: 59 },
  {
    typed: 'seats.findOneAndReplace({ _id: 3 }, { n: -1 }, { returnDocument: "after" })',
    prints: { _id: 3, n: -1 },
  },
  { typed: 'seats.distinct("room")', prints: [0, 1, 2] },
  { typed: 'seats.deleteMany({ n: { $gte: 1000 } }).deletedCount', prints: 83 },
  { typed: 'seats.countDocuments()', prints: 167 },
  { typed: 'db.getCollectionNames()', prints: ['seats'] },
  { typed: 'seats.drop()', prints: true },
];

const SCRIPT = `
  const seats = db.getCollection('seats');
  ${SESSION.map(({ typed }) => `try { print(EJSON.stringify(${typed})) } catch (error) { print(error.code) }`).join('\n')}
`;

describe("mongosh, MongoDB's shell", () => {
  const { error } = spawnSync(SHELL, ['--version']);
  if (error) {
    it.skip('runs a session on the embedded store (mongosh is not on the PATH, and MONGOSH names none)', () => {});
    return;
  }
  let fixture: StoreFixture;
  before(async () => {
    fixture = await openTestStore();
  });
  after(() => fixture.close());

  it('runs a session on the embedded store', async () => {
    const shell = spawn(SHELL, [fixture.store.uri('town'), '--quiet', '--norc', '--eval', SCRIPT], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });

    const [printed] = await Promise.all([text(shell.stdout), once(shell, 'exit')]);

    const lines = printed
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    assert.deepEqual(
      lines,
      SESSION.map(({ prints }) => prints),
    );
  }).timeout(60_000);
});
