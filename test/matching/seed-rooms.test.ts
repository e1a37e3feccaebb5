import assert from 'node:assert/strict';
import {
  createEngine,
  createVocabulary,
  type Fact,
  type Language,
  type Openness,
} from '../../matching/index.ts';
import { seed } from '../../server/skills/seed.ts';
import { applyAll, arrived, changed, NOON } from './builders.ts';
import data from './seed-rooms.json' with { type: 'json' };

interface Guest {
  name: string;
  language?: Language;
  says?: string;
  offers?: string[];
  about?: string;
  company?: string;
  blocks?: string[];
  consents?: boolean;
  openness?: Openness;
}

interface Reason {
  need: string;
  offer: string;
}

/** A little room and whom a sensible person would bring together in it, best first, with the reasons for it. */
interface SeedRoom {
  because: string;
  asks: Omit<Guest, 'name'>;
  others: Guest[];
  meets: string[];
  gets?: Reason[];
  gives?: Reason[];
}

const rooms = data as readonly SeedRoom[];
const words = createVocabulary(seed);
const ASKER = 'me';

function arrivalOf({ name, language, says, offers, about, company, blocks, consents, openness }: Guest) {
  const more = {
    ...(language === undefined ? {} : { languages: [language] }),
    ...(offers === undefined ? {} : { offers }),
    ...(about === undefined ? {} : { about }),
    ...(company === undefined ? {} : { company }),
    ...(blocks === undefined ? {} : { blocked: blocks }),
    ...(consents === undefined ? {} : { consents }),
  };
  return [changed(name, more), arrived(name, says, openness === undefined ? {} : { openness })];
}

const offersOf = (facts: readonly Fact[] = []): string[] =>
  facts
    .flatMap((fact) => (fact.code === 'offers_what_you_need' ? [`${fact.offer} for ${fact.need}`] : []))
    .sort();

const reasonsOf = (reasons: readonly Reason[]) =>
  reasons.map(({ need, offer }) => `${offer} for ${need}`).sort();

describe('golden rooms in the four languages, with the vocabulary that ships', () => {
  it('are at least sixty, ten of which nobody fits', () => {
    assert.ok(rooms.length >= 60, `${rooms.length} rooms`);
    assert.ok(rooms.filter(({ meets }) => meets.length === 0).length >= 10);
  });

  for (const { because, asks, others, meets, gets, gives } of rooms) {
    it(`${because}: "${asks.says}"`, () => {
      const engine = createEngine({ vocabulary: words, seed: 1, settings: { randomShare: 0 } });
      applyAll(engine, [...others, { name: ASKER, ...asks }].flatMap(arrivalOf));

      const suggestions = engine.suggest(ASKER, { at: NOON, limit: 5 });

      assert.deepEqual(
        suggestions.map(({ pair }) => pair.find((id) => id !== ASKER)),
        meets,
      );
      const [best] = suggestions;
      const mine = best?.pair[0] === ASKER ? 0 : 1;
      if (gets !== undefined) assert.deepEqual(offersOf(best?.reasons[mine]), reasonsOf(gets));
      if (gives !== undefined) assert.deepEqual(offersOf(best?.reasons[1 - mine]), reasonsOf(gives));
    });
  }
});
