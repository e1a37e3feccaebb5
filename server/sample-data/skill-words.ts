import { proposalReply, type SkillId, skillId } from '#contract/skills';
import type { Language } from '#values/locale';
import type { Mind } from './day.ts';
import type { Doors } from './doors.ts';

const LIKELY = 0.5;
const MOST = 8;

/** Looks up skills in the house's vocabulary, as the chips on the kiosk do. */
export interface SkillWords {
  /** What somebody accepts of the skills that their words propose. */
  inMind(mind: Mind, language: Language): Promise<SkillId[]>;
  /** One skill a tag: the vocabulary's where it is called the same, and otherwise a free one. */
  named(words: readonly string[]): Promise<SkillId[]>;
}

/** @param token a kiosk's, which may ask for proposals. */
export function createSkillWords(doors: Doors, token: string): SkillWords {
  const asked = new Map<string, Promise<SkillId>>();

  async function propose(text: string, language: Language) {
    const path = '/skills/proposals';
    const { proposals } = await doors.call({ path, body: { text, language }, token, reply: proposalReply });
    return proposals;
  }

  async function lookUp(words: string): Promise<SkillId> {
    // A tag is read without its surroundings, and nobody is there to see that the style of a beer is not personal
    // styling: only a skill that is called the same is accepted.
    const isCalled = (label: string) => label.toLowerCase() === words;
    const known = (await propose(words, 'en')).find(({ label }) => isCalled(label));
    return known?.skill ?? skillId.parse(`free:${words}`);
  }

  function nameOf(words: string): Promise<SkillId> {
    const found = asked.get(words) ?? lookUp(words);
    asked.set(words, found);
    return found;
  }

  const named = (words: readonly string[]) => Promise.all(words.map(nameOf));
  return {
    named,
    async inMind({ text, tags }, language) {
      if (tags) return named(tags);
      if (text === '') return [];
      const proposals = await propose(text, language);
      return proposals
        .filter(({ score }) => score >= LIKELY)
        .slice(0, MOST)
        .map(({ skill }) => skill);
    },
  };
}
