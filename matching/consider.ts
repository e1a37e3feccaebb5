import { DAY, LOAD_HALF_LIFE, strengthAt } from './evidence.ts';
import { hasReason, reasonsFor, sharedFacts } from './explain.ts';
import { fitFor, fitOf } from './fit.ts';
import type { Need } from './need.ts';
import { reachable } from './posting.ts';
import type { Moment } from './rank.ts';
import { surprise } from './signals/surprise.ts';
import { chanceOfYes, willingness } from './signals/willingness.ts';
import type { Person, Presence, State } from './state.ts';
import type { PersonId, Suggestion } from './types.ts';

/** Who met, or was offered, is not offered again for so many days. */
const HORIZON = 90;

/** Somebody who is here, open, and consents to matching. */
export interface Present extends Person {
  presence: Presence;
  need: Need;
}

/** Two people who could be introduced with a reason; `a` comes first in the order of ids. */
export interface Candidate {
  a: Present;
  b: Present;
  value: number;
  /** What b can do for a, and a for b, each in [0, 1]. */
  relevance: readonly [number, number];
  surprise: number;
}

/** Whether somebody may be suggested now. */
export function isPresent(person: Person | undefined): person is Present {
  return (
    person?.presence !== undefined &&
    person.need !== undefined &&
    person.presence.openness === 'open' &&
    person.facts.consents
  );
}

/** Whether the two may be introduced at all; every rule that excludes is here. */
export function mayMeet(a: Present, b: Present, at: number): boolean {
  if (a.facts.blocked?.includes(b.facts.personId) || b.facts.blocked?.includes(a.facts.personId))
    return false;
  const between = a.pairs.get(b.facts.personId);
  const last = Math.max(between?.lastMet ?? -Infinity, between?.lastOffered ?? -Infinity);
  return at - last >= HORIZON * DAY;
}

function loadFactor(person: Person, at: number, weight: number): number {
  return (1 + strengthAt(person.load, at, LOAD_HALF_LIFE)) ** -weight;
}

/** The pair with its value: the chance that both say yes, times surprise, less load. */
function weighed(
  x: Present,
  y: Present,
  gains: { x: number; y: number },
  state: State,
  { at, settings }: Moment,
): Candidate {
  const xIsFirst = x.facts.personId < y.facts.personId;
  const [a, b] = xIsFirst ? [x, y] : [y, x];
  const relevance = xIsFirst ? ([gains.x, gains.y] as const) : ([gains.y, gains.x] as const);
  const unexpected = surprise({ a: a.facts.personId, b: b.facts.personId, at }, state);
  const bothYes =
    chanceOfYes(willingness(a, state), relevance[0], relevance[1]) *
    chanceOfYes(willingness(b, state), relevance[1], relevance[0]);
  const fair = loadFactor(a, at, settings.loadWeight) * loadFactor(b, at, settings.loadWeight);
  return {
    a,
    b,
    relevance,
    surprise: unexpected,
    value: bothYes * (1 + settings.surpriseDial * unexpected) * fair,
  };
}

/** Everybody of a room whom a person could meet with a reason, among those given, best first. */
export function weighAll(x: Present, ids: readonly PersonId[], state: State, moment: Moment): Candidate[] {
  const personId = x.facts.personId;
  const others: Present[] = [];
  for (const id of ids) {
    const other = state.people.get(id);
    if (id === personId || !isPresent(other) || !mayMeet(x, other, moment.at)) continue;
    if (hasReason(x.need, id, state) || hasReason(other.need, personId, state)) others.push(other);
  }
  state.counters.pairsConsidered += others.length;
  const helpForX = fitOf(x.need, others, state, moment);
  const helpByX = fitFor(
    x,
    others.map(({ need }) => need),
    state,
    moment,
  );
  const pool: Candidate[] = [];
  for (const [i, y] of others.entries()) {
    const gains = { x: helpForX[i] ?? 0, y: helpByX[i] ?? 0 };
    if (gains.x > 0 || gains.y > 0) pool.push(weighed(x, y, gains, state, moment));
  }
  return pool.sort(byValue);
}

const key = ({ a, b }: Candidate) => JSON.stringify([a.facts.personId, b.facts.personId]);

/** Best first; equal values in the order of ids. */
export function byValue(one: Candidate, other: Candidate): number {
  return other.value - one.value || (key(one) < key(other) ? -1 : 1);
}

/** Everybody a person could meet now with a reason, best first; only who shares a posting is scored. */
export function candidatesFor(personId: PersonId, state: State, moment: Moment): Candidate[] {
  const x = state.people.get(personId);
  return isPresent(x) ? weighAll(x, reachable(personId, state), state, moment) : [];
}

/** The same by scoring the whole room: what the index is held against. */
export function candidatesPlainly(personId: PersonId, state: State, moment: Moment): Candidate[] {
  const x = state.people.get(personId);
  if (!isPresent(x)) return [];
  return weighAll(x, [...(state.rooms.get(x.presence.spaceId) ?? [])], state, moment);
}

/** Whether the better direction of a pair is good enough to be suggested. */
export function clears(floor: number): (candidate: Candidate) => boolean {
  return ({ relevance }) => Math.max(...relevance) >= floor;
}

/** A pair put into facts: what is said to both, and how it came about. */
export function told(
  { a, b, value, relevance, surprise: unexpected }: Candidate,
  state: State,
  how: Pick<Suggestion, 'arm' | 'propensity'>,
): Suggestion {
  const pair = [a.facts.personId, b.facts.personId] as const;
  return {
    spaceId: a.presence.spaceId,
    pair,
    value,
    relevance,
    surprise: unexpected,
    reasons: [reasonsFor(a.need, pair[1], state), reasonsFor(b.need, pair[0], state)],
    shared: sharedFacts(a, b, a.pairs.get(pair[1])?.lastMet !== undefined),
    ...how,
  };
}
