import assert from 'node:assert/strict';
import { prospectsFor } from '../../matching/consider.ts';
import { applyEvent } from '../../matching/events/apply.ts';
import { DEFAULT_SETTINGS } from '../../matching/settings.ts';
import { emptyState, type State } from '../../matching/state/state.ts';
import { bestOf, type Candidate, valued } from '../../matching/value.ts';
import { arrived, changed, entries, focus, helped, NOON, vocabulary } from './builders.ts';

const PEOPLE = 240;
const MOMENT = { at: NOON, settings: DEFAULT_SETTINGS };

const skillOf = (i: number) => entries[i % entries.length]?.id ?? 'vat';

/** A room of people who differ in what they offer, need and have helped with, and in company and ties. */
function room(): State {
  const state = emptyState(DEFAULT_SETTINGS);
  const ids = Array.from({ length: PEOPLE }, (_, i) => `p${i}`);
  const events = [
    ...ids.map((id, i) =>
      changed(id, { offers: [skillOf(i), skillOf(i * 7 + 3)], company: `company ${i % 9}` }),
    ),
    ...ids.map((id, i) =>
      helped(id, `p${(i * 13 + 5) % PEOPLE}`, { need: focus(`topic${i % 20}`, [skillOf(i * 3)]) }),
    ),
    ...ids.map((id, i) => arrived(id, `topic${i % 20} please`, { focus: focus('', [skillOf(i * 5 + 1)]) })),
  ];
  for (const event of events)
    applyEvent(event, { state, vocabulary: vocabulary(), settings: DEFAULT_SETTINGS });
  return state;
}

const told = (candidates: readonly Candidate[]) =>
  candidates.map(({ a, b, value, surprise }) => [a.facts.personId, b.facts.personId, value, surprise]);

describe('the best few of many prospects', () => {
  const state = room();
  const ways = [
    { most: 0, isGoodEnough: () => true, because: 'nobody is asked for' },
    { most: 1, isGoodEnough: () => true, because: 'one place' },
    { most: 12, isGoodEnough: () => true, because: 'as many as a matching of the room takes' },
    {
      most: 3,
      isGoodEnough: ({ surprise }: Candidate) => surprise < 0.4,
      because: 'those of most value are turned down',
    },
  ];
  for (const { most, isGoodEnough, because } of ways)
    it(`are the first ${most} of all when all are valued (${because})`, () => {
      const rooms = Array.from({ length: 20 }, (_, i) => prospectsFor(`p${i * 11}`, state, MOMENT));

      const found = rooms.map((prospects) =>
        bestOf(prospects, most, isGoodEnough, { state, moment: MOMENT }),
      );

      const all = rooms.map((prospects) => valued(prospects, state, MOMENT).filter(isGoodEnough));
      assert.deepEqual(
        found.map(told),
        all.map((candidates) => told(candidates.slice(0, most))),
      );
      assert.ok(rooms.every((prospects) => prospects.length > 50));
    });
});
