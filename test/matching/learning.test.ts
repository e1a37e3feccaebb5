import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chance } from '../../matching/chance.ts';
import { readDataset } from '../../matching/evaluate/dataset.ts';
import { historyRooms } from '../../matching/evaluate/history-rooms.ts';
import { learn } from '../../matching/evaluate/learning.ts';
import { type Choice, learnWeights } from '../../matching/evaluate/logit.ts';
import { type ChannelWeights, DEFAULT_SETTINGS } from '../../matching/index.ts';
import { worthOf } from '../../matching/rank.ts';
import { CHANNELS } from '../../matching/settings.ts';

const BENCHMARK = '../shared/data/roombench-se';

/** Rooms of ten in which one helps, drawn from a conditional logit of known weights. */
function drawnChoices(truth: ChannelWeights, many: number): Choice[] {
  return Array.from({ length: many }, (_, room) => {
    const signal = (of: string, i: number) => 4 * chance(`${of}|${room}|${i}`) - 2;
    const signals = Array.from({ length: 10 }, (_, i) => ({
      memory: signal('memory', i),
      text: signal('text', i),
      skills: signal('skills', i),
      background: signal('background', i),
      circle: signal('circle', i),
      lately: signal('lately', i),
    }));
    const odds = signals.map((one) => Math.exp(worthOf(one, truth)));
    const lot = chance(`helps|${room}`) * odds.reduce((a, b) => a + b, 0);
    const upTo = (i: number) => odds.slice(0, i + 1).reduce((a, b) => a + b, 0);
    const helper = odds.findIndex((_, i) => upTo(i) > lot);
    return { signals, helped: signals.map((_, i) => i === helper) };
  });
}

describe('the learning of the channel weights', () => {
  it('finds the weights that choices were drawn from, and next to none for a channel that tells nothing', () => {
    const truth = { memory: 1.5, text: 0.8, skills: 0.4, background: 0, circle: 0, lately: 0 };

    const weights = learnWeights(drawnChoices(truth, 2000));

    for (const channel of CHANNELS)
      assert.ok(Math.abs(weights[channel] - truth[channel]) < 0.15, `${channel} ${weights[channel]}`);
  });

  it('gives no weight below zero to a channel that lies', () => {
    const lies = { memory: 1, text: 0, skills: 0, background: 0, circle: 0, lately: -1 };

    const weights = learnWeights(drawnChoices(lies, 500));

    assert.equal(weights.lately, 0);
    assert.ok(weights.memory > 0.5);
  });

  it('refuses to learn from nothing', () => {
    assert.throws(() => learnWeights([]), /^RangeError: choices/);
  });
});

describe('the rooms drawn from the history', () => {
  const DAY_OF_FIRST_ROOM = 54;

  it('hold sixty people who had helped before, and never the asker', function () {
    if (!existsSync(BENCHMARK)) {
      console.log(`skipped: ${BENCHMARK} is not here`);
      this.skip();
    }
    const dataset = readDataset(BENCHMARK, 'validation');
    const askers = new Map(dataset.needs.map(({ id, asker }) => [id, asker]));

    const { hard } = historyRooms(dataset, DAY_OF_FIRST_ROOM);

    assert.ok(hard.length > 600, `${hard.length} rooms`);
    for (const { need, t, room, helpers } of hard) {
      assert.equal(new Set(room).size, room.length);
      assert.ok(room.length <= 60 && helpers.length >= 1 && helpers.length <= 3 && t < DAY_OF_FIRST_ROOM);
      assert.ok(helpers.every((helper) => room.includes(helper)) && !room.includes(askers.get(need) ?? ''));
    }
  });

  it('teach the very weights that the engine starts with', function () {
    this.timeout(240_000);
    if (!existsSync(BENCHMARK)) {
      console.log(`skipped: ${BENCHMARK} is not here`);
      this.skip();
    }

    const { weights, lines } = learn(readDataset(BENCHMARK, 'validation'));

    assert.deepEqual(weights, DEFAULT_SETTINGS.channels);
    assert.equal(lines.filter((line) => line.startsWith('held out')).length, 5);
  });
});
