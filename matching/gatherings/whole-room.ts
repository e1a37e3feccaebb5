import { assign } from '../assign.ts';
import { areApart, clears, prospectsFor, told } from '../consider.ts';
import { hasReason } from '../explain.ts';
import { stillToday } from '../fair-shares.ts';
import type { Moment } from '../rank.ts';
import type { State } from '../state/state.ts';
import { seatings } from '../tables.ts';
import type { Day, PersonId, SpaceId, Suggestion } from '../types.ts';
import { bestOf, type Candidate, type Prospect, pairKey } from '../value.ts';

/** Edges that each person brings into the matching of a room. */
const EDGES = 12;

/** People who should sit together, in the order of their ids, with the reasons of every pair that has one. */
export interface TableSuggestion {
  people: readonly PersonId[];
  value: number;
  pairs: readonly Suggestion[];
}

/** A room as a whole: everybody who is open there, but for those who are taken. */
export interface WholeRoom {
  spaceId: SpaceId;
  at: number;
  except?: readonly PersonId[];
}

const isFree = ({ a, b }: Prospect, taken: ReadonlySet<PersonId>) =>
  !taken.has(a.facts.personId) && !taken.has(b.facts.personId);

/** The best twelve pairs of everybody in a space for which the day has places, each pair once. */
function pairsOfRoom(room: Omit<WholeRoom, 'at'>, day: Day | undefined, state: State, moment: Moment) {
  const taken = new Set(room.except);
  const ids = [...(state.rooms.get(room.spaceId) ?? [])].filter((id) => !taken.has(id)).sort();
  const isWorthIt = clears(moment.settings.relevanceFloor);
  const candidates = new Map<string, Candidate>();
  for (const id of ids) {
    const worthIt = stillToday(
      prospectsFor(id, state, moment).filter((one) => isWorthIt(one) && isFree(one, taken)),
      day,
    );
    for (const one of bestOf(worthIt, EDGES, () => true, { state, moment }))
      candidates.set(pairKey(one), one);
  }
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const edges = [...candidates.values()].map((candidate) => ({
    candidate,
    a: numbers.get(candidate.a.facts.personId) ?? 0,
    b: numbers.get(candidate.b.facts.personId) ?? 0,
  }));
  return { ids, edges };
}

const ENGINE = { arm: 'engine', propensity: 1 } as const;

/** Who should meet whom now, nobody twice: pairs whose values sum to the most, best pair first. */
export function pairingOf(
  { day, ...room }: WholeRoom & { day?: Day },
  state: State,
  moment: Moment,
): Suggestion[] {
  const { edges } = pairsOfRoom(room, day, state, moment);
  const weighed = edges.map((edge) => ({ ...edge, weight: edge.candidate.value }));
  return assign(weighed).map(({ candidate }) => told(candidate, state, ENGINE));
}

/**
 * Tables of three or four at which every seat has somebody to give to and to take from, best table first. To sit down to
 * lunch is nobody's offer, so no day counts it.
 */
export function tablesOf(
  { size, ...room }: WholeRoom & { size: 3 | 4 },
  state: State,
  moment: Moment,
): TableSuggestion[] {
  const { ids, edges } = pairsOfRoom(room, undefined, state, { ...moment, isBreak: true });
  const ties = edges.map(({ a, b, candidate }) => {
    const [one, other] = [candidate.a, candidate.b];
    const mutual =
      hasReason(one.need, other.facts.personId, state) && hasReason(other.need, one.facts.personId, state);
    return { a, b, value: candidate.value, mutual };
  });
  // A tie may be missing between two of a table, so whoever is kept apart has to be asked for.
  const people = ids.map((id) => state.people.get(id));
  const apart = (a: number, b: number) => {
    const [one, other] = [people[a], people[b]];
    return one !== undefined && other !== undefined && areApart(one, other, moment.at);
  };
  return seatings(ties, size, apart).searched.map(({ seats, value }) => ({
    people: seats.flatMap((seat) => ids[seat] ?? []),
    value,
    pairs: edges
      .filter(({ a, b }) => seats.includes(a) && seats.includes(b))
      .map(({ candidate }) => told(candidate, state, ENGINE)),
  }));
}
