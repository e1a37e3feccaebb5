import assert from 'node:assert/strict';
import { acquaintedRooms } from '../../matching/evaluate/acquaintance.ts';
import type { Dataset } from '../../matching/evaluate/dataset.ts';
import { createPioneer } from '../../matching/evaluate/pioneer.ts';

describe("the pioneer's rule", () => {
  it('finds people behind the tags that go together with the words of a focus', () => {
    const pioneer = createPioneer();
    pioneer.strengthen('ann', ['tax', 'vat'], 0.2);
    pioneer.strengthen('bob', ['logo'], 0.4);
    pioneer.strengthen('cas', ['vat'], 0.6);

    const of = pioneer.find({ tags: [], text: 'a question about tax' }, 1.5);

    assert.ok(of('ann') > of('cas'), 'the tag itself counts more than one beside it');
    assert.ok(of('cas') > 0, 'vat goes together with tax');
    assert.equal(of('bob'), 0);
  });

  it('reads two words in a row as one tag, and lets edges decay', () => {
    const pioneer = createPioneer();
    pioneer.strengthen('ann', ['quantum-gate'], 0);
    pioneer.strengthen('bob', ['quantum-gate'], 60);

    const of = pioneer.find({ tags: [], text: 'Which quantum gate?' }, 61);

    assert.ok(Math.abs(of('ann') / of('bob') - 1 / 2) < 1e-9, 'half in sixty days');
  });

  it('renews the score of two tags at night only', () => {
    const pioneer = createPioneer();
    const of = (day: number) => pioneer.find({ tags: ['tax'], text: '' }, day)('ann');
    pioneer.strengthen('bob', ['tax'], 1.1);
    of(1.2);

    pioneer.strengthen('ann', ['tax', 'vat'], 1.3);
    pioneer.strengthen('cas', ['vat', 'tax'], 1.3);
    const [evening, morning] = [of(1.9), of(2.1)];

    assert.ok(morning > evening, `${morning} is not above ${evening}`);
  });
});

describe('the rooms of acquaintances', () => {
  it('are those where the asker and a helper had helped one another before, whoever helped whom', () => {
    const need = (id: string, asker: string, t: number) =>
      ({ id, asker, t, community: 'c', tags: [], title: '', text: '' }) satisfies Dataset['needs'][number];
    const help = (id: string, t: number, helper: string) => ({
      id: `${id}${t}`,
      need: id,
      helper,
      t,
      score: 1,
      text: '',
    });
    const room = (id: string, t: number, ...helpers: string[]) => ({
      need: id,
      t,
      split: 's',
      room: [],
      helpers,
    });
    const dataset: Dataset = {
      needs: [need('n1', 'ann', 1), need('n2', 'bob', 2), need('n3', 'ann', 3)],
      helps: [help('n1', 1.5, 'bob'), help('n2', 2.5, 'ann'), help('n3', 3.5, 'cas')],
      rooms: { mixed: [room('n1', 1, 'bob'), room('n2', 2, 'ann'), room('n3', 3, 'cas')], hard: [] },
    };

    assert.deepEqual(acquaintedRooms(dataset, 'mixed'), [false, true, false]);
  });
});
