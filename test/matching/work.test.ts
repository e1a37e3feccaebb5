import assert from 'node:assert/strict';
import type { Engine } from '../../matching/index.ts';
import { arrived, changed, entries, focus, helped, NOON, testEngine } from './builders.ts';

const skillOf = (i: number) => entries[i % entries.length]?.id ?? 'vat';

/** A house that knows `network` people, of whom the first `room` are here. */
function house(network: number, room: number): Engine {
  const engine = testEngine();
  for (let i = 0; i < network; i++)
    engine.apply(changed(`p${i}`, { offers: [skillOf(i), skillOf(i * 7 + 3)] }));
  for (let i = 0; i < network; i += 5) {
    // People here help people here, so that the room's own past is the same in either house.
    const helper = i < room ? (i + 5) % room : room + ((i + 5) % (network - room));
    if (helper === i) continue;
    engine.apply(
      helped(`p${i}`, `p${helper}`, { need: focus(`question about topic${i % 50}`, [skillOf(i)]) }),
    );
  }
  for (let i = 0; i < room; i++) engine.apply(arrived(`p${i}`, `topic${i % 50} please`));
  return engine;
}

function workOf(engine: Engine, ask: () => unknown) {
  const before = engine.counters();
  ask();
  const after = engine.counters();
  return {
    documentsRead: after.documentsRead - before.documentsRead,
    needsRead: after.needsRead - before.needsRead,
    skillsRead: after.skillsRead - before.skillsRead,
    postingsRead: after.postingsRead - before.postingsRead,
    pairsConsidered: after.pairsConsidered - before.pairsConsidered,
    surprisesRead: after.surprisesRead - before.surprisesRead,
  };
}

describe('the work of a suggestion', () => {
  it('is that of the room, not of the network: 100,000 people cost what 10,000 do', function () {
    this.timeout(120_000);

    const [small, large] = [10_000, 100_000].map((network) => {
      const engine = house(network, 1000);
      return workOf(engine, () => engine.suggest('p5', { at: NOON, limit: 3 }));
    });

    assert.deepEqual(large, small);
    assert.ok(
      large !== undefined && large.surprisesRead > 0 && large.surprisesRead < large.pairsConsidered / 2,
      'who cannot be among the best is not asked how unexpected they are',
    );
    assert.ok(
      large !== undefined && large.pairsConsidered > 0 && large.pairsConsidered < 999,
      'who shares no term is not scored',
    );
  });

  it('grows with the room at most in proportion', () => {
    // Few enough are excluded in either room that twice the people means about twice the work; a square would be four times.
    const [half, whole] = [500, 1000].map((room) => {
      const engine = house(2000, room);
      return workOf(engine, () => {
        for (let i = 0; i < 100; i += 5) engine.suggest(`p${i}`, { at: NOON, limit: 3 });
      });
    });

    const total = (work: typeof half) => Object.values(work ?? {}).reduce((a, b) => a + b, 0);
    assert.ok(total(half) > 0 && total(whole) < 2.5 * total(half), `${total(whole)} against ${total(half)}`);
  });

  it('of an event does not grow with the network: applying reads nothing of others', () => {
    const engine = house(2000, 100);

    const work = workOf(engine, () => engine.apply(arrived('p7', 'something else')));

    assert.deepEqual(work, {
      documentsRead: 0,
      needsRead: 0,
      skillsRead: 0,
      postingsRead: 0,
      pairsConsidered: 0,
      surprisesRead: 0,
    });
  });
});
