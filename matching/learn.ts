import type { Channel, Fact, PersonId, Shown } from './types.ts';

/** A line on the logit scale, with how sure it is: the precision matrix of (base, slope). */
export interface Line {
  base: number;
  slope: number;
  precision: readonly [base: number, both: number, slope: number];
}

/** What outcomes have taught so far. */
export interface Learned {
  /** Logit of a yes beyond the person's own readiness: `c0 + c1·(gain + ½·gives)`. */
  yes: Line;
  /** Logit of "it was useful" by surprise. */
  useful: Line;
  /** For each kind of reason: yeses of those who were told it, and how many the model had expected. */
  told: Record<Channel, { yes: number; expected: number }>;
}

/** What was shown of a pair, as far as its answers are learned from; `sides[0]` is who comes first by id. */
export interface Impression {
  surprise: number;
  sides: readonly [Side, Side];
}

interface Side {
  gain: number;
  gives: number;
  told: readonly Channel[];
  hasAnswered: boolean;
}

/** Being of use draws half as much as being helped. */
const GIVING = 0.5;
/** Imagined answers that stand behind the trust in a kind of reason. */
const TRUST_PRIOR = 20;
const LEAST_TRUST = 0.5;
const MOST_TRUST = 1.25;
const CHANNELS: readonly Channel[] = ['memory', 'text', 'skills'];
/** The kind of reason that each channel gives. */
const REASON_OF = {
  memory: 'helped_with_this_before',
  text: 'speaks_of_it',
  skills: 'offers_what_you_need',
} as const satisfies Record<Channel, Fact['code']>;

const logistic = (z: number) => 1 / (1 + Math.exp(-z));
const logit = (p: number) => Math.log(p / (1 - p));

/** Before anything has happened: relevance draws, surprise neither helps nor harms (start values). */
export function nothingLearned(): Learned {
  const nobody = () => ({ yes: 0, expected: 0 });
  return {
    yes: { base: -1, slope: 3, precision: [10, 0, 4] },
    useful: { base: 0, slope: 0, precision: [10, 0, 10] },
    told: { memory: nobody(), text: nobody(), skills: nobody() },
  };
}

/** What somebody has to gain from a meeting, and to give in it, each in [0, 1]; `willing` is their readiness, in (0, 1). */
interface Draw {
  willing: number;
  gain: number;
  gives: number;
}

const drawOf = ({ gain, gives }: Pick<Draw, 'gain' | 'gives'>) => gain + GIVING * gives;

/** Probability that a person says yes: `σ(logit w + c0 + c1·(gain + ½·gives))`. */
export function chanceOfYes(draw: Draw, { yes }: Learned): number {
  return logistic(logit(draw.willing) + yes.base + yes.slope * drawOf(draw));
}

/** How much likelier a meeting of this surprise is useful than one that was expected; 1 before any outcome. */
export function worthOfSurprise(surprise: number, { useful }: Learned): number {
  return logistic(useful.base + useful.slope * surprise) / logistic(useful.base);
}

/**
 * How far each channel is trusted: its start value times observed over expected yeses, shrunk towards 1 by twenty imagined
 * answers, in ½…1¼. A channel that promises what people then decline is believed less.
 */
export function trusted(start: Record<Channel, number>, { told }: Learned): Record<Channel, number> {
  const trust = (channel: Channel) => {
    const { yes, expected } = told[channel];
    const ratio = (yes + TRUST_PRIOR) / (expected + TRUST_PRIOR);
    return Math.min(1, start[channel] * Math.min(MOST_TRUST, Math.max(LEAST_TRUST, ratio)));
  };
  return { memory: trust('memory'), text: trust('text'), skills: trust('skills') };
}

/**
 * One step of Bayesian logistic regression in one look (Laplace's approximation kept up to date; Spiegelhalter &
 * Lauritzen 1990): the precision grows by the information of this outcome, the mean moves by its surprise. O(1).
 */
function after({ base, slope, precision: [p, q, r] }: Line, x: number, seen: Seen): Line {
  const error = (seen.outcome ? 1 : 0) - seen.expected;
  const information = seen.expected * (1 - seen.expected);
  const precision = [p + information, q + information * x, r + information * x * x] as const;
  const determinant = precision[0] * precision[2] - precision[1] ** 2;
  return {
    base: base + (error * (precision[2] - precision[1] * x)) / determinant,
    slope: slope + (error * (precision[0] * x - precision[1])) / determinant,
    precision,
  };
}

interface Seen {
  outcome: boolean;
  expected: number;
}

function sideOf({ relevance, told }: Shown, own: 0 | 1): Side {
  return {
    gain: relevance[own],
    gives: relevance[own === 0 ? 1 : 0],
    told: CHANNELS.filter((channel) => told[own].includes(REASON_OF[channel])),
    hasAnswered: false,
  };
}

/** What is kept of a suggestion that was shown, for its answers. The pair may be told in either order. */
export function impressionOf([first, second]: readonly [PersonId, PersonId], shown: Shown): Impression {
  const [one, other] = [sideOf(shown, 0), sideOf(shown, 1)];
  return { surprise: shown.surprise, sides: first < second ? [one, other] : [other, one] };
}

/** Takes in one side's answer; the second answer of one side to the same offer teaches nothing. */
export function learnAnswer(learned: Learned, side: Side, { willing, yes }: Answer): void {
  if (side.hasAnswered) return;
  side.hasAnswered = true;
  const expected = chanceOfYes({ ...side, willing }, learned);
  learned.yes = after(learned.yes, drawOf(side), { outcome: yes, expected });
  for (const channel of side.told) {
    const before = learned.told[channel];
    learned.told[channel] = { yes: before.yes + (yes ? 1 : 0), expected: before.expected + expected };
  }
}

/**
 * Takes in that a host found one side's reasons no reason: a yes that was expected and will not come. The line is left as
 * it is, since nobody said no.
 */
export function learnMisfit(learned: Learned, side: Side, willing: number): void {
  const missed = chanceOfYes({ ...side, willing }, learned);
  for (const channel of side.told) {
    const { yes, expected } = learned.told[channel];
    learned.told[channel] = { yes, expected: expected + missed };
  }
}

interface Answer {
  willing: number;
  yes: boolean;
}

/** Takes in whether a meeting of some surprise was useful to one of the two. */
export function learnUse(learned: Learned, surprise: number, outcome: boolean): void {
  const expected = logistic(learned.useful.base + learned.useful.slope * surprise);
  learned.useful = after(learned.useful, surprise, { outcome, expected });
}
