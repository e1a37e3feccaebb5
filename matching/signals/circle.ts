import type { Moment } from '../rank.ts';
import { type Strength, strengthAt } from '../state/evidence.ts';
import type { Pair, Person, State } from '../state/state.ts';
import type { PersonId } from '../types.ts';

/**
 * What somebody has in common with each of some others through people both have met: the weaker of the two ties to each,
 * summed. Reads every contact against the others or their contacts, whichever are fewer.
 */
export function contactsInCommon(
  x: Person,
  others: readonly Person[],
  { people }: State,
  { at, settings }: Moment,
): Float64Array {
  const places = new Map(others.map(({ facts }, place) => [facts.personId, place]));
  const shared = new Float64Array(others.length);
  const left = (tie: Strength | undefined) => strengthAt(tie, at, settings.halfLifeDays);
  for (const [between, { tie }] of x.pairs) {
    const theirs = people.get(between)?.pairs;
    if (tie === undefined || theirs === undefined) continue;
    const ours = left(tie);
    const add = (place: number, other: Pair) => {
      shared[place] = (shared[place] ?? 0) + Math.min(ours, left(other.tie));
    };
    if (theirs.size < places.size) {
      for (const [id, other] of theirs) {
        const place = places.get(id);
        if (place !== undefined) add(place, other);
      }
    } else {
      for (const [id, place] of places) {
        const other = theirs.get(id);
        if (other !== undefined) add(place, other);
      }
    }
  }
  return shared;
}

/**
 * How much each candidate moves in the asker's circle, by the contacts they have in common. It says whose field is whose, and
 * tells of who answers only: where people are to be introduced, closeness is subtracted. Candidates with none are left out.
 */
export function circleScores(
  asker: PersonId | undefined,
  candidates: readonly PersonId[],
  state: State,
  moment: Moment,
): Map<PersonId, number> {
  const x = asker === undefined ? undefined : state.people.get(asker);
  if (x === undefined) return new Map();
  const people = candidates.flatMap((id) => state.people.get(id) ?? []);
  const shared = contactsInCommon(x, people, state, moment);
  const scores = people.map(({ facts }, i) => [facts.personId, shared[i] ?? 0] as const);
  return new Map(scores.filter(([, score]) => score > 0));
}
