import assert from 'node:assert/strict';
import { applyAll, changed, DAY, focus, helped, NOON, offered, testEngine } from './builders.ts';

const vat = focus('the vat of a shop', ['vat']);
const everybodyBut = (asker: string, ...ids: string[]) => ids.filter((id) => id !== asker);

describe('a need asked of a room', () => {
  it('shares one certainty among those who fit, and gives none to who does not', () => {
    const engine = applyAll(testEngine(), [
      changed('kim'),
      changed('ann', { offers: ['vat'] }),
      changed('bob', { offers: ['tax'] }),
      changed('mo', { offers: ['bakery'], about: 'sourdough' }),
    ]);

    const ranked = engine.rank({ asker: 'kim', focus: vat, at: NOON, candidates: ['mo', 'bob', 'ann'] });

    assert.deepEqual(
      ranked.map(({ personId }) => personId),
      ['ann', 'bob', 'mo'],
    );
    assert.ok(Math.abs(ranked.reduce((sum, { score }) => sum + score, 0) - 1) < 1e-9);
    assert.equal(ranked.at(-1)?.score, 0);
  });

  it('is asked of nobody who blocks the asker, whom the asker blocks, or who does not consent', () => {
    const engine = applyAll(testEngine(), [
      changed('kim', { blocked: ['ann'] }),
      changed('ann', { offers: ['vat'] }),
      changed('bob', { offers: ['vat'], blocked: ['kim'] }),
      changed('cas', { offers: ['vat'], consents: false }),
      changed('dee', { offers: ['vat'] }),
    ]);
    const candidates = ['ann', 'bob', 'cas', 'dee'];

    const forKim = engine.rank({ asker: 'kim', focus: vat, at: NOON, candidates });
    const forAnybody = engine.rank({ focus: vat, at: NOON, candidates });

    assert.deepEqual(
      forKim.map(({ personId }) => personId),
      ['dee'],
    );
    assert.deepEqual(forAnybody.map(({ personId }) => personId).sort(), ['ann', 'bob', 'dee']);
  });

  it('gives nobody anything where nobody fits', () => {
    const engine = applyAll(testEngine(), [changed('kim'), changed('mo', { offers: ['bakery'] })]);

    const [only] = engine.rank({ asker: 'kim', focus: vat, at: NOON, candidates: ['mo'] });

    assert.equal(only?.score, 0);
  });

  it('reads a need against what its asker is about: of two who fit alike, who speaks the same words', () => {
    const engine = applyAll(testEngine(), [
      changed('kim', { about: 'sourdough, flour and ovens' }),
      changed('ann', { offers: ['vat'], about: 'I file returns of those with ovens and flour' }),
      changed('bob', { offers: ['vat'], about: 'I file returns of those with boats and masts' }),
    ]);
    const candidates = ['ann', 'bob'];

    const [forKim] = engine.rank({ asker: 'kim', focus: vat, at: NOON, candidates });
    const forAnybody = engine.rank({ focus: vat, at: NOON, candidates });

    assert.equal(forKim?.personId, 'ann');
    assert.equal(forAnybody[0]?.score, forAnybody[1]?.score);
  });

  it('prefers who helped lately, and gives who never helped the benefit of the doubt', () => {
    const engine = applyAll(testEngine(), [
      ...['kim', 'now', 'old', 'new', 'cas'].map((id) => changed(id, { offers: ['vat'] })),
      helped('cas', 'old', { need: focus('boats'), at: NOON - 25 * DAY }),
      helped('cas', 'now', { need: focus('boats'), at: NOON - DAY }),
    ]);

    const ranked = engine.rank({
      asker: 'kim',
      focus: focus('', ['vat']),
      at: NOON,
      candidates: everybodyBut('kim', 'old', 'new', 'now'),
    });

    assert.deepEqual(
      ranked.map(({ personId }) => personId),
      ['now', 'new', 'old'],
    );
  });

  it('adds up all that somebody helped with: three needs half like it tell more than one just like it', () => {
    const need = focus('ovens tills leases wages');
    const halfLikeIt = ['ovens tills boats masts', 'leases wages farms barns', 'ovens wages cows hens'];
    const engine = applyAll(testEngine(), [
      ...['kim', 'ann', 'bob', 'cas', 'dee'].map((id) => changed(id)),
      ...Array.from({ length: 20 }, (_, i) => helped('cas', 'dee', { need: focus(`lamp ${i}`) })),
      helped('cas', 'ann', { need }),
      ...halfLikeIt.map((text) => helped('cas', 'bob', { need: focus(text) })),
    ]);

    const ranked = engine.rank({ asker: 'kim', focus: need, at: NOON, candidates: ['ann', 'bob'] });

    const memory = new Map(ranked.map(({ personId, signals }) => [personId, signals.memory]));
    assert.ok((memory.get('bob') ?? 0) > (memory.get('ann') ?? 0));
  });

  it('says what each channel said', () => {
    const engine = applyAll(testEngine(), [
      changed('kim'),
      changed('ann', { offers: ['vat'] }),
      changed('bob', { about: 'my words go about other things' }),
      changed('cas'),
      helped('cas', 'ann'),
    ]);

    const ranked = engine.rank({ asker: 'kim', focus: vat, at: NOON, candidates: ['bob', 'ann'] });

    const [ann, bob] = ranked.map(({ signals }) => signals);
    for (const channel of ['memory', 'text', 'skills'] as const)
      assert.ok((ann?.[channel] ?? 0) > (bob?.[channel] ?? 0), channel);
    assert.equal(ann?.background, bob?.background);
  });

  it('asked fairly, lets who was shown much step back, but never behind who is too much less able', () => {
    const events = [
      changed('kim'),
      changed('ann', { offers: ['vat'] }),
      changed('bob', { offers: ['vat'] }),
      changed('eve', {
        about: 'I once heard of the vat of a shop, besides flour, ovens, bread, tins and sieves',
      }),
      ...['q', 'r', 's'].flatMap((id) => [changed(id), offered(id, 'ann', NOON)]),
    ];
    const engine = applyAll(testEngine(), events);
    const ask = { asker: 'kim', focus: vat, at: NOON, candidates: ['ann', 'bob', 'eve'] };

    const able = new Map(engine.rank(ask).map(({ personId, score }) => [personId, score]));
    const fair = engine.rank({ ...ask, fair: true });

    assert.equal(able.get('ann'), able.get('bob'));
    assert.deepEqual(
      fair.map(({ personId }) => personId),
      ['bob', 'ann', 'eve'],
    );
    assert.ok(
      (able.get('ann') ?? 0) > 4 * (able.get('eve') ?? 1),
      'three times shown costs a factor of four at most',
    );
    const [bob, ann] = fair.map(({ score }) => score);
    assert.ok(Math.abs((bob ?? 0) / (ann ?? 1) - 4) < 1e-9);
  });

  it('shares out again as what was shown is forgotten', () => {
    const engine = applyAll(testEngine(), [
      ...['kim', 'q', 'r', 'ann', 'bob'].map((id) => changed(id, { offers: ['vat'] })),
      offered('q', 'ann', NOON - 40 * DAY),
      offered('r', 'ann', NOON - 40 * DAY),
      offered('q', 'bob', NOON),
    ]);

    const [first] = engine.rank({
      asker: 'kim',
      focus: vat,
      at: NOON,
      candidates: ['ann', 'bob'],
      fair: true,
    });

    assert.equal(first?.personId, 'ann');
  });
});
