import { hasReason, reasonsFor, sharedFacts } from './explain.ts';
import type { Moment } from './rank.ts';
import { fitAmong, fitFor } from './signals/fit.ts';
import { reachable } from './signals/reach.ts';
import { SILENT, type Spoken, spokenAmong, spokenFor } from './signals/text.ts';
import { yardstickOf } from './signals/yardstick.ts';
import { DAY } from './state/evidence.ts';
import { documentOf, type Guest, isPresent, type Present } from './state/guests.ts';
import type { Pair, Person, State } from './state/state.ts';
import type { PersonFacts, PersonId, Suggestion } from './types.ts';
import { type Candidate, type Prospect, prospect, valued } from './value.ts';

/** Who met, or was offered, is not offered again for so many days. */
export const HORIZON = 90;

/** Whether one of two people does not want to be brought together with the other. */
export function isBlocked(a: PersonFacts, b: PersonFacts): boolean {
  return a.blocked?.includes(b.personId) === true || b.blocked?.includes(a.personId) === true;
}

/** Whether a host keeps two people apart now. */
const isKeptApart = (between: Pair | undefined, at: number) => at < (between?.apartUntil ?? -Infinity);

/** Whether two people are to sit at no table together: one of them does not want it, or a host does not. */
export function areApart(a: Person, b: Person, at: number): boolean {
  return isBlocked(a.facts, b.facts) || isKeptApart(a.pairs.get(b.facts.personId), at);
}

/** Whether somebody may be introduced to a guest at all; every rule that excludes is here. */
function mayMeet(x: Present, guest: Guest, { at, isBreak = false }: Moment): boolean {
  if (!(isBreak ? guest.inBreaks : guest.isOpen) || guest.id === x.facts.personId) return false;
  const isWary = guest.isWary || (x.facts.blocked?.length ?? 0) > 0;
  if (isWary && isBlocked(x.facts, guest.person.facts)) return false;
  const between = x.pairs.get(guest.id);
  if (isKeptApart(between, at)) return false;
  const last = Math.max(between?.lastMet ?? -Infinity, between?.lastOffered ?? -Infinity);
  return at - last >= HORIZON * DAY;
}

const eligible = (x: Present, guests: readonly Guest[], moment: Moment) =>
  guests.filter((guest) => mayMeet(x, guest, moment));
const documentsOf = (guests: readonly Guest[], state: State) =>
  guests.map((guest) => documentOf(guest, state));
const yardsticksOf = (guests: readonly Guest[], state: State) =>
  guests.map(({ sheet }) => yardstickOf(sheet, state));

/** What is known of some guests already: what their documents say of a need, and what its owner's document says of theirs. */
interface Heard {
  theirs: ReadonlyMap<Guest, Spoken>;
  ours: ReadonlyMap<Guest, Spoken>;
}

const UNHEARD: Heard = { theirs: new Map(), ours: new Map() };

const hear = (x: Present, guests: readonly Guest[], state: State) =>
  spokenAmong(yardstickOf(x.sheet, state), documentsOf(guests, state), state);
const speak = (x: Present, guests: readonly Guest[], state: State) =>
  spokenFor(x.facts.personId, yardsticksOf(guests, state), state);
const byGuest = (guests: readonly Guest[], spoken: readonly Spoken[]) =>
  new Map(guests.map((guest, i) => [guest, spoken[i] ?? SILENT]));

/** What is known of each guest, and of the others what is heard now. */
function completed(
  guests: readonly Guest[],
  known: ReadonlyMap<Guest, Spoken>,
  listen: (guests: readonly Guest[]) => readonly Spoken[],
): Spoken[] {
  const unheard = guests.filter((guest) => !known.has(guest));
  const news = byGuest(unheard, listen(unheard));
  return guests.map((guest) => known.get(guest) ?? news.get(guest) ?? SILENT);
}

/** Those who have, or give, more than words in common, and those whose words are a reason to meet. */
function withReason(x: Present, state: State, moment: Moment): { guests: Guest[]; heard: Heard } {
  const { bySkill, heard, typed } = reachable(x.facts.personId, state);
  const [hearing, typing] = [eligible(x, heard, moment), eligible(x, typed, moment)];
  const theirs = byGuest(hearing, hear(x, hearing, state));
  const ours = byGuest(typing, speak(x, typing, state));
  const telling = new Set([
    ...hearing.filter((guest) => theirs.get(guest)?.tells),
    ...typing.filter((guest) => ours.get(guest)?.tells),
  ]);
  return { guests: [...eligible(x, bySkill, moment), ...telling], heard: { theirs, ours } };
}

/** Each pair of a person and somebody who has, or gives, a reason to meet, in no order that means anything. */
function prospectsAmong(
  x: Present,
  { guests, heard }: { guests: readonly Guest[]; heard: Heard },
  state: State,
  moment: Moment,
): Prospect[] {
  state.counters.pairsConsidered += guests.length;
  const people = guests.map(({ person }) => person);
  const theirs = completed(guests, heard.theirs, (others) => hear(x, others, state));
  const ours = completed(guests, heard.ours, (others) => speak(x, others, state));
  const helpForX = fitAmong(yardstickOf(x.sheet, state), { people, spoken: theirs }, state, moment);
  const helpByX = fitFor(x, { yardsticks: yardsticksOf(guests, state), spoken: ours }, state, moment);
  return people.flatMap((y, i) => {
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
  const guests = Array.from(ids).flatMap((id) => state.guests[state.room.slotOf(id)] ?? []);
  const own = x.facts.personId;
  const others = eligible(x, guests, moment).filter(
    ({ id, person }) => hasReason(x.need, id, state) || hasReason(person.need, own, state),
  );
  return valued(prospectsAmong(x, { guests: others, heard: UNHEARD }, state, moment), state, moment);
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
