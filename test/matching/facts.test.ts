import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NOON, testEngine, vocabulary } from './builders.ts';
import { everybody, histories } from './histories.ts';
import { createReplay } from './replay-fact.ts';

describe('the facts of a suggestion', () => {
  it('are all told again by the events, and no suggestion is without one', () => {
    let checked = 0;
    fc.assert(
      fc.property(histories, (history) => {
        const engine = testEngine({ relevanceFloor: 0, randomShare: 0.3 });
        const { take, isTrue } = createReplay(vocabulary());
        for (const event of history.filter(({ type }) => type !== 'person.erased')) {
          try {
            engine.apply(event);
            take(event);
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
          }
        }

        const known = everybody.filter((id) => engine.graph.hasNode(`person:${id}`));
        for (const { pair, reasons, shared } of known.flatMap((id) =>
          engine.suggest(id, { at: NOON, limit: 9 }),
        )) {
          const [a, b] = pair;
          assert.ok(reasons[0].length + reasons[1].length > 0);
          for (const fact of reasons[0]) assert.ok(isTrue(fact, a, b), `${a}←${b} ${JSON.stringify(fact)}`);
          for (const fact of reasons[1]) assert.ok(isTrue(fact, b, a), `${b}←${a} ${JSON.stringify(fact)}`);
          for (const fact of shared) assert.ok(isTrue(fact, a, b), `${a}+${b} ${JSON.stringify(fact)}`);
          checked += reasons[0].length + reasons[1].length + shared.length;
        }
      }),
      { seed: 99, numRuns: 300 },
    );

    assert.ok(checked > 500, `only ${checked} facts came up`);
  });
});
