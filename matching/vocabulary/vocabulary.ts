import type { SkillEntry, SkillId, SkillProposal } from '../types.ts';
import { createPhraseIndex } from './phrases.ts';
import { answersTo } from './relations.ts';
import { bagOf, LANGUAGES, normalised, spokenIn, wordsOf } from './words.ts';

/** The longest text that is read for skills, in characters. */
export const LONGEST_TEXT = 20_000;
const LONGEST_FREE_SKILL = 80;
const FREE = 'free:';

/** The skills a space knows, and the way from plain words to them. */
export interface Vocabulary {
  /**
   * The skills a text speaks of, surest first, at most `limit` (default 5). Words it does not know propose
   * nothing. @throws RangeError when the text is longer than 20,000 characters.
   */
  propose(text: string, limit?: number): SkillProposal[];
  entry(id: SkillId): SkillEntry | undefined;
  /** A skill nobody has an entry for yet, in its writer's words. @throws RangeError when no word is left. */
  freeSkill(text: string): SkillId;
  /** Adds an entry, or replaces nothing: the same id twice is refused. @throws RangeError naming the field. */
  add(entry: SkillEntry): void;
  /** Broader entries, nearest first; ends where a parent is unknown or comes round again. */
  parentsOf(id: SkillId): SkillId[];
  /** Narrower entries, one step, in the order they were added. */
  childrenOf(id: SkillId): readonly SkillId[];
  /** All words that name the skill, for the text channel: labels of an entry, or the words of a free skill. */
  namesOf(id: SkillId): string;
  /** The same as a bag. */
  wordsNaming(id: SkillId): ReadonlyMap<string, number>;
  meaningOf(id: SkillId): Meaning;
}

/** What a skill that is needed means. */
export interface Meaning {
  /** The skills of the vocabulary that answer it, each with how well, in (0, 1]. */
  answers: ReadonlyMap<SkillId, number>;
  /** The words of its name by stem, a language each: nobody names it in more than one at a time. */
  names: readonly ReadonlyMap<string, string>[];
  /** The same in all languages together, without figures. */
  naming: ReadonlyMap<string, number>;
}

/** The words of a free skill, or undefined for an id of the vocabulary. */
export function freeWords(id: SkillId): string | undefined {
  return id.startsWith(FREE) ? id.slice(FREE.length) : undefined;
}

/** The vocabulary of the given entries: labels and synonyms in four languages, parents, free skills. */
export function createVocabulary(entries: readonly SkillEntry[]): Vocabulary {
  const byId = new Map<SkillId, SkillEntry>();
  const children = new Map<SkillId, SkillId[]>();
  const phrases = createPhraseIndex();
  const naming = new Map<SkillId, ReadonlyMap<string, number>>();
  const meanings = new Map<SkillId, Meaning>();

  function add(entry: SkillEntry): void {
    if (entry.id === '' || entry.id.startsWith(FREE))
      throw new RangeError(`id: "${entry.id}" is no entry's id`);
    if (byId.has(entry.id)) throw new RangeError(`id: "${entry.id}" is already in the vocabulary`);
    byId.set(entry.id, entry);
    // A new entry may answer any other.
    meanings.clear();
    if (entry.parent !== undefined) {
      const siblings = children.get(entry.parent);
      if (siblings === undefined) children.set(entry.parent, [entry.id]);
      else siblings.push(entry.id);
    }
    phrases.add(entry);
  }

  function propose(text: string, limit = 5): SkillProposal[] {
    if (text.length > LONGEST_TEXT) throw new RangeError(`text: longer than ${LONGEST_TEXT} characters`);
    const plain = normalised(text);
    const best = new Map<SkillId, SkillProposal>();
    for (const { skill, start, end, score } of phrases.find(text)) {
      if (score <= (best.get(skill)?.score ?? 0)) continue;
      best.set(skill, { skill, score, matched: plain.slice(start, end) });
    }
    // Array.prototype.sort is stable, so equally sure skills stay in the order of the text.
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  }

  function parentsOf(id: SkillId): SkillId[] {
    const seen = new Set([id]);
    const parents: SkillId[] = [];
    let parent = byId.get(id)?.parent;
    while (parent !== undefined && byId.has(parent) && !seen.has(parent)) {
      seen.add(parent);
      parents.push(parent);
      parent = byId.get(parent)?.parent;
    }
    return parents;
  }

  function freeSkill(text: string): SkillId {
    const words = wordsOf(text.slice(0, LONGEST_TEXT)).map(({ word }) => word);
    const joined = words.join(' ').slice(0, LONGEST_FREE_SKILL).trim();
    if (joined === '') throw new RangeError('text: holds no word');
    return `${FREE}${joined}`;
  }

  const childrenOf = (id: SkillId) => children.get(id) ?? [];

  const namesOf = (id: SkillId) =>
    freeWords(id) ?? LANGUAGES.map((code) => byId.get(id)?.labels[code] ?? '').join(' ');

  function wordsNaming(id: SkillId): ReadonlyMap<string, number> {
    const known = naming.get(id);
    if (known !== undefined) return known;
    const words = bagOf(namesOf(id));
    // Free skills are many, and are their writers' words, which nobody here could forget again.
    if (byId.has(id)) naming.set(id, words);
    return words;
  }

  function meaningOf(id: SkillId): Meaning {
    const known = meanings.get(id);
    if (known !== undefined) return known;
    const labels = Object.values(byId.get(id)?.labels ?? { en: namesOf(id) });
    const names = labels.map(spokenIn).filter(({ size }) => size > 0);
    const meaning = { answers: answersTo(id, { parentsOf, childrenOf }), names, naming: wordsNaming(id) };
    if (byId.has(id)) meanings.set(id, meaning);
    return meaning;
  }

  for (const entry of entries) add(entry);
  return {
    propose,
    entry: (id) => byId.get(id),
    freeSkill,
    add,
    parentsOf,
    childrenOf,
    namesOf,
    wordsNaming,
    meaningOf,
  };
}
