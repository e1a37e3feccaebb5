import { z } from 'zod';
import { focus, openness } from '#contract/checkins';
import { personId } from '#contract/people';
import { idText, instant } from '#contract/platform';
import { skillId } from '#contract/skills';
import { seatId } from '#contract/spaces';

export const introductionId = idText.brand<'introduction'>();
export type IntroductionId = z.infer<typeof introductionId>;

/** Why two people might meet: codes and values, put into words by the client. */
export const fact = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('offers_what_you_need'), need: skillId, offer: skillId }),
  z.strictObject({ code: z.literal('helped_with_this_before'), skill: skillId, at: instant }),
  z.strictObject({ code: z.literal('speaks_of_it'), words: z.array(z.string()).max(3) }),
  z.strictObject({ code: z.literal('same_focus'), skill: skillId }),
  z.strictObject({ code: z.literal('never_met') }),
  z.strictObject({ code: z.literal('another_trade') }),
  z.strictObject({ code: z.literal('another_company') }),
  z.strictObject({ code: z.literal('newcomer') }),
]);
export type Fact = z.infer<typeof fact>;

/** What a host sees. A private no looks like a yes that has not come: `offered` until it lapses. */
export const hostState = z.enum(['suggested', 'offered', 'accepted', 'met']);
export type HostState = z.infer<typeof hostState>;

/** What one side sees: asked; answered yes and waiting for the other; both said yes; they have talked. */
export const personalState = z.enum(['offered', 'waiting', 'accepted', 'met']);
export type PersonalState = z.infer<typeof personalState>;

/** One opening question, chosen by what the two have in common. */
export const openingQuestion = z.enum([
  'ask_about_offer',
  'ask_about_need',
  'ask_about_focus',
  'ask_about_day',
]);
export type OpeningQuestion = z.infer<typeof openingQuestion>;

/** Revealed only when both said yes. */
export const counterpart = z.strictObject({
  name: z.string(),
  company: z.string().optional(),
  about: z.string().optional(),
  offers: z.array(skillId),
  seatId: seatId.optional(),
  seatLabel: z.string().optional(),
});
export type Counterpart = z.infer<typeof counterpart>;

export const personalIntroduction = z.strictObject({
  introductionId,
  state: personalState,
  /** What the other can do for me, what I could do for the other, and what holds for both. */
  forYou: z.array(fact),
  forThem: z.array(fact),
  shared: z.array(fact),
  expiresAt: instant.optional(),
  other: counterpart.optional(),
  question: openingQuestion.optional(),
  /** I have said whether the talk was useful. */
  valued: z.literal(true).optional(),
  /** I do not want to be introduced to them again, which only I see. */
  blocked: z.literal(true).optional(),
});
export type PersonalIntroduction = z.infer<typeof personalIntroduction>;

export const answer = z.strictObject({ answer: z.enum(['yes', 'not-now']) });
export type Answer = z.infer<typeof answer>['answer'];

/** Whether the talk was useful to whoever says so: nobody else sees it, and it teaches who should meet. */
export const valuation = z.strictObject({ useful: z.boolean() });

/** Somebody I do not want to meet again; the name only where I have learned it. */
export const ownBlock = z.strictObject({ introductionId, name: z.string().optional(), since: instant });
export type OwnBlock = z.infer<typeof ownBlock>;

/** Why a host says "not these two". */
export const refusalReason = z.enum(['acquainted', 'rivals', 'misfit', 'not_today']);
export type RefusalReason = z.infer<typeof refusalReason>;

export const refusal = z.strictObject({ reason: refusalReason });

export const outcome = z.strictObject({ outcome: z.enum(['talked']) });

export const hostIntroduction = z.strictObject({
  introductionId,
  state: hostState,
  pair: z.tuple([personId, personId]),
  /** `reasons[0]` is what pair[1] can do for pair[0]. */
  reasons: z.tuple([z.array(fact), z.array(fact)]),
  shared: z.array(fact),
  since: instant,
  /** One of the best set at once, which waits for a host's word. */
  inRound: z.literal(true).optional(),
});
export type HostIntroduction = z.infer<typeof hostIntroduction>;

export const roundProposed = z.strictObject({ proposed: z.int() });

/** Which of the best set are offered now; the others are put away. */
export const roundDecision = z.strictObject({ introductionIds: z.array(introductionId).max(200) });
export const roundOffered = z.strictObject({ offered: z.int() });

/** Where to sit, given what is on somebody's mind: a free seat near whom they may meet. */
export const seatProposalRequest = z.strictObject({ personId, openness, focus });
export const seatProposal = z.strictObject({ seatId: seatId.optional(), near: z.boolean() });
export type SeatProposal = z.infer<typeof seatProposal>;

export const permissions = ['introduction:own', 'introduction:manage', 'seat:propose'] as const;

export const errors = [
  'introduction_unknown',
  'introduction_over',
  'already_answered',
  'not_yet_introduced',
  'introduction_not_possible',
  'no_round_possible',
] as const;
