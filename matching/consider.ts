import { hasReason, reasonsFor, sharedFacts } from './explain.ts';
import type { Moment } from './rank.ts';
import { fitAmong, fitFor } from './signals/fit.ts';
import { reachable } from './signals/reach.ts';
import type { Yardstick } from './signals/sheet.ts';
import { type Spoken, spokenAmong, spokenFor } from './signals/text.ts';
import { yardstickOf } from './signals/yardstick.ts';
import { DAY } from './state/evidence.ts';
import type { Person, State } from './state/state.ts';
import type { PersonFacts, PersonId, Suggestion } from './types.ts';
import { type Candidate, type Present, type Prospect, prospect, valued } from './value.ts';

/** Who met, or was offered, is not offered again for so many days. */
export const HORIZON = 90;

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

/** Whether two people are to sit at no table together: one of them does not want it, or a host does not. */
export function areApart(a: Person, b: Person, at: number): boolean {
  const until = a.pairs.get(b.facts.personId)?.apartUntil;
  return isBlocked(a.facts, b.facts) || (until !== undefined && at < until);
}

/** Whether the two may be introduced at all; every rule that excludes is here. */
function mayMeet(a: Present, b: Present, at: number): boolean {
  if (areApart(a, b, at)) return false;
  const between = a.pairs.get(b.facts.personId);
  const last = Math.max(between?.lastMet ?? -Infinity, between?.lastOffered ?? -Infinity);
  return at - last >= HORIZON * DAY;
}

/** Who of these may be introduced to a person now. */
function* eligible(x: Present, ids: Iterable<PersonId>, state: State, moment: Moment): Generator<Present> {
  for (const id of ids) {
    const other = state.people.get(id);
    if (id !== x.facts.personId && isPresent(other, moment) && mayMeet(x, other, moment.at)) yield other;
  }
}

/** Some others, what their needs weigh, what their documents say of a person's need, and that person's document of theirs. */
interface Heard {
  others: readonly Present[];
  yardsticks: readonly Yardstick[];
  theirs: readonly Spoken[];
  ours: readonly Spoken[];
}

function heard(x: Present, others: readonly Present[], state: State): Heard {
  const ids = others.map(({ facts }) => facts.personId);
  const yardsticks = others.map(({ need }) => yardstickOf(need, state));
  return {
    others,
    yardsticks,
    theirs: spokenAmong(x.need, ids, state),
    ours: spokenFor(x.facts.personId, yardsticks, state),
  };
}

/** Those of them who have, or give, more than words in common, or words that are a reason to meet. */
function withReason({ others, yardsticks, theirs, ours }: Heard, sure: number): Heard {
  const isReason = (_: unknown, i: number) => i < sure || theirs[i]?.tells || ours[i]?.tells;
  return {
    others: others.filter(isReason),
    yardsticks: yardsticks.filter(isReason),
    theirs: theirs.filter(isReason),
    ours: ours.filter(isReason),
  };
}

/** Each pair of a person and somebody who has, or gives, a reason to meet, in no order that means anything. */
function prospectsAmong(
  x: Present,
  { others, yardsticks, theirs, ours }: Heard,
  state: State,
  moment: Moment,
): Prospect[] {
  state.counters.pairsConsidered += others.length;
  const helpForX = fitAmong(x.need, { people: others, spoken: theirs }, state, moment);
  const helpByX = fitFor(x, { yardsticks, spoken: ours }, state, moment);
  return others.flatMap((y, i) => {
    const worth = { forX: helpForX[i] ?? 0, forY: helpByX[i] ?? 0 };
    return worth.forX > 0 || worth.forY > 0 ? [prospect(x, y, worth, { state, moment })] : [];
  });
}

/** Everybody a person could meet now with a reason; only who shares a posting is looked at. */
export function prospectsFor(personId: PersonId, state: State, moment: Moment): Prospect[] {
  const x = state.people.get(personId);
  if (!isPresent(x, moment)) return [];
  const { bySkill, byWord } = reachable(personId, state);
  const sure = [...eligible(x, bySkill, state, moment)];
  const others = [...sure, ...eligible(x, byWord, state, moment)];
  return prospectsAmong(x, withReason(heard(x, others, state), sure.length), state, moment);
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
  return valued(prospectsAmong(x, heard(x, others, state), state, moment), state, moment);
}

/** Whether the better direction of a pair is good enough to be suggested. */
export function clears(floor: number): (pair: Prospect) => boolean {
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
