import { z } from 'zod';
import { language, lineOfText } from '#contract/platform';

/** An entry of the vocabulary (`vat`) or a free skill nobody has merged yet (`free:belgian beer`). */
export const skillId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^(?:[a-z0-9][a-z0-9-]*|free:[^\p{Cc}]+)$/u)
  .brand<'skill'>();
export type SkillId = z.infer<typeof skillId>;

export const skillList = z
  .array(skillId)
  .max(24)
  .overwrite((ids) => [...new Set(ids)]);

export const proposalRequest = z.strictObject({ text: lineOfText(280), language });

/** `matched` is the stretch of the text that the skill was found in. */
export const skillProposal = z.strictObject({
  skill: skillId,
  label: z.string(),
  matched: z.string(),
  score: z.number().min(0).max(1),
});
export type SkillProposalView = z.infer<typeof skillProposal>;

export const proposalReply = z.strictObject({ proposals: z.array(skillProposal) });

/** Every skill's name in one language; a free skill's name is what stands after `free:`. */
export const skillNames = z.strictObject({ language, names: z.record(z.string(), z.string()) });
export type SkillNames = z.infer<typeof skillNames>;

export const permissions = ['skill:view'] as const;

export const errors = [] as const;
