import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chance } from '../../matching/chance.ts';
import type { Engine, EngineEvent, Shown } from '../../matching/index.ts';
import {
  chanceOfYes,
  impressionOf,
  learnAnswer,
  learnUse,
  nothingLearned,
  trusted,
  worthOfSurprise,
} from '../../matching/learn.ts';
import { applyAll, arrived, changed, NOON, offered, testEngine } from './builders.ts';
import { histories } from './histories.ts';

const told = ['offers_what_you_need'] as const;
const shownAt = (gain: number, reason: Shown['told'][0] = told): Shown => ({
  relevance: [gain, 0],
  surprise: 0.5,
  told: [reason, []],
});

/** The side that was asked, of a pair that was shown like this. */
const askedOf = (shown: Shown) => impressionOf(['ann', 'bob'], shown).sides[0];

describe('learning from answers', () => {
  it('finds the curve that the answers were drawn from', () => {
    const learned = nothingLearned();
    const truth = (gain: number) => 1 / (1 + Math.exp(-(-2 + 2 * gain)));
    for (let i = 0; i < 8000; i++) {
      const gain = chance(`gain|${i}`);
      const yes = chance(`yes|${i}`) < truth(gain);
      learnAnswer(learned, askedOf(shownAt(gain, [])), { willing: 0.5, yes });
    }

    for (const gain of [0, 0.5, 1]) {
      const found = chanceOfYes({ willing: 0.5, gain, gives: 0 }, learned);
      assert.ok(Math.abs(found - truth(gain)) < 0.03, `${found} for ${truth(gain)} at ${gain}`);
    }
  });

  it('believes a channel less whose reasons are declined more than others, within bounds', () => {
    const learned = nothingLearned();
    for (let i = 0; i < 600; i++) {
      const isText = i % 2 === 0;
      const side = askedOf(shownAt(0.5, isText ? ['speaks_of_it'] : ['helped_with_this_before']));
      learnAnswer(learned, side, { willing: 0.5, yes: chance(`yes|${i}`) < (isText ? 0.2 : 0.8) });
    }

    const trust = trusted({ memory: 0.8, text: 0.8, skills: 0.8 }, learned);

    assert.equal(trust.skills, 0.8);
    assert.ok(trust.text >= 0.4 && trust.text < 0.6, `text ${trust.text}`);
    assert.ok(trust.memory > 0.9 && trust.memory <= 1, `memory ${trust.memory}`);
  });

  it('learns nothing from the second answer of a side to one offer', () => {
    const learned = nothingLearned();
    const side = askedOf(shownAt(0.5));
    learnAnswer(learned, side, { willing: 0.5, yes: true });
    const once = JSON.stringify(learned);

    learnAnswer(learned, side, { willing: 0.5, yes: false });

    assert.equal(JSON.stringify(learned), once);
  });

  it('learns whether surprise was worth it', () => {
    const liked = nothingLearned();
    const disliked = nothingLearned();
    for (let i = 0; i < 400; i++) {
      const surprise = chance(`surprise|${i}`);
      learnUse(liked, surprise, chance(`use|${i}`) < surprise);
      learnUse(disliked, surprise, chance(`use|${i}`) < 1 - surprise);
    }

    assert.equal(worthOfSurprise(1, nothingLearned()), 1);
    assert.ok(worthOfSurprise(1, liked) > 1.5);
    assert.ok(worthOfSurprise(1, disliked) < 0.7);
  });
});

describe('what the engine has learned', () => {
  const people = [
    changed('ann', { needs: ['vat'] }),
    changed('bob', { offers: ['vat'] }),
    changed('cas', { offers: ['vat'] }),
    arrived('ann', 'my vat return'),
    arrived('bob'),
    arrived('cas'),
  ];
  const answers: EngineEvent[] = [
    { type: 'pair.offered', id: 'o1', at: NOON, pair: ['bob', 'ann'], shown: shownAt(0.7) },
    { type: 'pair.answered', id: 'a1', at: NOON, by: 'ann', other: 'bob', yes: true },
    { type: 'pair.answered', id: 'a2', at: NOON, by: 'bob', other: 'ann', yes: false },
    { type: 'pair.valued', id: 'v1', at: NOON, by: 'ann', other: 'bob', useful: true },
  ];
  const bestValue = (engine: Engine) => engine.suggest('ann', { at: NOON, limit: 1 })[0]?.value;

  it('changes what a pair is worth, and nothing in an engine that does not learn', () => {
    const fresh = applyAll(testEngine(), people);
    const taught = applyAll(testEngine(), [...people, ...answers]);
    const still = applyAll(testEngine({ learns: false }), [...people, ...answers]);

    assert.notEqual(bestValue(taught), bestValue(fresh));
    assert.equal(JSON.stringify(still.snapshot()).includes(JSON.stringify(nothingLearned())), true);
  });

  it('counts one yes of each side to one offer, however often it is told', () => {
    const told = (yeses: number) => {
      const engine = testEngine();
      applyAll(engine, [changed('ann'), changed('bob'), offered('ann', 'bob', NOON)]);
      for (let i = 0; i < yeses; i++)
        engine.apply({ type: 'pair.answered', id: `yes-${i}`, at: NOON, by: 'ann', other: 'bob', yes: true });
      const { people, house } = engine.snapshot() as { people: object[]; house: object };
      return JSON.stringify([people, house]);
    };

    assert.equal(told(2), told(1));
    assert.notEqual(told(1), told(0));
  });

  it('is part of the state: the same answers teach the same, whenever they are told', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const [once, again] = [testEngine(), testEngine()];
        for (const engine of [once, again]) {
          for (const event of history) {
            try {
              engine.apply(event);
            } catch (error) {
              if (!(error instanceof RangeError)) throw error;
            }
            // Asking in between must teach nothing.
            if (engine === once && engine.graph.hasNode('person:ann'))
              engine.suggest('ann', { at: NOON, limit: 3 });
          }
        }

        assert.equal(JSON.stringify(again.snapshot()), JSON.stringify(once.snapshot()));
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
