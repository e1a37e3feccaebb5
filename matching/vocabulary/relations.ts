import type { SkillId } from '../types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How well an offer answers a need, by where the two stand in the vocabulary (start values). */
const RELATION = { same: 1, narrower: 0.8, broader: 0.6, sibling: 0.3 };
/** Siblings count only under a parent so narrow that they are of one trade. */
const CLOSE_FAMILY = 12;
/** An answer that fits less than this is no reason one could say aloud. */
export const SAYABLE = 0.5;
/** "Helped with this" is said of the skill itself or a narrower one only. */
export const THE_SAME = 0.8;

/** The skills of the vocabulary that answer a need for one skill, each with how well, in (0, 1]; itself is 1. */
export function answersTo(
  skill: SkillId,
  vocabulary: Pick<Vocabulary, 'parentsOf' | 'childrenOf'>,
): ReadonlyMap<SkillId, number> {
  const answers = new Map<SkillId, number>();
  const [parent] = vocabulary.parentsOf(skill);
  const family = parent === undefined ? [] : vocabulary.childrenOf(parent);
  if (family.length <= CLOSE_FAMILY) for (const sibling of family) answers.set(sibling, RELATION.sibling);
  if (parent !== undefined) answers.set(parent, RELATION.broader);
  for (const child of vocabulary.childrenOf(skill)) answers.set(child, RELATION.narrower);
  answers.set(skill, RELATION.same);
  return answers;
}
