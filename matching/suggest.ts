import { chance } from './chance.ts';
import { type Candidate, candidatesFor, clears, isPresent, told } from './consider.ts';
import { isNewcomer, newcomersFirst, stillToday, worthAPlace } from './fair-shares.ts';
import type { Moment } from './rank.ts';
import type { State } from './state.ts';
import type { Asking, PersonId, SpaceId, Suggestion } from './types.ts';

/** A candidate in its place, with how it came there. */
interface Placed {
  candidate: Candidate;
  how: Pick<Suggestion, 'arm' | 'propensity'>;
}

/**
 * Fills the places: each shows the best that is left, or, with probability `randomShare`, one drawn evenly from all
 * that could be explained. The propensity of what is shown, given the places above, is `(1−ε)·[is best] + ε/n`.
 */
function fillPlaces(
  ranked: Candidate[],
  pool: Candidate[],
  limit: number,
  epsilon: number,
  lot: string,
): Placed[] {
  const shown: Placed[] = [];
  const left = { ranked, pool };
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
 * consent, blocked either way, or met or offered within ninety days; nobody whose day is full; and nobody whose better
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
  const isExcepted = ({ a, b }: Candidate) => [a, b].some(({ facts }) => excepted.has(facts.personId));
  const free = candidatesFor(personId, state, moment).filter((one) => !isExcepted(one));
  const pool = stillToday(free, day);
  const isGoodEnough = clears(relevanceFloor);
  const isWorthAPlace = worthAPlace(state, moment);
  const ranked = newcomersFirst(pool.filter((one) => isGoodEnough(one) && isWorthAPlace(one)));
  return fillPlaces(ranked, pool, limit, randomShare, lot).map(({ candidate, how }) =>
    told(candidate, state, how),
  );
}
