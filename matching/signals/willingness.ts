import type { Person, State } from '../state.ts';

const PRIOR = 8;
/** The house's rate before anybody has answered: people who come here mostly say yes. */
const FIRST_GUESS = { accepted: 4, offered: 8 };
/** How relevance moves a yes, on the logit scale (start values). */
const CURVE = { base: -1, slope: 3 };

/**
 * How readily a person says yes, in (0, 1): accepted of offered, shrunk towards the rate of the house by eight
 * imagined offers (beta-binomial shrinkage). Somebody new has the rate of the house.
 */
export function willingness(person: Person, { house }: State): number {
  const rate = (house.accepted + FIRST_GUESS.accepted) / (house.offered + FIRST_GUESS.offered);
  return Math.min(0.99, (person.accepted + PRIOR * Math.min(1, rate)) / (person.offered + PRIOR));
}

/**
 * Probability that a person says yes to a meeting that is worth `gain` to them and `gives` to the other, in (0, 1):
 * `w·σ(c0 + c1·(gain + ½·gives))`. People like to be of use, but half as much as to be helped.
 */
export function chanceOfYes(willing: number, gain: number, gives: number): number {
  return willing / (1 + Math.exp(-(CURVE.base + CURVE.slope * (gain + gives / 2))));
}
