import { fairShare } from './fair-shares.ts';
import { chanceOfYes, worthOfSurprise } from './learn.ts';
import type { Moment } from './rank.ts';
import { surprises } from './signals/surprise.ts';
import { willingness } from './signals/willingness.ts';
import type { Present } from './state/guests.ts';
import type { State } from './state/state.ts';

/** A person and another whom they could be introduced to with a reason, before it is known how unexpected that is. */
export interface Prospect {
  x: Present;
  y: Present;
  /** `a` is who of the two comes first in the order of ids. */
  a: Present;
  b: Present;
  /** Probability that both say yes, in (0, 1). */
  chance: number;
  /** What b can do for a, and a for b, each in [0, 1]. */
  relevance: readonly [number, number];
  /** What load and time left make of the value. */
  share: number;
}

/** Two people who could be introduced with a reason; `a` comes first in the order of ids. */
export interface Candidate extends Prospect {
  value: number;
  surprise: number;
}

/** What two people can do for one another. */
interface Worth {
  forX: number;
  forY: number;
}

/** A pair with the chance that both say yes, and what load and time make of it. */
export function prospect(
  x: Present,
  y: Present,
  { forX, forY }: Worth,
  { state, moment }: { state: State; moment: Moment },
): Prospect {
  const { learned } = state;
  const xIsFirst = x.facts.personId < y.facts.personId;
  const [a, b] = xIsFirst ? [x, y] : [y, x];
  const relevance = xIsFirst ? ([forX, forY] as const) : ([forY, forX] as const);
  const chance =
    chanceOfYes({ willing: willingness(a, state), gain: relevance[0], gives: relevance[1] }, learned) *
    chanceOfYes({ willing: willingness(b, state), gain: relevance[1], gives: relevance[0] }, learned);
  return { x, y, a, b, chance, relevance, share: fairShare(a, b, moment) };
}

/** Tells a pair from every other. */
export const pairKey = ({ a, b }: Prospect) => JSON.stringify([a.facts.personId, b.facts.personId]);

/** Best first; equal values in the order of ids. */
function byValue(one: Candidate, other: Candidate): number {
  return other.value - one.value || (pairKey(one) < pairKey(other) ? -1 : 1);
}

const worthOf = (surprise: number, { learned }: State, { settings }: Moment) =>
  (1 + settings.surpriseDial * surprise) * worthOfSurprise(surprise, learned);

/** The prospects of one person with their values, best first: the chance of both yeses, times surprise, less load. */
export function valued(prospects: readonly Prospect[], state: State, moment: Moment): Candidate[] {
  const [first] = prospects;
  if (first === undefined) return [];
  const unexpected = surprises(
    first.x,
    prospects.map(({ y }) => y),
    moment,
  );
  state.counters.surprisesRead += prospects.length;
  const candidates = prospects.map((one, i): Candidate => {
    const surprise = unexpected[i] ?? 0;
    return { ...one, surprise, value: one.chance * worthOf(surprise, state, moment) * one.share };
  });
  return candidates.sort(byValue);
}

/** Prospects that are valued at a time while the best are looked for. */
const BATCH = 16;
/** By how much a bound is raised, so that rounding never puts it under what it bounds. */
const ROUNDING = 1 + 1e-9;

/**
 * The best few of one person's prospects that are good enough, best first: what `valued` would put first. How unexpected a
 * pair is costs most to learn and makes at most so much of it, so that whoever could not be among the best any more, were they
 * the greatest surprise, is not asked.
 */
export function bestOf(
  prospects: readonly Prospect[],
  most: number,
  isGoodEnough: (candidate: Candidate) => boolean,
  { state, moment }: { state: State; moment: Moment },
): Candidate[] {
  if (most === 0) return [];
  // What surprise is worth rises or falls all the way, and so does what it adds.
  const atBest = (1 + moment.settings.surpriseDial) * Math.max(1, worthOfSurprise(1, state.learned));
  const bounded = prospects.map((one) => ({ one, bound: one.chance * atBest * one.share * ROUNDING }));
  bounded.sort((p, q) => q.bound - p.bound);
  let best: Candidate[] = [];
  for (let i = 0; i < bounded.length; i += BATCH) {
    const least = best[most - 1]?.value ?? Number.NEGATIVE_INFINITY;
    if ((bounded[i]?.bound ?? 0) < least) break;
    const batch = bounded.slice(i, i + BATCH).map(({ one }) => one);
    best = [...best, ...valued(batch, state, moment).filter(isGoodEnough)].sort(byValue).slice(0, most);
  }
  return best;
}
