import { chance } from './chance.ts';
import { DAY, LOAD_HALF_LIFE, strengthAt } from './evidence.ts';
import { reasonsFor, sharedFacts } from './explain.ts';
import { fitOf } from './fit.ts';
import type { Need } from './need.ts';
import type { Moment } from './rank.ts';
import { surprise } from './signals/surprise.ts';
import { chanceOfYes, willingness } from './signals/willingness.ts';
import type { Person, Presence, State } from './state.ts';
import type { PersonId, Suggestion } from './types.ts';

/** Who met, or was offered, is not offered again for so many days. */
const HORIZON = 90;

interface Present extends Person {
  presence: Presence;
  need: Need;
}

function isPresent(person: Person | undefined): person is Present {
  return (
    person?.presence !== undefined &&
    person.need !== undefined &&
    person.presence.openness === 'open' &&
    person.facts.consents
  );
}

/** Whether the two may be introduced at all; every rule that excludes is here. */
function mayMeet(a: Present, b: Present, at: number): boolean {
  if (a.facts.blocked?.includes(b.facts.personId) || b.facts.blocked?.includes(a.facts.personId))
    return false;
  const between = a.pairs.get(b.facts.personId);
  const last = Math.max(between?.lastMet ?? -Infinity, between?.lastOffered ?? -Infinity);
  return at - last >= HORIZON * DAY;
}

function loadFactor(person: Person, at: number, weight: number): number {
  return (1 + strengthAt(person.load, at, LOAD_HALF_LIFE)) ** -weight;
}

/** The pair as a suggestion: both directions, value, reasons; before any place was drawn. */
function propose(
  x: Present,
  y: Present,
  gains: { x: number; y: number },
  state: State,
  moment: Moment,
): Suggestion | undefined {
  const { at, settings } = moment;
  const xIsFirst = x.facts.personId < y.facts.personId;
  const [a, b] = xIsFirst ? [x, y] : [y, x];
  const relevance = xIsFirst ? ([gains.x, gains.y] as const) : ([gains.y, gains.x] as const);
  const pair = [a.facts.personId, b.facts.personId] as const;
  const reasons = [reasonsFor(a.need, pair[1], state), reasonsFor(b.need, pair[0], state)] as const;
  if (reasons[0].length + reasons[1].length === 0) return undefined;
  const unexpected = surprise({ a: pair[0], b: pair[1], at }, state);
  const bothYes =
    chanceOfYes(willingness(a, state), relevance[0], relevance[1]) *
    chanceOfYes(willingness(b, state), relevance[1], relevance[0]);
  const fair = loadFactor(a, at, settings.loadWeight) * loadFactor(b, at, settings.loadWeight);
  return {
    spaceId: x.presence.spaceId,
    pair,
    value: bothYes * (1 + settings.surpriseDial * unexpected) * fair,
    relevance,
    surprise: unexpected,
    reasons,
    shared: sharedFacts(a, b, a.pairs.get(pair[1])?.lastMet !== undefined),
    arm: 'engine',
    propensity: 1,
  };
}

/**
 * Fills the places: each shows the best that is left, or, with probability `randomShare`, one drawn evenly from all
 * that could be explained. The propensity of what is shown, given the places above, is `(1−ε)·[is best] + ε/n`.
 */
function fillPlaces(ranked: Suggestion[], pool: Suggestion[], limit: number, epsilon: number, lot: string) {
  const shown: Suggestion[] = [];
  const left = { ranked: [...ranked], pool: [...pool] };
  while (shown.length < limit && left.ranked.length > 0) {
    const [top] = left.ranked;
    if (top === undefined) break;
    const n = left.pool.length;
    const isRandom = chance(`${lot}|${shown.length}|arm`) < epsilon;
    const drawn = left.pool[Math.floor(chance(`${lot}|${shown.length}|who`) * n)] ?? top;
    const chosen = isRandom ? drawn : top;
    const propensity = (chosen === top ? 1 - epsilon : 0) + epsilon / n;
    shown.push({ ...chosen, arm: isRandom ? 'random' : 'engine', propensity });
    left.ranked = left.ranked.filter((one) => one !== chosen);
    left.pool = left.pool.filter((one) => one !== chosen);
  }
  return shown;
}

/**
 * Whom a person should meet in their space now, best first. Nobody is suggested who is away, not open, without
 * consent, blocked either way, or met or offered within ninety days; and nobody whose better direction stays
 * under the floor, so where nobody fits the list is empty.
 */
export function suggestFor(
  personId: PersonId,
  limit: number,
  state: State,
  moment: Moment,
  lot: string,
): Suggestion[] {
  const x = state.people.get(personId);
  if (!isPresent(x)) return [];
  const others: Present[] = [];
  for (const id of state.rooms.get(x.presence.spaceId) ?? []) {
    const other = state.people.get(id);
    if (id !== personId && isPresent(other) && mayMeet(x, other, moment.at)) others.push(other);
  }
  const ids = others.map(({ facts }) => facts.personId);
  const helpForX = fitOf(x.need, ids, state, moment);
  const pool: Suggestion[] = [];
  for (const y of others) {
    state.counters.pairsConsidered++;
    const gains = {
      x: helpForX.get(y.facts.personId) ?? 0,
      y: fitOf(y.need, [personId], state, moment).get(personId) ?? 0,
    };
    if (gains.x === 0 && gains.y === 0) continue;
    const suggestion = propose(x, y, gains, state, moment);
    if (suggestion !== undefined) pool.push(suggestion);
  }
  pool.sort((a, b) => b.value - a.value || (a.pair.join() < b.pair.join() ? -1 : 1));
  const { relevanceFloor, randomShare } = moment.settings;
  const ranked = pool.filter(({ relevance }) => Math.max(...relevance) >= relevanceFloor);
  return fillPlaces(ranked, pool, limit, randomShare, lot);
}
