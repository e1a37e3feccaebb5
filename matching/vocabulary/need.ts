import type { Focus, PersonFacts, SkillId } from '../types.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';
import { type Bag, isFigure, pour, spokenIn } from './words.ts';

/** How much a skill is needed, in (0, 1], and what it means. */
export interface NeededSkill {
  weight: number;
  meaning: Meaning;
}

/** What somebody needs now, ready for the three channels: words and skills with their weights in (0, 1]. */
export interface Need {
  words: ReadonlyMap<string, number>;
  skills: ReadonlyMap<SkillId, NeededSkill>;
  /** The words of today's text as typed, by stem: what a reason may quote. */
  spoken: ReadonlyMap<string, string>;
}

/** A need that was kept counts less than what is on the mind today. */
const KEPT = 0.6;
/** A skill read from the text and confirmed by nobody counts less than one that was. */
const READ = 0.7;

/** The mark that tells a skill from a word among terms; no word begins with it. */
const SKILL_MARK = '#';

/** The term under which a skill stands among words. */
export const marked = (skill: SkillId) => SKILL_MARK + skill;

/** Whether a term stands for a skill. */
export const isMarked = (term: string) => term.startsWith(SKILL_MARK);

/** The skill that a marked term stands for. */
export const unmarked = (term: string): SkillId => term.slice(SKILL_MARK.length);

/** Words and marked skills of a need, given the words of its text: what past needs are compared by. */
export function needBag(
  text: ReadonlyMap<string, number>,
  skills: readonly SkillId[],
  vocabulary: Vocabulary,
): Bag {
  const bag: Bag = new Map(text);
  for (const skill of skills) {
    pour(bag, vocabulary.wordsNaming(skill));
    pour(bag, new Map([[marked(skill), 1]]));
  }
  return bag;
}

/** Today's focus and the kept needs as one need. Skills are read from the text only where none was confirmed. */
export function needOf(focus: Focus, kept: PersonFacts['needs'], vocabulary: Vocabulary): Need {
  const skills = new Map<SkillId, number>(kept.map((skill) => [skill, KEPT]));
  if (focus.skills.length === 0) {
    for (const { skill, score } of vocabulary.propose(focus.text)) skills.set(skill, READ * score);
  }
  for (const skill of focus.skills) skills.set(skill, 1);
  const spoken = spokenIn(focus.text);
  const words = new Map<string, number>();
  for (const [stem, word] of spoken) if (!isFigure(word)) words.set(stem, 1);
  const needed = new Map<SkillId, NeededSkill>();
  for (const [skill, weight] of skills) {
    const meaning = vocabulary.meaningOf(skill);
    needed.set(skill, { weight, meaning });
    for (const word of meaning.naming.keys()) words.set(word, Math.max(weight, words.get(word) ?? 0));
  }
  return { words, skills: needed, spoken };
}
