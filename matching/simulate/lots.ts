import { chance } from '../chance.ts';

/** Whether something of this probability happens; the same lot always falls the same way. */
export function happens(lot: string, probability: number): boolean {
  return chance(lot) < probability;
}

/** One of several, evenly. @throws RangeError when there is none. */
export function oneOf<T>(lot: string, choices: readonly T[]): T {
  const chosen = choices[Math.floor(chance(lot) * choices.length)];
  if (chosen === undefined) throw new RangeError('choices: none');
  return chosen;
}

/** A whole number of `low`…`high`, evenly. */
export function between(lot: string, low: number, high: number): number {
  return low + Math.floor(chance(lot) * (high - low + 1));
}

/** A number of a normal distribution with mean 0 and deviation 1 (Box & Muller 1958). */
export function normal(lot: string): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance(`${lot}|radius`)));
  return radius * Math.cos(2 * Math.PI * chance(`${lot}|angle`));
}

/** A waiting time of an exponential distribution with this mean. */
export function waiting(lot: string, mean: number): number {
  return -mean * Math.log(1 - chance(lot));
}

/** A probability from a score on the logit scale. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
