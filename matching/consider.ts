import { DAY } from './evidence.ts';
import { hasReason, reasonsFor, sharedFacts } from './explain.ts';
import { fairShare } from './fair-shares.ts';
import { fitAmong, fitFor } from './fit.ts';
import { chanceOfYes, worthOfSurprise } from './learn.ts';
import type { Need } from './need.ts';
import { reachable } from './posting.ts';
import type { Moment } from './rank.ts';
import { surprises } from './signals/surprise.ts';
import { spokenAmong, spokenFor } from './signals/text.ts';
import { willingness } from './signals/willingness.ts';
import type { Person, Presence, State } from './state.ts';
import type { PersonFacts, PersonId, Suggestion } from './types.ts';

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
  /** Probability that both say yes, in (0, 1). */
  chance: number;
  /** What b can do for a, and a for b, each in [0, 1]. */
  relevance: readonly [number, number];
  surprise: number;
}

/** Whether somebody may be suggested now, or in a break. */
export function isPresent(person: Person | undefined, { isBreak = false } = {}): person is Present {
  if (person?.presence === undefined || person.need === undefined || !person.facts.consents) return false;
  const { openness } = person.presence;
  return openness === 'open' || (isBreak && openness === 'breaks');
}

/** Whether one of two people does not want to be brought together with the other. */
export function isBlocked(a: PersonFacts, b: PersonFacts): boolean {
  return a.blocked?.includes(b.personId) === true || b.blocked?.includes(a.personId) === true;
}

/** Whether the two may be introduced at all; every rule that excludes is here. */
function mayMeet(a: Present, b: Present, at: number): boolean {
  if (isBlocked(a.facts, b.facts)) return false;
  const between = a.pairs.get(b.facts.personId);
  const last = Math.max(between?.lastMet ?? -Infinity, between?.lastOffered ?? -Infinity);
  return at - last >= HORIZON * DAY;
}

/** What two people can do for one another, and how unexpected they are. */
interface Worth {
  forX: number;
  forY: number;
  unexpected: number;
}

/** The pair with its value: the chance that both say yes, times surprise, less load, more where time is short. */
function weighed(
  x: Present,
  y: Present,
  { forX, forY, unexpected }: Worth,
  state: State,
  moment: Moment,
): Candidate {
  const { learned } = state;
  const xIsFirst = x.facts.personId < y.facts.personId;
  const [a, b] = xIsFirst ? [x, y] : [y, x];
  const relevance = xIsFirst ? ([forX, forY] as const) : ([forY, forX] as const);
  const bothYes =
    chanceOfYes({ willing: willingness(a, state), gain: relevance[0], gives: relevance[1] }, learned) *
    chanceOfYes({ willing: willingness(b, state), gain: relevance[1], gives: relevance[0] }, learned);
  const worth = (1 + moment.settings.surpriseDial * unexpected) * worthOfSurprise(unexpected, learned);
  return {
    a,
    b,
    relevance,
    surprise: unexpected,
    chance: bothYes,
    value: bothYes * worth * fairShare(a, b, moment),
  };
}

/** Who of these may be introduced to a person now. */
function* eligible(x: Present, ids: Iterable<PersonId>, state: State, moment: Moment): Generator<Present> {
  for (const id of ids) {
    const other = state.people.get(id);
    if (id !== x.facts.personId && isPresent(other, moment) && mayMeet(x, other, moment.at)) yield other;
  }
}

/** Each pair of a person and somebody who has, or gives, a reason to meet; best first. */
function weighAll(x: Present, others: readonly Present[], state: State, moment: Moment): Candidate[] {
  state.counters.pairsConsidered += others.length;
  const needs = others.map(({ need }) => need);
  const helpForX = fitAmong(x.need, others, state, moment);
  const helpByX = fitFor(x, needs, state, moment);
  const unexpected = surprises(x, others, state, moment);
  const pool: Candidate[] = [];
  for (const [i, y] of others.entries()) {
    const worth = { forX: helpForX[i] ?? 0, forY: helpByX[i] ?? 0, unexpected: unexpected[i] ?? 0 };
    if (worth.forX > 0 || worth.forY > 0) pool.push(weighed(x, y, worth, state, moment));
  }
  return pool.sort(byValue);
}

/** Tells a pair from every other. */
export const pairKey = ({ a, b }: Candidate) => JSON.stringify([a.facts.personId, b.facts.personId]);

/** Best first; equal values in the order of ids. */
function byValue(one: Candidate, other: Candidate): number {
  return other.value - one.value || (pairKey(one) < pairKey(other) ? -1 : 1);
}

/** Those of some others whose words are a reason for a person to meet them, or the other way. */
function byTellingWords(x: Present, others: readonly Present[], state: State): Present[] {
  const ids = others.map(({ facts }) => facts.personId);
  const theirs = spokenAmong(x.need, ids, state);
  const needs = others.map(({ need }) => need);
  const ours = spokenFor(x.facts.personId, needs, state);
  return others.filter((_, i) => theirs[i]?.tells || ours[i]?.tells);
}

/** Everybody a person could meet now with a reason, best first; only who shares a posting is scored. */
export function candidatesFor(personId: PersonId, state: State, moment: Moment): Candidate[] {
  const x = state.people.get(personId);
  if (!isPresent(x, moment)) return [];
  const { bySkill, byWord } = reachable(personId, state);
  const sure = eligible(x, bySkill, state, moment);
  const likely = [...eligible(x, byWord, state, moment)];
  return weighAll(x, [...sure, ...byTellingWords(x, likely, state)], state, moment);
}

/** Everybody among those given whom a person could meet with a reason, best first; each is looked at. */
export function candidatesAmong(
  x: Present,
  ids: Iterable<PersonId>,
  state: State,
  moment: Moment,
): Candidate[] {
  const others = [...eligible(x, ids, state, moment)].filter(
    (y) => hasReason(x.need, y.facts.personId, state) || hasReason(y.need, x.facts.personId, state),
  );
  return weighAll(x, others, state, moment);
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
