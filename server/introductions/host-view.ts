import type { HostIntroduction, HostState } from './contract.ts';
import type { IntroductionState } from './lifecycle.ts';
import type { IntroductionDocument } from './model.ts';
import { factOf } from './personal-view.ts';

/** The states that hosts see. A private no looks like silence to them too; what is over is simply gone. */
const HOST_STATES = {
  suggested: 'suggested',
  offered: 'offered',
  accepted: 'accepted',
  met: 'met',
  declined: undefined,
  refused: undefined,
  expired: undefined,
} as const satisfies Record<IntroductionState, HostState | undefined>;

/** An introduction as hosts see it: none, or one. */
export function hostViewOf(introduction: IntroductionDocument): HostIntroduction[] {
  const {
    _id: introductionId,
    pair,
    reasons,
    shared,
    suggestedAt,
    offeredAt,
    acceptedAt,
    metAt,
    inRound,
  } = introduction;
  const state = HOST_STATES[introduction.state];
  if (!state) return [];
  return [
    {
      introductionId,
      state,
      pair: [pair[0], pair[1]],
      reasons: [reasons[0].map(factOf), reasons[1].map(factOf)],
      shared: shared.map(factOf),
      since: (metAt ?? acceptedAt ?? offeredAt ?? suggestedAt).toISOString(),
      ...(inRound && state === 'suggested' ? { inRound } : {}),
    },
  ];
}
