import type { PersonId } from '#contract/people';
import { checkInId } from '../../server/checkins/contract.ts';
import { introductionId } from '../../server/introductions/contract.ts';
import type { IntroductionDocument } from '../../server/introductions/model.ts';
import { personId as personIdOf } from '../../server/people/contract.ts';
import { skillId } from '../../server/skills/contract.ts';
import { spaceId } from '../../server/spaces/contract.ts';

export const ANA: PersonId = personIdOf.parse('ana');
export const BO: PersonId = personIdOf.parse('bo');

/** Two people who could help each other, with an offer before both. */
export function introductionOf(overrides: Partial<IntroductionDocument> = {}): IntroductionDocument {
  const focus = { text: '', skills: [] };
  const [vat, research] = [skillId.parse('vat'), skillId.parse('ux-research')];
  return {
    _id: introductionId.parse('introduction-1'),
    spaceId: spaceId.parse('utrecht-domplein'),
    pair: [ANA, BO],
    openPair: 'ana bo',
    checkIns: [checkInId.parse('check-in-1'), checkInId.parse('check-in-2')],
    focuses: [focus, focus],
    state: 'offered',
    reasons: [
      [{ code: 'offers_what_you_need', need: research, offer: research }],
      [{ code: 'offers_what_you_need', need: vat, offer: vat }],
    ],
    shared: [{ code: 'never_met' }],
    value: 1,
    relevance: [0.5, 0.5],
    surprise: 1,
    arm: 'engine',
    propensity: 1,
    suggestedAt: new Date('2026-11-24T09:00:00Z'),
    offeredAt: new Date('2026-11-24T09:00:00Z'),
    expiresAt: new Date('2026-11-24T09:30:00Z'),
    occupied: [ANA, BO],
    slots: ['ana:2026-11-24:0', 'bo:2026-11-24:0'],
    yes: [],
    no: [],
    answers: [],
    talked: [],
    ...overrides,
  };
}
