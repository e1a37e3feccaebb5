/** One thing that was shown, as it was logged, seen with the eyes of another policy. */
export interface Logged {
  /** What came of it. */
  reward: number;
  /** Probability with which it was shown, in (0, 1]. */
  propensity: number;
  /** Probability with which the other policy would have shown it, in [0, 1]. */
  target: number;
}

/** The same with a model of rewards, however bad: of what was shown, and on average of what the other policy would show. */
export interface Modelled extends Logged {
  predicted: number;
  predictedByTarget: number;
}

/** What another policy would have earned a time, and how unsure that is. */
export interface WhatIf {
  value: number;
  standardError: number;
  /** To how many observations of the other policy the log amounts (Kish 1965). */
  effective: number;
}

function weightsOf(log: readonly Logged[]): number[] {
  for (const { propensity, target } of log) {
    if (!(propensity > 0 && propensity <= 1))
      throw new RangeError(`propensity: ${propensity} is not in (0, 1]`);
    if (!(target >= 0 && target <= 1)) throw new RangeError(`target: ${target} is not in 0…1`);
  }
  return log.map(({ propensity, target }) => target / propensity);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function effectiveOf(weights: readonly number[]): number {
  const squares = sum(weights.map((weight) => weight ** 2));
  return squares === 0 ? 0 : sum(weights) ** 2 / squares;
}

/**
 * Self-normalised inverse propensity scoring: `Σ w·r / Σ w`, w = target / propensity (Swaminathan & Joachims 2015). Needs
 * no model; of a log the other policy would never have written it knows nothing, and says NaN.
 * @throws RangeError naming a probability that is none.
 */
export function selfNormalised(log: readonly Logged[]): WhatIf {
  const weights = weightsOf(log);
  const total = sum(weights);
  const value = sum(log.map(({ reward }, i) => (weights[i] ?? 0) * reward)) / total;
  const spread = sum(log.map(({ reward }, i) => ((weights[i] ?? 0) * (reward - value)) ** 2));
  return { value, standardError: Math.sqrt(spread) / total, effective: effectiveOf(weights) };
}

/**
 * Doubly robust: what the model says of the other policy, corrected by what it got wrong on what was shown,
 * `mean(q̂(π) + w·(r − q̂))` (Dudík, Langford & Li 2011). Right where either the propensities or the model are.
 * @throws RangeError naming a probability that is none.
 */
export function doublyRobust(log: readonly Modelled[]): WhatIf {
  const weights = weightsOf(log);
  const terms = log.map(
    ({ reward, predicted, predictedByTarget }, i) =>
      predictedByTarget + (weights[i] ?? 0) * (reward - predicted),
  );
  const value = sum(terms) / terms.length;
  const spread = sum(terms.map((term) => (term - value) ** 2));
  return { value, standardError: Math.sqrt(spread) / terms.length, effective: effectiveOf(weights) };
}
