import assert from 'node:assert/strict';
import type { EngineEvent, PersonFacts } from '../../matching/index.ts';
import { applyAll, arrived, changed, focus, NOON, testEngine } from './builders.ts';

const at = (x: number) => ({ x, y: 0, zone: 'z' });
const seat = (seatId: string, x: number) => ({ seatId, ...at(x) });

/** Tess, who can help with all of it, sits at 0; Bob, who can help with less, at 100. Ann is at the door. */
const house = (ann: Partial<PersonFacts> = {}, more: readonly EngineEvent[] = []) =>
  applyAll(testEngine(), [
    changed('ann', ann),
    changed('tess', { offers: ['vat'], company: 'Tess' }),
    changed('bob', { offers: ['tax'], company: 'Bob' }),
    arrived('tess', '', { seat: at(0) }),
    arrived('bob', '', { seat: at(100) }),
    ...more,
  ]);

const asked = {
  personId: 'ann',
  spaceId: 'utrecht',
  at: NOON,
  focus: focus('my vat return', ['vat']),
};

describe('a seat', () => {
  it('is the free one nearest to the best counterpart', () => {
    const free = [seat('far', 19), seat('near', 3), seat('beside bob', 101)];

    assert.deepEqual(house().seat({ ...asked, free }), { seatId: 'near', near: 'tess', metres: 3 });
  });

  it('is near the next best where the best has none within twenty metres', () => {
    const free = [seat('too far', 20.1), seat('beside bob', 101)];

    assert.equal(house().seat({ ...asked, free })?.seatId, 'beside bob');
    assert.equal(house().seat({ ...asked, free: [seat('just', 20)] })?.near, 'tess');
  });

  it('is proposed near nobody where nobody fits, all are met, closed or blocked, or without consent', () => {
    const free = [seat('near', 3)];
    const met: EngineEvent = { type: 'pair.met', id: 'met', at: NOON, pair: ['ann', 'tess'] };
    const closed = arrived('tess', '', { seat: at(0), openness: 'closed' });

    for (const engine of [
      house({ blocked: ['tess'] }),
      house({ consents: false }),
      house({}, [met]),
      house({}, [closed]),
    ])
      assert.equal(engine.seat({ ...asked, free }), undefined);
    assert.equal(house().seat({ ...asked, free, focus: focus('racing pigeons') }), undefined);
    assert.equal(house().seat({ ...asked, free: [] }), undefined);
  });

  it('changes nothing, and refuses somebody unknown', () => {
    const engine = house();
    const before = JSON.stringify(engine.snapshot());

    engine.seat({ ...asked, free: [seat('near', 3)] });

    assert.equal(JSON.stringify(engine.snapshot()), before);
    assert.throws(() => engine.seat({ ...asked, personId: 'nobody', free: [] }), /^RangeError: personId/);
  });
});
