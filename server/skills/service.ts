import type { Connection } from 'mongoose';
import { createVocabulary, type SkillEntry, type Vocabulary } from '#matching';
import { newId } from '#platform/tokens';
import type { Language } from '#values/locale';
import { type SkillId, type SkillNames, type SkillProposalView, skillId } from './contract.ts';
import { type AddedSkillDocument, createAddedSkillModel } from './model.ts';
import { seed } from './seed.ts';

export type SkillService = ReturnType<typeof createSkillService>;

/** The vocabulary that offers and needs point to. */
export function createSkillService({ connection }: { connection: Connection }) {
  const AddedSkills = createAddedSkillModel(connection);
  const entries: SkillEntry[] = [...seed];
  const vocabulary: Vocabulary = createVocabulary(seed);

  /** A skill's name in a language; a free skill is called what was typed. */
  function nameOf(skill: string, language: Language): string {
    return vocabulary.entry(skill)?.labels[language] ?? skill.replace(/^free:/, '');
  }

  return {
    vocabulary,
    nameOf,
    entries: (): readonly SkillEntry[] => entries,

    /** Takes in what was added beside the seed; once, before the first request. An id that ships since then wins. */
    async load(): Promise<void> {
      const found = await AddedSkills.find({}).sort({ _id: 1 }).lean<AddedSkillDocument[]>();
      for (const { _id: id, labels, synonyms, parent } of found) {
        if (vocabulary.entry(id) !== undefined) continue;
        const entry = { id, labels, ...(synonyms && { synonyms }), ...(parent && { parent }) };
        vocabulary.add(entry);
        entries.push(entry);
      }
    },

    /** Keeps new entries in one write; when it fails, what it had kept is taken back and the fault thrown on. */
    async add(added: readonly { entry: SkillEntry; source: string }[]): Promise<void> {
      const batch = newId();
      const documents = added.map(({ entry: { id, ...rest }, source }) => ({
        _id: id,
        ...rest,
        source,
        batch,
      }));
      try {
        if (documents.length > 0) await AddedSkills.insertMany(documents);
      } catch (fault) {
        await AddedSkills.deleteMany({ batch });
        throw fault;
      }
    },

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
      return { language, names: Object.fromEntries(entries.map(({ id, labels }) => [id, labels[language]])) };
    },

    /** Skills that a person said in words of their own are kept as they are, in one spelling. */
    freeSkill(text: string): SkillId {
      return skillId.parse(vocabulary.freeSkill(text));
    },
  };
}
