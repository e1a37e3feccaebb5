import { doublyRobust, type Modelled, selfNormalised } from './off-policy.ts';

/** One place that was filled and offered, as it was logged, with what came of it. */
export interface Filled {
  /** With which share chance filled the place, in (0, 1). */
  randomShare: number;
  /** With which probability what was shown was shown, in (0, 1]. */
  propensity: number;
  /** What each of the two can do for the other, in [0, 1]. */
  relevance: readonly [number, number];
  surprise: number;
  /** 1 where it came about, 0 where not. */
  reward: number;
}

/** What else might fill the places: with which share of chance, and what it would rather leave empty. */
export interface Policy {
  name: string;
  /** None: as large as it was. */
  randomShare?: number;
  keeps?(filled: Filled): boolean;
}

/** A share of the offers a policy would make, with its 95 % interval. */
export interface Share {
  value: number;
  low: number;
  high: number;
}

/** What a policy would have come to, by two estimators. */
export interface Outlook {
  name: string;
  /** How many of the places it would fill, of all that were filled. */
  filled: number;
  selfNormalised: Share;
  doublyRobust: Share;
  /** To how many observations of this policy the log amounts (Kish 1965). */
  effective: number;
}

/** What is asked of the log as a rule. */
export const POLICIES: readonly Policy[] = [
  { name: 'as it was' },
  { name: 'only the engine', randomShare: 0 },
  { name: 'only chance', randomShare: 1 },
  { name: 'a fifth by chance', randomShare: 0.2 },
  ...[0.3, 0.4, 0.5].map((floor) => ({
    name: `only the engine, relevance ≥ ${floor}`,
    randomShare: 0,
    keeps: ({ relevance }: Filled) => Math.max(...relevance) >= floor,
  })),
  {
    name: 'only the engine, surprise ≥ 0.5',
    randomShare: 0,
    keeps: ({ surprise }) => surprise >= 0.5,
  },
];

const Z = 1.96;
/** So many imagined outcomes of the usual kind keep the model sober where it has seen few. */
const IMAGINED = 4;

/**
 * How the place was filled: whether with the best, and how many there were to draw from. Both follow from the propensity,
 * `(1−ε)·[is best] + ε/n`, as long as ε is under a half: whatever is not the best is one of two at least.
 * @throws RangeError where no number of people gives this propensity.
 */
export function choiceOf({ propensity, randomShare }: Pick<Filled, 'propensity' | 'randomShare'>) {
  if (!(randomShare > 0 && randomShare < 0.5))
    throw new RangeError(`randomShare: ${randomShare} is not in (0, ½)`);
  const isBest = propensity >= 1 - randomShare;
  const of = randomShare / (propensity - (isBest ? 1 - randomShare : 0));
  if (!(of > 0.5 && Math.abs(of - Math.round(of)) < 1e-3 * of))
    throw new RangeError(`propensity: ${propensity} is none of a share of ${randomShare}`);
  return { isBest, of: Math.round(of) };
}

/** A place with how it was filled, and with which probability a policy would show the best, and what was shown. */
interface Weighed extends Filled {
  isBest: boolean;
  propensityOfBest: number;
  target: number;
}

function weigh(filled: Filled, { randomShare = filled.randomShare }: Policy): Weighed {
  const { isBest, of } = choiceOf(filled);
  const byChance = randomShare / of;
  const propensityOfBest = 1 - randomShare + byChance;
  return { ...filled, isBest, propensityOfBest, target: isBest ? propensityOfBest : byChance };
}

/** The mean of some numbers but one, drawn towards a usual one. */
const meanWithout = (sum: number, count: number, left: number, usual: number) =>
  (sum - left + IMAGINED * usual) / (count - 1 + IMAGINED);

/**
 * A log with a simple model of its rewards: those of the best are like the others of the best, those drawn by chance like
 * the others drawn. No place is told by its own outcome, so that the model owes nothing to what it is held against.
 */
function modelled(log: readonly Weighed[], rewardOf: (filled: Weighed) => number): Modelled[] {
  const rewards = log.map(rewardOf);
  const usual = rewards.reduce((sum, one) => sum + one, 0) / log.length;
  const sums = { best: 0, drawn: 0 };
  const counts = { best: 0, drawn: 0 };
  for (const [i, { isBest }] of log.entries()) {
    sums[isBest ? 'best' : 'drawn'] += rewards[i] ?? 0;
    counts[isBest ? 'best' : 'drawn']++;
  }
  return log.map((one, i) => {
    const { propensity, target, isBest, propensityOfBest } = one;
    const reward = rewards[i] ?? 0;
    const expected = (kind: 'best' | 'drawn') =>
      (kind === 'best') === isBest
        ? meanWithout(sums[kind], counts[kind], reward, usual)
        : (sums[kind] + IMAGINED * usual) / (counts[kind] + IMAGINED);
    const [best, drawn] = [expected('best'), expected('drawn')];
    return {
      reward,
      propensity,
      target,
      predicted: isBest ? best : drawn,
      predictedByTarget: propensityOfBest * best + (1 - propensityOfBest) * drawn,
    };
  });
}

const shareOf = (value: number, standardError: number): Share => ({
  value,
  low: value - Z * standardError,
  high: value + Z * standardError,
});

/**
 * What a policy would have come to, by offer. What it leaves empty is no offer, so the share is one of two means, of what
 * comes about and of what is kept: self-normalised it is one, `Σ w·k·r / Σ w·k`; doubly robust it is the quotient of both,
 * with the standard error of the linearised one.
 * @throws RangeError where a propensity is none.
 */
export function outlookOf(log: readonly Filled[], policy: Policy): Outlook {
  const keeps = policy.keeps ?? (() => true);
  const weighed = log.map((filled) => weigh(filled, policy));
  const kept = weighed.map((one) => (keeps(one) ? one : { ...one, target: 0 }));
  const direct = selfNormalised(kept);
  const keptOf = (one: Weighed) => Number(keeps(one));
  const comesAbout = doublyRobust(modelled(weighed, (one) => keptOf(one) * one.reward));
  const filled = doublyRobust(modelled(weighed, keptOf)).value;
  const share = comesAbout.value / filled;
  const linear = doublyRobust(modelled(weighed, (one) => keptOf(one) * (one.reward - share)));
  return {
    name: policy.name,
    filled,
    selfNormalised: shareOf(direct.value, direct.standardError),
    doublyRobust: shareOf(share, linear.standardError / filled),
    effective: direct.effective,
  };
}
