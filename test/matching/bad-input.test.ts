import assert from 'node:assert/strict';
import type { EngineEvent } from '../../matching/index.ts';
import { createEngine } from '../../matching/index.ts';
import {
  applyAll,
  arrived,
  changed,
  facts,
  focus,
  helped,
  NOON,
  testEngine,
  vocabulary,
} from './builders.ts';

const base = { id: 'bad', at: NOON };
const enormous = 'x'.repeat(20_001);

const refused: { event: EngineEvent; names: string; because: string }[] = [
  {
    event: { ...changed('ann'), id: '' },
    names: 'id',
    because: 'an event without an id cannot be told from another',
  },
  { event: { ...changed('ann'), at: Number.NaN }, names: 'at', because: 'NaN is no instant' },
  { event: { ...changed('ann'), at: -1 }, names: 'at', because: 'nothing happened before 1970' },
  { event: changed(''), names: 'person.personId', because: 'a person without an id' },
  { event: changed('zed', { about: enormous }), names: 'person.about', because: 'a text beyond bounds' },
  {
    event: changed('zed', { offers: Array.from({ length: 201 }, (_, i) => `s${i}`) }),
    names: 'person.offers',
    because: 'more offers than anybody has',
  },
  { event: arrived('nobody'), names: 'personId', because: 'an unknown person arrives' },
  { event: arrived('ann', '', { spaceId: '' }), names: 'spaceId', because: 'a space without an id' },
  { event: arrived('ann', enormous), names: 'focus.text', because: 'a focus beyond bounds' },
  {
    event: arrived('ann', '', { seat: { x: Number.NaN, y: 0, zone: 'a' } }),
    names: 'seat',
    because: 'a seat that is nowhere',
  },
  {
    event: arrived('ann', '', { until: Number.NaN }),
    names: 'until',
    because: 'until an instant that is none',
  },
  {
    event: { type: 'presence.changed', ...base, personId: 'ann', openness: 'open', focus: focus() },
    names: 'personId',
    because: 'a change of somebody who is away',
  },
  { event: { type: 'presence.ended', ...base, personId: 'nobody' }, names: 'personId', because: 'unknown' },
  { event: { type: 'pair.offered', ...base, pair: ['ann', 'ann'] }, names: 'pair', because: 'a pair of one' },
  {
    event: { type: 'pair.met', ...base, pair: ['ann', 'nobody'] },
    names: 'pair',
    because: 'an unknown half',
  },
  {
    event: { type: 'pair.refused', ...base, pair: ['ann', 'ann'], reason: 'rivals' },
    names: 'pair',
    because: 'nobody is kept apart from themselves',
  },
  {
    event: { type: 'pair.refused', ...base, pair: ['ann', 'bob'], reason: 'not_today', until: Number.NaN },
    names: 'until',
    because: 'a day that is never over',
  },
  {
    event: { type: 'pair.answered', ...base, by: 'ann', other: 'ann', yes: true },
    names: 'other',
    because: 'self',
  },
  {
    event: {
      type: 'pair.offered',
      ...base,
      pair: ['ann', 'bob'],
      shown: { relevance: [0.5, Number.NaN], surprise: 1, told: [[], []] },
    },
    names: 'shown',
    because: 'a relevance that is none',
  },
  {
    event: { type: 'pair.valued', ...base, by: 'ann', other: 'ann', useful: true },
    names: 'other',
    because: 'useful to oneself',
  },
  {
    event: { type: 'table.offered', ...base, people: ['ann', 'bob', 'ann'] },
    names: 'people',
    because: 'one person twice at a table',
  },
  {
    event: { type: 'table.offered', ...base, people: ['ann', 'nobody'] },
    names: 'people',
    because: 'a table with a stranger',
  },
  {
    event: { type: 'table.answered', ...base, by: 'nobody', yes: true },
    names: 'by',
    because: 'an answer of a stranger',
  },
  { event: helped('ann', 'ann'), names: 'helper', because: 'helping oneself' },
  { event: helped('ann', 'bob', { weight: Number.NaN }), names: 'weight', because: 'a weight that is none' },
  { event: helped('ann', 'bob', { weight: 1.5 }), names: 'weight', because: 'a weight above one' },
  { event: helped('nobody', 'bob'), names: 'asker', because: 'an unknown asker' },
];

describe('bad input', () => {
  for (const { event, names, because } of refused) {
    it(`is refused by the name of its field and leaves no trace: ${names}, ${because}`, () => {
      const engine = applyAll(testEngine(), [
        changed('ann'),
        changed('bob', { offers: ['vat'] }),
        arrived('bob'),
      ]);
      const before = JSON.stringify(engine.snapshot());

      const startsWithName = (error: unknown) =>
        error instanceof RangeError && error.message.startsWith(`${names}:`);
      assert.throws(() => engine.apply(event), startsWithName);

      assert.equal(JSON.stringify(engine.snapshot()), before);
    });
  }

  it('may come again once it is possible: a refused event does not count as seen', () => {
    const engine = testEngine();
    const event = arrived('ann');
    assert.throws(() => engine.apply(event), RangeError);

    applyAll(engine, [changed('ann'), event]);

    assert.equal(engine.counters().events, 2);
  });

  it('in questions and settings is refused too', () => {
    const engine = applyAll(testEngine(), [changed('ann')]);

    assert.throws(() => engine.suggest('nobody', { at: NOON, limit: 1 }), /^RangeError: personId:/);
    assert.throws(() => engine.suggest('ann', { at: Number.NaN, limit: 1 }), /^RangeError: at:/);
    assert.throws(() => engine.suggest('ann', { at: NOON, limit: 1.5 }), /^RangeError: limit:/);
    assert.throws(
      () => engine.rank({ focus: focus(), at: NOON, candidates: ['nobody'] }),
      /^RangeError: candidates:/,
    );
    assert.throws(() => testEngine({ randomShare: 1 }), /^RangeError: randomShare:/);
    assert.throws(() => testEngine({ halfLifeDays: Number.NaN }), /^RangeError: halfLifeDays:/);
    assert.throws(
      () => testEngine({ channels: { memory: 0, text: 0, skills: 0, background: 0, circle: 0, lately: 0 } }),
      /^RangeError: channels:/,
    );
  });

  it('cannot be made by changing an event after it was applied', () => {
    const offers = ['vat'];
    const engine = createEngine({ vocabulary: vocabulary(), seed: 1 });
    engine.apply({ type: 'person.changed', id: 'p', at: NOON, person: facts('ann', { offers }) });
    const before = JSON.stringify(engine.snapshot());

    offers.push('logo');

    assert.equal(JSON.stringify(engine.snapshot()), before);
  });
});
