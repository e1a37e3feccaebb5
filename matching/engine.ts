import { isBlocked } from './consider.ts';
import { applyEvent } from './events/apply.ts';
import { checkDay, checkEvent, checkFocus, checkInstant, known } from './events/check.ts';
import { reasonsFor } from './explain.ts';
import { sharedOut } from './fair-shares.ts';
import { type Circle, type CircleQuery, checkCircleSize, circlesOf } from './gatherings/recurring.ts';
import { type SeatQuery, type SeatSuggestion, seatNear } from './gatherings/seats.ts';
import { pairingOf, type TableSuggestion, tablesOf, type WholeRoom } from './gatherings/whole-room.ts';
import { chances, standings } from './rank.ts';
import { settingsFrom } from './settings.ts';
import type { GraphView } from './state/graph.ts';
import { snapshotOf } from './state/snapshot.ts';
import { type Counters, emptyState, type State } from './state/state.ts';
import { newcomersIn, suggestFor } from './suggest.ts';
import type {
  Asking,
  ChannelWeights,
  Day,
  EngineEvent,
  EngineSettings,
  Fact,
  Focus,
  PersonId,
  SpaceId,
  Suggestion,
} from './types.ts';
import { needOf } from './vocabulary/need.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** Whom to rank for which need. With an `asker` the kept needs of that person count too. */
export interface RankQuery {
  asker?: PersonId;
  focus: Focus;
  at: number;
  candidates: readonly PersonId[];
  /** Whether those who were shown much of late step back for others; as asked, the most able come first. */
  fair?: boolean;
}

/** One candidate's place: how likely this one of them is who helps, 0 where nothing fits; and the facts behind it. */
export interface Ranked {
  personId: PersonId;
  score: number;
  /** What each channel says of them, on the scale its weight was learned for. */
  signals: ChannelWeights;
  facts: Fact[];
}

export interface EngineOptions {
  vocabulary: Vocabulary;
  seed: number;
  settings?: Partial<EngineSettings>;
}

/** The engine: events go in, suggestions come out. It holds no clock and no chance of its own. */
export interface Engine {
  /** Takes in what happened; an event already taken in changes nothing. @throws RangeError naming the field. */
  apply(event: EngineEvent): void;
  /** Whom this person should meet in the same space now, best first; empty when nobody fits. */
  suggest(personId: PersonId, asking: Asking): Suggestion[];
  /** Who is open in a space and has never been offered an introduction nor helped anybody, first come first. */
  newcomers(spaceId: SpaceId): PersonId[];
  /** Who should meet whom in a space now, nobody twice; best pair first. */
  pairing(room: WholeRoom & { day?: Day }): Suggestion[];
  /**
   * Tables of three or four for a break, nobody at two, who is open in breaks only among them; best table first.
   * @throws RangeError for another size.
   */
  tables(room: WholeRoom & { size: 3 | 4 }): TableSuggestion[];
  /** Circles of four to six who meet over weeks. @throws RangeError for another size, or somebody unknown. */
  circles(query: CircleQuery): Circle[];
  /** A free seat within twenty metres of the best counterpart of somebody at the door, where there is one. */
  seat(query: SeatQuery): SeatSuggestion | undefined;
  /** Candidates by relevance to a need alone, best first; ties in the order of a seeded lot. */
  rank(query: RankQuery): Ranked[];
  /** All that was derived, as plain values in canonical order: equal states give equal bytes. */
  snapshot(): unknown;
  counters(): Counters;
  readonly graph: GraphView;
}

/** Whether a person consents to be found, and neither side blocks the other. */
function mayBeAsked({ people }: State, id: PersonId, asker: PersonId | undefined): boolean {
  const facts = people.get(id)?.facts;
  if (facts === undefined || !facts.consents) return false;
  const asking = asker === undefined ? undefined : people.get(asker)?.facts;
  return asking === undefined || !isBlocked(facts, asking);
}

/** An engine that has seen nothing yet. @throws RangeError naming the setting that is out of bounds. */
export function createEngine(options: EngineOptions): Engine {
  const { vocabulary, seed } = options;
  const settings = settingsFrom(options.settings);
  const state = emptyState(settings);

  function apply(event: EngineEvent): void {
    if (state.seen.has(event.id)) return;
    checkEvent(event, state);
    applyEvent(event, { state, vocabulary, settings });
    state.seen.add(event.id);
    state.lastEvent = event.id;
    state.counters.events++;
  }

  function suggest(personId: PersonId, asking: Asking): Suggestion[] {
    const { at, limit, day } = asking;
    checkInstant('at', at);
    if (day !== undefined) checkDay(day);
    if (!(Number.isInteger(limit) && limit >= 0)) throw new RangeError(`limit: ${limit} is no count`);
    known('personId', personId, state);
    const lot = `${seed}|${state.lastEvent}|${personId}`;
    return suggestFor(personId, asking, state, { at, settings }, lot);
  }

  function rank({ asker, focus, at, candidates, fair }: RankQuery): Ranked[] {
    checkInstant('at', at);
    checkFocus('focus', focus);
    for (const id of candidates) known('candidates', id, state);
    const kept = asker === undefined ? [] : known('asker', asker, state).facts.needs;
    const moment = { at, settings };
    const need = needOf(focus, kept, vocabulary);
    const ids = [...new Set(candidates)].filter((id) => id !== asker && mayBeAsked(state, id, asker));
    const standing = standings({ need, asker }, ids, state, moment);
    const able = chances(standing, settings.channels);
    const chance = fair ? sharedOut(able, state, moment) : able;
    const ranked = [...standing].map(([personId, { signals }]) => ({
      personId,
      score: chance.get(personId) ?? 0,
      signals,
    }));
    ranked.sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1));
    return ranked.map((one) => ({ ...one, facts: reasonsFor(need, one.personId, state) }));
  }

  return {
    apply,
    suggest,
    newcomers: (spaceId) => newcomersIn(spaceId, state),
    pairing(room) {
      checkInstant('at', room.at);
      if (room.day !== undefined) checkDay(room.day);
      return pairingOf(room, state, { at: room.at, settings });
    },
    tables(room) {
      checkInstant('at', room.at);
      if (room.size !== 3 && room.size !== 4) throw new RangeError(`size: a table of ${room.size}`);
      return tablesOf(room, state, { at: room.at, settings });
    },
    circles(query) {
      checkInstant('at', query.at);
      checkCircleSize(query.size);
      for (const id of query.people) known('people', id, state);
      return circlesOf(query, { state, vocabulary, moment: { at: query.at, settings } });
    },
    seat(query) {
      checkInstant('at', query.at);
      checkFocus('focus', query.focus);
      const person = known('personId', query.personId, state);
      return seatNear(person, query, { state, vocabulary, moment: { at: query.at, settings } });
    },
    rank,
    snapshot: () => snapshotOf(state),
    counters: () => ({ ...state.counters }),
    graph: state.graph.view,
  };
}
