import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEvent } from '../../matching/events/apply.ts';
import { checkEvent } from '../../matching/events/check.ts';
import type { Engine, EngineEvent } from '../../matching/index.ts';
import { DEFAULT_SETTINGS } from '../../matching/settings.ts';
import { emptyState, type State } from '../../matching/state/state.ts';
import { arrived, changed, focus, helped, NOON, testEngine, vocabulary } from './builders.ts';
import { everybody, histories } from './histories.ts';

const GONE = 'cas';
const ERASED: EngineEvent = { type: 'person.erased', id: 'erased', at: NOON, personId: GONE };

function live(events: readonly EngineEvent[]): Engine {
  const engine = testEngine();
  for (const event of events) {
    try {
      engine.apply(event);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return engine;
}

function isPossible(event: EngineEvent, state: State): boolean {
  try {
    checkEvent(event, state);
    return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/** Everybody an event is about. */
function namedIn(event: EngineEvent): readonly string[] {
  switch (event.type) {
    case 'person.changed':
      return [event.person.personId];
    case 'pair.offered':
    case 'pair.met':
    case 'pair.refused':
      return event.pair;
    case 'pair.answered':
    case 'pair.valued':
      return [event.by, event.other];
    case 'table.offered':
      return event.people;
    case 'table.answered':
      return [event.by];
    case 'need.helped':
      return [event.asker, event.helper];
    default:
      return [event.personId];
  }
}

/** A history as it would have been had somebody never come. */
function without(id: string, events: readonly EngineEvent[]): EngineEvent[] {
  return events
    .filter((event) => !namedIn(event).includes(id))
    .map((event) => {
      if (event.type !== 'person.changed') return event;
      const blocked = event.person.blocked?.filter((other) => other !== id) ?? [];
      return { ...event, person: { ...event.person, blocked } };
    });
}

/** What stays of somebody: sums that name nobody. */
const SUMS = ['offered', 'accepted', 'offeredAt', 'load', 'exposure', 'house', 'learned', 'lastEvent'];

/** The state without the sums; an edge of the graph says "offered" of a skill, which is none. */
const told = (engine: Engine) =>
  JSON.parse(JSON.stringify(engine.snapshot()), function (this: object, key, value) {
    return SUMS.includes(key) && !('ends' in this) ? undefined : value;
  });

describe('the erasure of a person', () => {
  it('leaves what a history without them would, save for sums that name nobody', () => {
    fc.assert(
      fc.property(histories, (all) => {
        // Whoever is erased earlier may be named again afterwards, by whoever blocks somebody who is not there.
        const events = all.filter((event) => event.type !== 'person.erased' || event.personId !== GONE);
        const erased = live([...events, ERASED]);

        const never = live(without(GONE, events));

        assert.deepEqual(told(erased), told(never));
      }),
      { seed: 20261130, numRuns: 150 },
    );
  });

  it('leaves no word and no skill in the lexicon where everybody is erased', () => {
    let most = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const state = emptyState(DEFAULT_SETTINGS);
        const ground = { state, vocabulary: vocabulary(), settings: DEFAULT_SETTINGS };
        const gone = everybody.map((personId): EngineEvent => ({ ...ERASED, personId }));
        for (const [i, event] of [...events, ...gone].entries()) {
          if (i === events.length) most = Math.max(most, state.lexicon.size);
          if (isPossible(event, state)) applyEvent(event, ground);
        }

        assert.equal(state.lexicon.size, state.meanings.kept().size);
      }),
      { seed: 1130, numRuns: 150 },
    );
    assert.ok(most > 20, `at most ${most} were kept before`);
  });

  it('takes back a skill in their own words from whoever showed it to them', () => {
    const engine = live([
      changed('cas', { offers: [] }),
      changed('dee', { offers: ['vat'] }),
      arrived('cas', '', { focus: focus('', ['free:wooden boats', 'free:yoga']) }),
      helped('cas', 'dee', { need: focus('help', ['free:wooden boats']) }),
      ERASED,
    ]);

    const left = JSON.stringify([engine.snapshot(), engine.graph.export()]);

    assert.doesNotMatch(left, /boats|yoga/);
    assert.match(left, /vat/);
  });
});
