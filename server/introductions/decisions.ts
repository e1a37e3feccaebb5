import type { PersonId } from '#contract/people';
import type { SpaceId } from '#contract/spaces';
import type { IntroductionId } from './contract.ts';
import type { Choice, IntroductionDocument } from './model.ts';

/** How far a suggestion has come; each is more than the one before. `open` may still become any of the next. */
export type Outcome = 'not_offered' | 'open' | 'not_accepted' | 'accepted' | 'met' | 'useful';

/** A place that was filled for somebody, as it was decided, with what came of it: ids and numbers, no words, no names. */
export interface Decision extends Choice {
  introductionId: IntroductionId;
  spaceId: SpaceId;
  suggestedAt: string;
  pair: readonly [PersonId, PersonId];
  arm: 'engine' | 'random';
  /** With which probability this pair was shown at this place. */
  propensity: number;
  relevance: readonly [number, number];
  surprise: number;
  value: number;
  outcome: Outcome;
}

/** It was useful where one of the two has said so; who has not said anything has not said no. */
function outcomeOf({ state, offeredAt, valued = [] }: IntroductionDocument): Outcome {
  if (!offeredAt) return 'not_offered';
  if (state === 'met') return valued.some(({ useful }) => useful) ? 'useful' : 'met';
  if (state === 'accepted') return 'accepted';
  return state === 'offered' ? 'open' : 'not_accepted';
}

/** What was decided, where chance had a say: nothing of a round, which is the best of the whole room at once. */
export function decisionOf(introduction: IntroductionDocument): Decision[] {
  const { _id: introductionId, spaceId, suggestedAt, pair, arm, propensity, choice } = introduction;
  if (!choice) return [];
  const { relevance, surprise, value } = introduction;
  return [
    {
      introductionId,
      spaceId,
      suggestedAt: suggestedAt.toISOString(),
      pair,
      ...choice,
      arm,
      propensity,
      relevance,
      surprise,
      value,
      outcome: outcomeOf(introduction),
    },
  ];
}
