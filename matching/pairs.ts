import { LOAD_HALF_LIFE, strengthened } from './evidence.ts';
import type { Ground, Of } from './ground.ts';
import type { Pair } from './state.ts';
import type { PersonId } from './types.ts';

function pairOf(a: PersonId, b: PersonId, { state }: Ground): Pair {
  const pair = state.people.get(a)?.pairs.get(b) ?? {};
  state.people.get(a)?.pairs.set(b, pair);
  state.people.get(b)?.pairs.set(a, pair);
  return pair;
}

/** An introduction was shown to both: exposure, and load on both. */
export function offer({ pair, at }: Of<'pair.offered'>, ground: Ground): void {
  const between = pairOf(pair[0], pair[1], ground);
  between.lastOffered = Math.max(at, between.lastOffered ?? 0);
  for (const id of pair) {
    const person = ground.state.people.get(id);
    if (person === undefined) continue;
    person.offered++;
    person.load = strengthened(person.load, 1, at, LOAD_HALF_LIFE);
    ground.state.house.offered++;
  }
}

/** One side said yes or no; a no changes nothing beyond the offer itself. */
export function answer({ by, yes }: Of<'pair.answered'>, { state }: Ground): void {
  const person = state.people.get(by);
  if (person === undefined || !yes) return;
  person.accepted++;
  state.house.accepted++;
}

/** Two people were in touch; `weight` in (0, 1] says how much. */
export function meet(a: PersonId, b: PersonId, at: number, weight: number, ground: Ground): void {
  const between = pairOf(a, b, ground);
  between.lastMet = Math.max(at, between.lastMet ?? 0);
  between.tie = strengthened(between.tie, weight, at, ground.settings.halfLifeDays);
  ground.state.graph.met(a, b, between.tie);
}
