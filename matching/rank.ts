import { backgroundOf } from './signals/background.ts';
import { circleScores } from './signals/circle.ts';
import { lately } from './signals/lately.ts';
import { likelihoods } from './signals/likelihood.ts';
import { memoryScores } from './signals/memory.ts';
import { skillScores } from './signals/skills.ts';
import { asking } from './signals/yardstick.ts';
import type { State } from './state/state.ts';
import type { ChannelWeights, EngineSettings, PersonId } from './types.ts';
import type { Need } from './vocabulary/need.ts';

/** What the pipeline is given beside the state. `at` is the instant of the question, in milliseconds. */
export interface Moment {
  at: number;
  settings: EngineSettings;
  /** In a break, such as lunch, whoever is open in breaks only may be brought together too. */
  isBreak?: boolean;
}

/** A need, and whose it is if that is known. */
export interface Question {
  need: Need;
  asker: PersonId | undefined;
}

/** How one candidate stands before a question. */
export interface Standing {
  /** What each channel says, on the scale its weight was learned for. */
  signals: ChannelWeights;
  /** Whether a channel that counts has anything of the need itself: a past need, a word, or a skill. */
  fits: boolean;
}

/** A channel without evidence says this share of what its best says, so that one silent channel is no veto. */
const SILENT = 0.02;

/** A channel's scores on a logarithmic scale of shares of the best among the candidates. */
function inShares(scores: ReadonlyMap<PersonId, number>): (id: PersonId) => number {
  let top = 0;
  for (const score of scores.values()) top = Math.max(top, score);
  return (id) => Math.log(SILENT + (top === 0 ? 0 : (scores.get(id) ?? 0) / top));
}

/** What the channels say of some candidates; those of weight 0 are not read. */
export function standings(
  { need, asker }: Question,
  candidates: readonly PersonId[],
  state: State,
  moment: Moment,
): Map<PersonId, Standing> {
  const { at, settings } = moment;
  const { channels } = settings;
  const none = new Map();
  const { memory, skills } = asking(need, state, (yardstick) => ({
    memory: channels.memory > 0 ? memoryScores(yardstick, candidates, state, at) : none,
    skills: channels.skills > 0 ? skillScores(yardstick, candidates, state, moment) : none,
  }));
  const asked = [...need.words].map(([word, weight]) => [state.lexicon.of(word), weight] as const);
  const text = channels.text > 0 ? likelihoods(asked, candidates, state) : none;
  const known = channels.background > 0 ? backgroundOf(asker, state) : [];
  const background = likelihoods(known, candidates, state);
  const circle = channels.circle > 0 ? circleScores(asker, candidates, state, moment) : none;
  const [memoryOf, skillsOf, circleOf] = [inShares(memory), inShares(skills), inShares(circle)];
  const standing = new Map<PersonId, Standing>();
  for (const id of candidates) {
    const person = state.people.get(id);
    if (person === undefined) continue;
    const signals = {
      memory: memoryOf(id),
      text: text.get(id)?.likelihood ?? 0,
      skills: skillsOf(id),
      background: background.get(id)?.likelihood ?? 0,
      circle: circleOf(id),
      lately: lately(person, at),
    };
    const fits = (memory.get(id) ?? 0) > 0 || (skills.get(id) ?? 0) > 0 || text.get(id)?.touches === true;
    standing.set(id, { signals, fits });
  }
  return standing;
}

/** The weighed sum of what the channels say. */
export function worthOf(signals: ChannelWeights, weights: ChannelWeights): number {
  return (
    weights.memory * signals.memory +
    weights.text * signals.text +
    weights.skills * signals.skills +
    weights.background * signals.background +
    weights.circle * signals.circle +
    weights.lately * signals.lately
  );
}

/**
 * How likely each candidate is the one of them who helps, in [0, 1], by a conditional logit `p_y ∝ exp(Σ w_c·s_cy)`
 * (McFadden 1974); 0 for those of whom nothing fits the need.
 */
export function chances(
  standing: ReadonlyMap<PersonId, Standing>,
  weights: ChannelWeights,
): Map<PersonId, number> {
  const worths = [...standing].map(([id, { signals, fits }]) => ({
    id,
    fits,
    worth: worthOf(signals, weights),
  }));
  const best = worths.reduce((top, { worth }) => Math.max(top, worth), Number.NEGATIVE_INFINITY);
  const odds = worths.map(({ id, fits, worth }) => ({ id, odds: fits ? Math.exp(worth - best) : 0 }));
  const sum = odds.reduce((total, { odds: one }) => total + one, 0);
  return new Map(odds.map(({ id, odds: one }) => [id, sum === 0 ? 0 : one / sum]));
}
