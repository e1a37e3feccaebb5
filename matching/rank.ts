import type { Need } from './need.ts';
import { memoryScores } from './signals/memory.ts';
import { skillScores } from './signals/skills.ts';
import { textScores } from './signals/text.ts';
import type { State } from './state.ts';
import type { EngineSettings, PersonId } from './types.ts';

/** What the pipeline is given beside the state. `at` is the instant of the question, in milliseconds. */
export interface Moment {
  at: number;
  settings: EngineSettings;
}

/** Each channel's raw scores for the candidates it touched. */
export interface Channels {
  memory: Map<PersonId, number>;
  text: Map<PersonId, number>;
  skills: Map<PersonId, number>;
}

/** The three channels for one need over some candidates. */
export function channelsFor(
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  moment: Moment,
): Channels {
  const { at, settings } = moment;
  const halfLifeDays = settings.habitHalfLifeDays;
  return {
    memory:
      settings.channels.memory === 0
        ? new Map()
        : memoryScores(need, candidates, state, { at, halfLifeDays }),
    text: settings.channels.text === 0 ? new Map() : textScores(need, candidates, state),
    skills: settings.channels.skills === 0 ? new Map() : skillScores(need, candidates, state, moment),
  };
}

/**
 * Relevance of the candidates to one need, in [0, 1]: each channel divided by its maximum among them, weighed, and
 * divided by the sum of the weights.
 */
export function relevanceAmong(
  channels: Channels,
  { channels: weights }: EngineSettings,
): Map<PersonId, number> {
  const relevance = new Map<PersonId, number>();
  const sum = weights.memory + weights.text + weights.skills;
  for (const channel of ['memory', 'text', 'skills'] as const) {
    const scores = channels[channel];
    let top = 0;
    for (const score of scores.values()) top = Math.max(top, score);
    if (top === 0) continue;
    for (const [id, score] of scores) {
      relevance.set(id, (relevance.get(id) ?? 0) + (weights[channel] / sum) * (score / top));
    }
  }
  return relevance;
}
