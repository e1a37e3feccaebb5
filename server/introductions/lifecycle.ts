import type { Lifecycle } from '#values/lifecycle';

/**
 * What an introduction is in the books. `declined` is written only when the offer's time is up, so that until then
 * a private no cannot be told from silence, not even by what is stored beside it on a screen. `refused` is a host's word.
 */
export type IntroductionState =
  | 'suggested'
  | 'offered'
  | 'accepted'
  | 'met'
  | 'declined'
  | 'refused'
  | 'expired';

export const LIFECYCLE = {
  suggested: ['offered', 'refused', 'expired'],
  offered: ['accepted', 'declined', 'refused', 'expired'],
  accepted: ['met'],
  met: [],
  declined: [],
  refused: [],
  expired: [],
} as const satisfies Lifecycle<IntroductionState>;
