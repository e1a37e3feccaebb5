import { createVocabulary, type Vocabulary } from '#matching';
import type { Language } from '#values/locale';
import { type SkillId, type SkillNames, type SkillProposalView, skillId } from './contract.ts';
import { seed } from './seed.ts';

export type SkillService = ReturnType<typeof createSkillService>;

/** The vocabulary that offers and needs point to. */
export function createSkillService() {
  const vocabulary: Vocabulary = createVocabulary(seed);

  /** A skill's name in a language; a free skill is called what was typed. */
  function nameOf(skill: string, language: Language): string {
    return vocabulary.entry(skill)?.labels[language] ?? skill.replace(/^free:/, '');
  }

  return {
    vocabulary,
    nameOf,

    /** Skills that plain words speak of, best first. */
    propose(text: string, language: Language): SkillProposalView[] {
      return vocabulary.propose(text, 8).map(({ skill, matched, score }) => ({
        skill: skillId.parse(skill),
        label: nameOf(skill, language),
        matched,
        score,
      }));
    },

    /** Every skill's name in one language. */
    names(language: Language): SkillNames {
      return { language, names: Object.fromEntries(seed.map(({ id, labels }) => [id, labels[language]])) };
    },

    /** Skills that a person said in words of their own are kept as they are, in one spelling. */
    freeSkill(text: string): SkillId {
      return skillId.parse(vocabulary.freeSkill(text));
    },
  };
}
