import { impressionOf, learnAnswer, learnUse } from '../learn.ts';
import { willingness } from '../signals/willingness.ts';
import { LOAD_HALF_LIFE, strengthened } from '../state/evidence.ts';
import type { Pair, Person } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import type { Ground, Of } from './ground.ts';

/** The largest cap that a day can have: as many offers are remembered. */
export const MOST_A_DAY = 20;

/** What has passed between two people, there from now on. */
export function pairOf(a: PersonId, b: PersonId, { state }: Ground): Pair {
  const pair = state.people.get(a)?.pairs.get(b) ?? {};
  state.people.get(a)?.pairs.set(b, pair);
  state.people.get(b)?.pairs.set(a, pair);
  return pair;
}

/** An introduction was shown to both: exposure, a place of the day, and load on both. */
export function offer({ pair, at, shown }: Of<'pair.offered'>, ground: Ground): void {
  const between = pairOf(pair[0], pair[1], ground);
  between.lastOffered = Math.max(at, between.lastOffered ?? 0);
  between.answered = undefined;
  if (shown !== undefined) between.impression = impressionOf(pair, shown);
  for (const id of pair) {
    const person = exposed(id, at, ground);
    if (person !== undefined)
      person.offeredAt = [...person.offeredAt, at].sort((x, y) => x - y).slice(-MOST_A_DAY);
  }
}

/** Somebody was asked: exposure and load. */
function exposed(id: PersonId, at: number, { state, settings }: Ground): Person | undefined {
  const person = state.people.get(id);
  if (person === undefined) return undefined;
  person.offered++;
  person.load = strengthened(person.load, 1, at, LOAD_HALF_LIFE);
  person.exposure = strengthened(person.exposure, 1, at, settings.habitHalfLifeDays);
  state.house.offered++;
  return person;
}

/** A table was put before all of it: one exposure each, and no two of them are put before one another again soon. */
export function offerTable({ people, at }: Of<'table.offered'>, ground: Ground): void {
  for (const [i, one] of people.entries()) {
    exposed(one, at, ground);
    for (const other of people.slice(i + 1)) {
      const between = pairOf(one, other, ground);
      between.lastOffered = Math.max(at, between.lastOffered ?? 0);
    }
  }
}

/** One of a table said yes or no: their readiness, and nothing of any pair. */
export function answerAtTable({ by, yes }: Of<'table.answered'>, { state }: Ground): void {
  const person = state.people.get(by);
  if (person === undefined || !state.learns || !yes) return;
  person.accepted++;
  state.house.accepted++;
}

/** One side said yes or no: their readiness, and what relevance and reasons are worth. */
export function answer({ by, other, yes }: Of<'pair.answered'>, ground: Ground): void {
  const { state } = ground;
  const person = state.people.get(by);
  if (person === undefined || !state.learns) return;
  const between = pairOf(by, other, ground);
  // A second answer to one offer teaches nothing: nobody is readier for having said yes twice.
  if (between.answered?.includes(by)) return;
  between.answered = [...(between.answered ?? []), by];
  const side = between.impression?.sides[by < other ? 0 : 1];
  if (side !== undefined) learnAnswer(state.learned, side, { willing: willingness(person, state), yes });
  if (!yes) return;
  person.accepted++;
  state.house.accepted++;
}

/** One side said whether it was useful: what surprise is worth. */
export function value({ by, other, useful }: Of<'pair.valued'>, { state }: Ground): void {
  const impression = state.people.get(by)?.pairs.get(other)?.impression;
  if (impression !== undefined && state.learns) learnUse(state.learned, impression.surprise, useful);
}

/** Two people were in touch; `weight` in (0, 1] says how much. */
export function meet(a: PersonId, b: PersonId, at: number, weight: number, ground: Ground): void {
  const between = pairOf(a, b, ground);
  between.lastMet = Math.max(at, between.lastMet ?? 0);
  between.tie = strengthened(between.tie, weight, at, ground.settings.halfLifeDays);
  ground.state.graph.met(a, b, between.tie);
}
