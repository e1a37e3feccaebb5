import { worthOf } from '../rank.ts';
import { CHANNELS, weightsBy } from '../settings.ts';
import type { ChannelWeights } from '../types.ts';

/** One choice: what the channels said of everybody in a room, and who of them did help. */
export interface Choice {
  signals: readonly ChannelWeights[];
  helped: readonly boolean[];
}

/**
 * How strongly a weight is drawn towards 1, all channels alike: a young house knows little, and what it says of one
 * channel may be chance. Held-out days of the history fare alike from .01 to .1, and worse outside.
 */
const RIDGE = 0.03;
const ALIKE = 1;
const MOST_SWEEPS = 200;
const SMALL_ENOUGH = 1e-5;

/** Slope and curvature of the mean log-likelihood of the choices along one channel's weight. */
function alongChannel(
  channel: keyof ChannelWeights,
  weights: ChannelWeights,
  choices: readonly Choice[],
): { slope: number; curvature: number } {
  let slope = 0;
  let curvature = 0;
  for (const { signals, helped } of choices) {
    const worths = signals.map((one) => worthOf(one, weights));
    const best = Math.max(...worths);
    const odds = worths.map((worth) => Math.exp(worth - best));
    const sum = odds.reduce((a, b) => a + b, 0);
    let mean = 0;
    let square = 0;
    let seen = 0;
    let helpers = 0;
    for (const [i, one] of signals.entries()) {
      const [value, p] = [one[channel], (odds[i] ?? 0) / sum];
      mean += p * value;
      square += p * value ** 2;
      if (helped[i] !== true) continue;
      seen += value;
      helpers++;
    }
    slope += seen / helpers - mean;
    curvature += square - mean ** 2;
  }
  return { slope: slope / choices.length, curvature: curvature / choices.length };
}

/**
 * The weights ≥ 0 under which those who did help were likeliest, by a conditional logit (McFadden 1974) with a ridge
 * around equal weights: Newton's step along one channel after the other until none moves. The likelihood is concave, so
 * there is one answer.
 * @throws RangeError when there is no choice to learn from.
 */
export function learnWeights(choices: readonly Choice[]): ChannelWeights {
  if (choices.length === 0) throw new RangeError('choices: none to learn from');
  const weights = weightsBy(() => ALIKE);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let moved = 0;
    for (const channel of CHANNELS) {
      const { slope, curvature } = alongChannel(channel, weights, choices);
      const step = (slope - RIDGE * (weights[channel] - ALIKE)) / (curvature + RIDGE);
      const next = Math.max(0, weights[channel] + step);
      moved = Math.max(moved, Math.abs(next - weights[channel]));
      weights[channel] = next;
    }
    if (moved < SMALL_ENOUGH) break;
  }
  return weights;
}
