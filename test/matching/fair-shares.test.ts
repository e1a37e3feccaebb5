import assert from 'node:assert/strict';
import type { Engine, EngineSettings, PersonId } from '../../matching/index.ts';
import { applyAll, arrived, changed, DAY, focus, NOON, offered, testEngine } from './builders.ts';

const HOUR = 3_600_000;
const MIDNIGHT = NOON - 12 * HOUR;
const today = (perPerson: number) => ({ since: MIDNIGHT, perPerson });

const advisers = ['bob', 'cas', 'dee', 'els'] as const;

/** Ann needs help with VAT; all others offer it, and are of other companies. */
function house(
  settings: Partial<EngineSettings> = {},
  more: Record<string, { until?: number }> = {},
): Engine {
  return applyAll(testEngine(settings), [
    changed('ann', { needs: ['vat'], offers: ['logo'] }),
    ...advisers.map((id) => changed(id, { offers: ['vat'], company: id })),
    ...['old', 'odd'].map((id) => changed(id, { offers: ['photo'] })),
    arrived('ann', 'my vat return'),
    ...advisers.map((id) => arrived(id, '', more[id])),
  ]);
}

/** Somebody who is offered an introduction before today, to somebody else. */
const known = (id: PersonId, at = MIDNIGHT - 20 * 24 * HOUR) => offered(id, 'old', at);

const shownTo = (engine: Engine, more: object = {}) =>
  engine.suggest('ann', { at: NOON, limit: 9, ...more }).map(({ pair }) => pair.find((id) => id !== 'ann'));

describe('fair shares', () => {
  it('leave out whoever has had the day, of either side, and nobody else', () => {
    const engine = applyAll(house(), [
      offered('bob', 'old', NOON - HOUR),
      offered('bob', 'odd', NOON - HOUR),
      offered('cas', 'old', NOON - HOUR),
      offered('cas', 'odd', MIDNIGHT - 1),
    ]);

    const shown = shownTo(engine, { day: today(2) });
    const full = applyAll(engine, [offered('ann', 'old', NOON), offered('ann', 'odd', NOON)]);

    assert.deepEqual(new Set(shown), new Set(['cas', 'dee', 'els']));
    assert.deepEqual(shownTo(full, { day: today(2) }), []);
    assert.equal(shownTo(full).length, 4, 'without a day nobody counts');
  });

  it('leave out those who are excepted, and show nobody on a day of no offers', () => {
    const engine = house();

    assert.deepEqual(new Set(shownTo(engine, { except: ['bob', 'els'] })), new Set(['cas', 'dee']));
    assert.deepEqual(shownTo(engine, { day: today(0) }), []);
  });

  it('put a newcomer before those who are known, however good they are', () => {
    const engine = applyAll(house(), [
      known('ann'),
      ...advisers.map((id) => known(id)),
      changed('new', { offers: ['tax'] }),
      arrived('new'),
    ]);

    const first = engine.suggest('ann', { at: NOON, limit: 1 })[0];

    assert.deepEqual(first?.pair, ['ann', 'new']);
    assert.ok((first?.value ?? 1) < (engine.suggest('ann', { at: NOON, limit: 2 })[1]?.value ?? 0));
  });

  it('put a newcomer before nobody where the reason is under the floor', () => {
    const engine = applyAll(house({ relevanceFloor: 0.4 }), [
      known('ann'),
      ...advisers.map((id) => known(id)),
      changed('new', { about: 'a return to sailing' }),
      arrived('new'),
    ]);

    assert.deepEqual(new Set(shownTo(engine)), new Set(advisers));
  });

  it('put who was shown of late behind their equals, and who leaves soon before them', () => {
    const engine = applyAll(house({}, { dee: { until: NOON + HOUR }, els: { until: NOON + 60_000 } }), [
      known('ann'),
      ...advisers.map((id) => known(id)),
      offered('bob', 'odd', NOON - HOUR),
    ]);

    assert.deepEqual(shownTo(engine), ['dee', 'cas', 'els', 'bob']);
  });

  it('keep the places of the day for those as likely as is usual in a house that has settled, newcomers apart', () => {
    const engine = applyAll(house({ selectivity: 0.9 }), [
      changed('dim', { offers: ['tax'] }),
      arrived('dim'),
      changed('new', { offers: ['tax'] }),
      arrived('new'),
      ...['ann', 'dim', ...advisers].map((id) => known(id)),
    ]);
    const fresh = shownTo(engine);

    for (let i = 0; i < 400; i++) {
      engine.apply(offered('old', 'odd', MIDNIGHT - 20 * DAY));
      for (const [by, other] of [
        ['old', 'odd'],
        ['odd', 'old'],
      ] as const)
        engine.apply({
          type: 'pair.answered',
          id: `${by}-${i}`,
          at: MIDNIGHT - 20 * DAY,
          by,
          other,
          yes: i % 2 === 0,
        });
    }
    const settled = shownTo(engine);

    assert.ok(fresh.includes('dim'));
    assert.deepEqual(new Set(settled), new Set(['new', ...advisers]));
  });

  it('keep those who have had the day out of the pairing of the whole room too', () => {
    const engine = applyAll(house(), [
      ...['cas', 'dee', 'els'].flatMap((id) => [offered(id, 'old', NOON), offered(id, 'odd', NOON)]),
    ]);

    const pairing = engine.pairing({ spaceId: 'utrecht', at: NOON, day: today(2) });

    assert.deepEqual(
      pairing.map(({ pair }) => pair),
      [['ann', 'bob']],
    );
    assert.deepEqual(engine.pairing({ spaceId: 'utrecht', at: NOON, day: today(0) }), []);
  });

  it('refuse a cap that cannot be', () => {
    for (const perPerson of [-1, 1.5, Number.NaN, 21])
      assert.throws(() => shownTo(house(), { day: today(perPerson) }), /^RangeError: day.perPerson/);
    assert.throws(() => shownTo(house(), { day: { since: Number.NaN, perPerson: 2 } }), /day.since/);
  });
});

describe('the propensity of what is shown', () => {
  it('is how often it is shown at its place, also where caps leave people out', () => {
    const engine = applyAll(house({ randomShare: 0.4 }), [
      offered('bob', 'old', NOON),
      offered('bob', 'odd', NOON),
    ]);
    const rounds = 4000;
    const seen = new Map<PersonId, { times: number; propensity: number }>();
    for (let round = 0; round < rounds; round++) {
      // Any event draws a new lot.
      engine.apply({
        type: 'presence.changed',
        id: `again-${round}`,
        at: NOON,
        personId: 'ann',
        openness: 'open',
        focus: focus('my vat return'),
      });
      const [first] = engine.suggest('ann', { at: NOON, limit: 2, day: today(2), except: ['els'] });
      const other = first?.pair.find((id) => id !== 'ann') ?? '';
      const before = seen.get(other)?.times ?? 0;
      seen.set(other, { times: before + 1, propensity: first?.propensity ?? 0 });
    }

    assert.deepEqual(new Set(seen.keys()), new Set(['cas', 'dee']));
    let sum = 0;
    for (const { times, propensity } of seen.values()) {
      const spread = Math.sqrt((propensity * (1 - propensity)) / rounds);
      assert.ok(Math.abs(times / rounds - propensity) < 4 * spread, `${times / rounds} ≠ ${propensity}`);
      sum += propensity;
    }
    assert.ok(Math.abs(sum - 1) < 1e-12);
  });
});
