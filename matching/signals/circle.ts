import type { Moment } from '../rank.ts';
import { type Strength, strengthAt } from '../state/evidence.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonId } from '../types.ts';

/**
 * What somebody has in common with each of some others through people both have met: the weaker of the two ties to each,
 * summed. Reads the contacts of whoever of the two has fewer.
 */
export function contactsInCommon(
  x: Person,
  others: readonly Person[],
  { at, settings }: Moment,
): Float64Array {
  const left = (tie: Strength) => strengthAt(tie, at, settings.halfLifeDays);
  return Float64Array.from(others, (y) => {
    const [few, many] = x.pairs.size < y.pairs.size ? [x.pairs, y.pairs] : [y.pairs, x.pairs];
    let shared = 0;
    for (const [between, { tie }] of few) {
      const other = many.get(between)?.tie;
      if (tie !== undefined && other !== undefined) shared += Math.min(left(tie), left(other));
    }
    return shared;
  });
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
  const shared = contactsInCommon(x, people, moment);
  const scores = people.map(({ facts }, i) => [facts.personId, shared[i] ?? 0] as const);
  return new Map(scores.filter(([, score]) => score > 0));
}
