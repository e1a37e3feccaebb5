import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEvent } from '../../matching/apply.ts';
import { checkEvent } from '../../matching/check.ts';
import { type Candidate, candidatesFor, candidatesPlainly } from '../../matching/consider.ts';
import { createIndexOfRoom } from '../../matching/index-of-room.ts';
import { DEFAULT_SETTINGS } from '../../matching/settings.ts';
import { emptyState } from '../../matching/state.ts';
import { NOON, vocabulary } from './builders.ts';
import { everybody, histories } from './histories.ts';

const all = { isSkipped: () => false, read: () => undefined };

function pairsOf(candidates: readonly Candidate[]) {
  return candidates.map(({ a, b, ...numbers }) => [a.facts.personId, b.facts.personId, numbers]);
}

describe('the index of the room', () => {
  it('finds whom scoring the whole room finds, with the same values, whatever has happened', () => {
    let compared = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = emptyState(DEFAULT_SETTINGS);
        const words = vocabulary();
        const moment = { at: NOON, settings: DEFAULT_SETTINGS };
        for (const event of events) {
          try {
            checkEvent(event, state);
          } catch {
            continue;
          }
          applyEvent(event, { state, vocabulary: words, settings: DEFAULT_SETTINGS });
          for (const id of everybody) {
            const found = pairsOf(candidatesFor(id, state, moment));
            assert.deepEqual(found, pairsOf(candidatesPlainly(id, state, moment)));
            compared += found.length;
          }
        }
      }),
      { seed: 404, numRuns: 160 },
    );
    assert.ok(compared > 500, `only ${compared} pairs came up`);
  });

  it('is what plain sets say after any arrivals, changes and departures, and empty when all have left', () => {
    const term = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const terms = fc.array(term, { maxLength: 4 });
    const step = fc.record({
      id: fc.constantFrom('p', 'q', 'r', 's'),
      space: fc.constantFrom('here', 'there', undefined),
      has: terms,
      seeks: terms,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const index = createIndexOfRoom();
        const plain = new Map<string, (typeof steps)[number]>();
        for (const one of steps) {
          if (one.space === undefined) index.remove(one.id);
          else index.place(one.id, one.space, one);
          plain.set(one.id, one);
          for (const [id, own] of plain) {
            const faces = (x: typeof own, y: typeof own) => x.has.some((word) => y.seeks.includes(word));
            const expected = [...plain]
              .filter(([other, theirs]) => other !== id && theirs.space === own.space)
              .filter(([, theirs]) => own.space !== undefined && (faces(own, theirs) || faces(theirs, own)))
              .map(([other]) => other);
            assert.deepEqual(index.sharing(id, all).sort(), expected.sort());
          }
        }
        for (const id of plain.keys()) index.remove(id);
        assert.equal(index.size, 0);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('joins nobody by a term that is skipped, and reads no posting of it', () => {
    const index = createIndexOfRoom();
    index.place('ann', 'here', { has: [], seeks: ['the', 'vat'] });
    index.place('bob', 'here', { has: ['the'], seeks: [] });
    let postings = 0;

    const found = index.sharing('ann', {
      isSkipped: (term) => term === 'the',
      read: (count) => {
        postings += count;
      },
    });

    assert.deepEqual([found, postings], [[], 0]);
  });

  it('keeps room for two thousand people, and gives it back', () => {
    const index = createIndexOfRoom();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 2000; i++) index.place(`p${i}`, 'here', { has: [`t${i % 500}`], seeks: [`t${i}`] });
      assert.equal(index.size, 4000);
      assert.equal(index.sharing('p3', all).length, 3);
      for (let i = 0; i < 2000; i++) index.remove(`p${i}`);
    }
    assert.equal(index.size, 0);
  });
});
