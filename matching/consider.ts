import { hasReason, reasonsFor, sharedFacts } from './explain.ts';
import type { Moment } from './rank.ts';
import { fitAmong, fitFor } from './signals/fit.ts';
import { reachable } from './signals/reach.ts';
import { spokenAmong, spokenFor } from './signals/text.ts';
import { yardstickOf } from './signals/yardstick.ts';
import { DAY } from './state/evidence.ts';
import type { Person, State } from './state/state.ts';
import type { PersonFacts, PersonId, Suggestion } from './types.ts';
import { type Candidate, type Present, type Prospect, prospect, valued } from './value.ts';

/** Who met, or was offered, is not offered again for so many days. */
const HORIZON = 90;

/** Whether somebody may be suggested now, or in a break. */
export function isPresent(person: Person | undefined, { isBreak = false } = {}): person is Present {
  if (person?.presence === undefined || person.sheet === undefined || !person.facts.consents) return false;
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

/** Who of these may be introduced to a person now. */
function eligible(x: Present, people: readonly (Person | undefined)[], moment: Moment): Present[] {
  return people.filter(
    (other): other is Present =>
      other !== undefined &&
      other.facts.personId !== x.facts.personId &&
      isPresent(other, moment) &&
      mayMeet(x, other, moment.at),
  );
}

const idsOf = (people: readonly Person[]) => people.map(({ facts }) => facts.personId);
const yardsticksOf = (people: readonly Present[], state: State) =>
  people.map(({ sheet }) => yardstickOf(sheet, state));

/** Those who have, or give, more than words in common, and those whose words are a reason to meet. */
function withReason(x: Present, state: State, moment: Moment): Present[] {
  const { bySkill, heard, typed } = reachable(x.facts.personId, state);
  const [hearing, typing] = [eligible(x, heard, moment), eligible(x, typed, moment)];
  const theirs = spokenAmong(yardstickOf(x.sheet, state), idsOf(hearing), state);
  const ours = spokenFor(x.facts.personId, yardsticksOf(typing, state), state);
  const telling = new Set([
    ...hearing.filter((_, i) => theirs[i]?.tells),
    ...typing.filter((_, i) => ours[i]?.tells),
  ]);
  return [...eligible(x, bySkill, moment), ...telling];
}

/** Each pair of a person and somebody who has, or gives, a reason to meet, in no order that means anything. */
function prospectsAmong(x: Present, others: readonly Present[], state: State, moment: Moment): Prospect[] {
  state.counters.pairsConsidered += others.length;
  const own = yardstickOf(x.sheet, state);
  const yardsticks = yardsticksOf(others, state);
  const theirs = spokenAmong(own, idsOf(others), state);
  const ours = spokenFor(x.facts.personId, yardsticks, state);
  const helpForX = fitAmong(own, { people: others, spoken: theirs }, state, moment);
  const helpByX = fitFor(x, { yardsticks, spoken: ours }, state, moment);
  return others.flatMap((y, i) => {
    const worth = { forX: helpForX[i] ?? 0, forY: helpByX[i] ?? 0 };
    return worth.forX > 0 || worth.forY > 0 ? [prospect(x, y, worth, { state, moment })] : [];
  });
}

/** Everybody a person could meet now with a reason; only who shares a posting is looked at. */
export function prospectsFor(personId: PersonId, state: State, moment: Moment): Prospect[] {
  const x = state.people.get(personId);
  return isPresent(x, moment) ? prospectsAmong(x, withReason(x, state, moment), state, moment) : [];
}

/** Everybody among those given whom a person could meet with a reason, best first; each is looked at. */
export function candidatesAmong(
  x: Present,
  ids: Iterable<PersonId>,
  state: State,
  moment: Moment,
): Candidate[] {
  const people = Array.from(ids, (id) => state.people.get(id));
  const others = eligible(x, people, moment).filter(
    (y) => hasReason(x.need, y.facts.personId, state) || hasReason(y.need, x.facts.personId, state),
  );
  return valued(prospectsAmong(x, others, state, moment), state, moment);
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
