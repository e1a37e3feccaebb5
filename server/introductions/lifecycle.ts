import type { Lifecycle } from '#values/lifecycle';

/**
 * What an introduction is in the books. `declined` is written only when the offer's time is up, so that until then
 * a private no cannot be told from silence, not even by what is stored beside it on a screen.
 */
export type IntroductionState = 'suggested' | 'offered' | 'accepted' | 'met' | 'declined' | 'expired';

export const LIFECYCLE = {
  suggested: ['offered', 'expired'],
  offered: ['accepted', 'declined', 'expired'],
  accepted: ['met'],
  met: [],
  declined: [],
  expired: [],
} as const satisfies Lifecycle<IntroductionState>;
