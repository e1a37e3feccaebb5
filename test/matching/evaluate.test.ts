import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINES } from '../../matching/evaluate/baselines.ts';
import { pairedBootstrap } from '../../matching/evaluate/bootstrap.ts';
import { missingFiles, ROOM_KINDS, readDataset } from '../../matching/evaluate/dataset.ts';
import { tradeOff } from '../../matching/evaluate/fairness.ts';
import { gini, metricsOf, type ScoredRoom } from '../../matching/evaluate/metrics.ts';
import { type Rankings, rankRooms } from '../../matching/evaluate/replay.ts';
import { evaluate } from '../../matching/evaluate/report.ts';
import { DEFAULT_SETTINGS } from '../../matching/index.ts';
import { writeTinyRooms } from './tiny-rooms.ts';

const near = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-9, `${actual} is not ${expected}`);

const SCORER = '../shared/tools/score-rooms.mjs';

/** Who stands where in a room. */
const order = (by: Rankings['mixed'], need: string) => (by.get(need) ?? []).map(({ personId }) => personId);

describe('the evaluation', () => {
  const folders: string[] = [];
  const tiny = (options?: { until?: number; split?: string }) => {
    const folder = writeTinyRooms(options);
    folders.push(folder);
    return folder;
  };
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('computes its metrics as by hand', () => {
    const room = ['a', 'b', 'c', 'd', 'e'];
    const rooms: ScoredRoom[] = [
      // First place; obvious, so no serendipity. DCG 1 + 1/log2(4) of an ideal 1 + 1/log2(3).
      {
        room,
        helpers: new Set(['a', 'c']),
        ranking: ['a', 'b', 'c', 'd', 'e'],
        obvious: new Set(['a', 'c']),
        haveMet: true,
      },
      // Second place, and not obvious.
      {
        room,
        helpers: new Set(['b']),
        ranking: ['a', 'b', 'c', 'd', 'e'],
        obvious: new Set(['a']),
        haveMet: true,
      },
      // Fourth place: outside the top 3.
      {
        room,
        helpers: new Set(['d']),
        ranking: ['a', 'b', 'c', 'd', 'e'],
        obvious: new Set(),
        haveMet: false,
      },
    ];

    const metrics = metricsOf(rooms);

    near(metrics.hit1, 1 / 3);
    near(metrics.hit3, 2 / 3);
    near(metrics.hit5, 1);
    near(metrics.mrr, (1 + 1 / 2 + 1 / 4) / 3);
    const variance = (1 + 1 / 4 + 1 / 16) / 3 - (1.75 / 3) ** 2;
    near(metrics.mrr95, 1.96 * Math.sqrt(variance / 3));
    const first = (1 + 1 / 2) / (1 + 1 / Math.log2(3));
    near(metrics.ndcg10, (first + 1 / Math.log2(3) + 1 / Math.log2(5)) / 3);
    near(metrics.serhit3, 1 / 3);
    near(metrics.coverage, 3 / 5);
    // Exposures 0, 0, 3, 3, 3: Σ(2i − n − 1)·x = 3·(0 + 2 + 4) over 5·9.
    near(metrics.gini, 18 / 45);
  });

  it('knows the Gini of equal and of lopsided shares', () => {
    near(gini([2, 2, 2, 2]), 0);
    near(gini([0, 0, 0, 4]), 3 / 4);
    near(gini([]), 0);
  });

  it('bounds a gain by a paired bootstrap that prints the same every time', () => {
    const ours = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 0 : 1));
    const theirs = ours.map((score, i) => (i % 2 === 0 ? 0 : score));

    const gain = pairedBootstrap(ours, theirs, { seed: 1, rounds: 500 });

    near(gain.mean, 1 / 3);
    assert.ok(gain.low > 0.15 && gain.low < gain.mean && gain.mean < gain.high && gain.high < 0.5);
    assert.deepEqual(pairedBootstrap(ours, theirs, { seed: 1, rounds: 500 }), gain);
    assert.throws(() => pairedBootstrap([1], [], { seed: 1 }), RangeError);
  });

  it('ranks by what was known before: who helped with the like comes first', () => {
    const { mixed } = rankRooms(readDataset(tiny(), 'validation'));

    assert.equal(order(mixed, 'n3')[0], 'ann');
    assert.equal(order(mixed, 'n4')[0], 'bob');
    assert.deepEqual(order(mixed, 'n4').sort(), ['ann', 'bob', 'cas', 'dee']);
  });

  it('shows what fairness costs and gains', () => {
    const lines = tradeOff(readDataset(tiny(), 'validation'));

    assert.equal(
      lines.filter((line) => /^λ [\d.]+ +(?:\d\.\d{3} *){4}$/.test(line)).length,
      12,
      lines.join('\n'),
    );
  });

  it('agrees with the scorer of the benchmark to the third decimal', function () {
    if (!existsSync(SCORER)) {
      console.log(`skipped: ${SCORER} is not here`);
      this.skip();
    }
    const folder = tiny();
    const dataset = readDataset(folder, 'validation');
    const file = join(folder, 'rankings.jsonl');
    const rankings = { mixed: ['dee', 'ann', 'cas', 'bob'], hard: ['cas', 'dee', 'bob', 'ann'] };
    const rows = ROOM_KINDS.flatMap((room) =>
      dataset.rooms[room].map(({ need }) => JSON.stringify({ room, need, ranking: rankings[room] })),
    );
    writeFileSync(file, rows.join('\n'));

    const printed = execFileSync('node', [SCORER, folder, file], { encoding: 'utf8' }).trim().split('\n');

    const obvious = new Set<string>();
    for (const [i, room] of ROOM_KINDS.entries()) {
      const scored = dataset.rooms[room].map((one) => ({
        room: one.room,
        helpers: new Set(one.helpers),
        ranking: rankings[room],
        obvious,
        haveMet: false,
      }));
      const { hit1, hit3, mrr, mrr95, ndcg10, coverage, gini: shares } = metricsOf(scored);
      const ours = { 'hit@1': hit1, 'hit@3': hit3, mrr, mrr95, 'ndcg@10': ndcg10 };
      const theirs = JSON.parse(printed[i] ?? '{}');
      for (const [name, value] of Object.entries(ours))
        assert.equal(theirs[name], value.toFixed(3), `${room} ${name}`);
      assert.equal(theirs.coverage, coverage.toFixed(2));
      assert.equal(theirs.gini, shares.toFixed(2));
    }
  });

  it('ranks the same when everything from the room on is deleted', () => {
    const all = rankRooms(readDataset(tiny(), 'validation'));
    const upToThree = rankRooms(readDataset(tiny({ until: 3.2 }), 'validation'));

    assert.deepEqual(upToThree.hard.get('n3'), all.hard.get('n3'));
    assert.equal(upToThree.hard.get('n4'), undefined);
  });

  it('never reads who helped in a room', () => {
    const dataset = readDataset(tiny(), 'validation');
    const blind = dataset.rooms.mixed.map((room) =>
      Object.defineProperty({ ...room }, 'helpers', {
        get: () => assert.fail('the helpers were read'),
      }),
    );

    const ranked = rankRooms({ ...dataset, rooms: { mixed: blind, hard: [] } });

    assert.deepEqual(ranked.mixed, rankRooms(dataset).mixed);
  });

  it('reports the engine, the baselines, the ablation and the gain for both kinds of room', () => {
    const { lines } = evaluate(readDataset(tiny(), 'validation'), DEFAULT_SETTINGS.channels);

    const names = ['engine', ...BASELINES, 'only memory', 'without lately', 'all alike', 'gain over pioneer'];
    for (const name of names) {
      const found = lines.filter((line) => line.startsWith(`${name} `));
      assert.ok(found.length > 0 && found.length % 2 === 0, name);
    }
    assert.match(lines.find((line) => line.startsWith('engine')) ?? '', /1\.000 {2}1\.000/);
  });

  it('ranks the rooms of the split that was asked for', () => {
    const folder = tiny({ split: 'test' });

    const { mixed, hard } = rankRooms(readDataset(folder, 'test'));

    assert.deepEqual([...mixed.keys(), ...hard.keys()], ['n3', 'n4', 'n3', 'n4']);
    assert.deepEqual(readDataset(folder, 'validation').rooms, { mixed: [], hard: [] });
  });

  it('names the files a folder lacks', () => {
    assert.deepEqual(missingFiles('/nowhere'), ['needs', 'helps', 'rooms-mixed', 'rooms-hard']);
    assert.deepEqual(missingFiles(tiny()), []);
  });
});
