import type { Person, State } from '../state/state.ts';

const PRIOR = 8;
/** The house's rate before anybody has answered: people who come here mostly say yes. */
const FIRST_GUESS = { accepted: 4, offered: 8 };

/** How often people say yes to what they are offered here, in (0, 1]. */
export function houseRate({ house, learns }: State): number {
  if (!learns) return FIRST_GUESS.accepted / FIRST_GUESS.offered;
  return Math.min(1, (house.accepted + FIRST_GUESS.accepted) / (house.offered + FIRST_GUESS.offered));
}

/**
 * How readily a person says yes, in (0, 1): accepted of offered, shrunk towards the rate of the house by eight
 * imagined offers (beta-binomial shrinkage). Somebody new has the rate of the house.
 */
export function willingness(person: Person, state: State): number {
  if (!state.learns) return houseRate(state);
  return Math.min(0.99, (person.accepted + PRIOR * houseRate(state)) / (person.offered + PRIOR));
}
