import type { State } from '../state.ts';
import type { PersonId } from '../types.ts';

/** Two people at an instant. */
export interface Encounter {
  a: PersonId;
  b: PersonId;
  at: number;
}

/** What two people have in common through others they both met: the weaker of the two ties to each, summed. */
export function contactsInCommon({ a, b, at }: Encounter, { people, graph }: State): number {
  const [few, many] = [people.get(a)?.pairs, people.get(b)?.pairs].sort(
    (x, y) => (x?.size ?? 0) - (y?.size ?? 0),
  );
  let shared = 0;
  for (const between of few?.keys() ?? []) {
    if (many?.has(between)) shared += Math.min(graph.tie(a, between, at), graph.tie(b, between, at));
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
  at: number,
): Map<PersonId, number> {
  const scores = new Map<PersonId, number>();
  if (asker === undefined || !state.people.has(asker)) return scores;
  for (const id of candidates) {
    const shared = contactsInCommon({ a: asker, b: id, at }, state);
    if (shared > 0) scores.set(id, shared);
  }
  return scores;
}
