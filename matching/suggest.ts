import { chance } from './chance.ts';
import { clears, prospectsFor, told } from './consider.ts';
import { byNewcomers, isNewcomer, stillToday, worthAPlace } from './fair-shares.ts';
import type { Moment } from './rank.ts';
import { isPresent } from './state/guests.ts';
import type { State } from './state/state.ts';
import type { Asking, PersonId, SpaceId, Suggestion } from './types.ts';
import { bestOf, type Candidate, type Prospect, valued } from './value.ts';

/** A candidate in its place, with how it came there. */
interface Placed {
  candidate: Candidate;
  how: Pick<Suggestion, 'arm' | 'propensity'>;
}

/** What the places are filled from: whoever could be explained, and whether one of them may be the best. */
interface Choice {
  pool: readonly Prospect[];
  limit: number;
  epsilon: number;
  lot: string;
  isGoodEnough: (pair: Candidate) => boolean;
}

/** The few best that are good enough, those with a newcomer first. */
function bestFew({ pool, limit, isGoodEnough }: Choice, state: State, moment: Moment): Candidate[] {
  const { newcomers, others } = byNewcomers(pool);
  const first = bestOf(newcomers, limit, isGoodEnough, { state, moment });
  return [...first, ...bestOf(others, limit - first.length, isGoodEnough, { state, moment })];
}

/**
 * Fills the places where chance has a say: each shows the best that is left, or one drawn evenly from all that could be
 * explained.
 */
function drawPlaces(choice: Choice, state: State, moment: Moment): Placed[] {
  const { epsilon, limit, lot, isGoodEnough } = choice;
  const shown: Placed[] = [];
  const pool = valued(choice.pool, state, moment);
  const { newcomers, others } = byNewcomers(pool.filter(isGoodEnough));
  const left = { ranked: [...newcomers, ...others], pool };
  while (shown.length < limit) {
    const [top] = left.ranked;
    if (top === undefined) break;
    const n = left.pool.length;
    const isRandom = chance(`${lot}|${shown.length}|arm`) < epsilon;
    const drawn = left.pool[Math.floor(chance(`${lot}|${shown.length}|who`) * n)] ?? top;
    const candidate = isRandom ? drawn : top;
    const propensity = (candidate === top ? 1 - epsilon : 0) + epsilon / n;
    shown.push({ candidate, how: { arm: isRandom ? 'random' : 'engine', propensity } });
    left.ranked = left.ranked.filter((one) => one !== candidate);
    left.pool = left.pool.filter((one) => one !== candidate);
  }
  return shown;
}

/**
 * Fills the places: each shows the best that is left, or, with probability `randomShare`, one drawn evenly from all
 * that could be explained. The propensity of what is shown, given the places above, is `(1−ε)·[is best] + ε/n`.
 */
function fillPlaces(choice: Choice, state: State, moment: Moment): Placed[] {
  const { pool, limit, epsilon, lot } = choice;
  for (let place = 0; place < limit; place++) {
    if (chance(`${lot}|${place}|arm`) < epsilon) return drawPlaces(choice, state, moment);
  }
  // Where every place is the best's, nobody but the best needs a value.
  return bestFew(choice, state, moment).map((candidate, place) => ({
    candidate,
    how: { arm: 'engine', propensity: 1 - epsilon + epsilon / (pool.length - place) },
  }));
}

/** Who is new, open and consents in a space, first come first. */
export function newcomersIn(spaceId: SpaceId, { rooms, people }: State): PersonId[] {
  const here = [...(rooms.get(spaceId) ?? [])].flatMap((id) => people.get(id) ?? []);
  return here
    .filter((person) => isPresent(person))
    .filter(isNewcomer)
    .sort((a, b) => a.presence.since - b.presence.since || (a.facts.personId < b.facts.personId ? -1 : 1))
    .map(({ facts }) => facts.personId);
}

/**
 * Whom a person should meet in their space now, best first. Nobody is suggested who is away, not open, without
 * consent, blocked either way, kept apart by a host, or met or offered within ninety days; nobody whose day is full; and nobody whose better
 * direction stays under the floor, so where nobody fits the list is empty. Chance draws from all of them, those under the
 * floor too: caps and exceptions apply before the draw, so that the propensities are exact.
 */
export function suggestFor(
  personId: PersonId,
  { limit, day, except }: Asking,
  state: State,
  moment: Moment,
  lot: string,
): Suggestion[] {
  const { relevanceFloor, randomShare } = moment.settings;
  const excepted = new Set(except);
  const isExcepted = ({ a, b }: Prospect) => [a, b].some(({ facts }) => excepted.has(facts.personId));
  const free = prospectsFor(personId, state, moment).filter((one) => !isExcepted(one));
  const pool = stillToday(free, day);
  const isRelevant = clears(relevanceFloor);
  const isWorthAPlace = worthAPlace(state, moment);
  const isGoodEnough = (one: Candidate) => isRelevant(one) && isWorthAPlace(one);
  const choice = { pool, limit, epsilon: randomShare, lot, isGoodEnough };
  return fillPlaces(choice, state, moment).map(({ candidate, how }) => told(candidate, state, how));
}
