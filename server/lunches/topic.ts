import type { Fact } from '#contract/introductions';
import type { SkillId } from '#contract/skills';
import type { TablePair } from './contract.ts';

function skillOf(fact: Fact): SkillId | undefined {
  switch (fact.code) {
    case 'offers_what_you_need':
      return fact.need;
    case 'helped_with_this_before':
    case 'same_focus':
      return fact.skill;
    default:
      return undefined;
  }
}

/** What a table has to talk about: the skill that most of its pairs have a reason in; the first named of equals. */
export function topicOf(pairs: readonly TablePair[]): SkillId | undefined {
  const counts = new Map<SkillId, number>();
  for (const { reasons, shared } of pairs) {
    const named = [...reasons[0], ...reasons[1], ...shared].flatMap((fact) => skillOf(fact) ?? []);
    for (const skill of new Set(named)) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
