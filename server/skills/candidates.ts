import type { SkillEntry } from '#matching';
import { LANGUAGES, type Language } from '#values/locale';

/** One line of a list of skills: where it stands, what it calls the skill, and what else people call it. */
export interface ListedSkill {
  file: string;
  line: number;
  label: string;
  language: Language;
  synonyms: string[];
  /** The same in every language of one list, where the list has it. */
  uri?: string;
}

export interface Finding {
  file: string;
  line: number;
  label: string;
  /** The skill that it is, or that stands in its way. */
  skill?: string;
}

/** What a list would bring: new entries, skills already known, and words that more than one skill claims. */
export interface Candidates {
  added: { entry: SkillEntry; source: string; line: number; fallsBack: Language[] }[];
  known: Finding[];
  conflicts: Finding[];
}

const LONGEST_ID = 80;
const MOST_SYNONYMS = 40;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** The id that a label makes: kebab-case, in the letters that an id may have. */
export function idOf(label: string): string {
  const letters = plain(label).replaceAll('+', ' plus ').replaceAll('#', ' sharp ').normalize('NFD');
  return letters
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
}

function phrasesOf({ labels, synonyms }: SkillEntry): string[] {
  return LANGUAGES.flatMap((language) => [labels[language], ...(synonyms?.[language] ?? [])]).map(plain);
}

/** The lines of one skill, its English line first; a list without addresses has a skill a line. */
function bySkill(listed: readonly ListedSkill[]): ListedSkill[][] {
  const skills = new Map<string, ListedSkill[]>();
  for (const one of listed) {
    const key = one.uri ?? `${one.language} ${plain(one.label)}`;
    skills.set(key, [...(skills.get(key) ?? []), one]);
  }
  return [...skills.values()].map((lines) =>
    lines.sort((a, b) => LANGUAGES.indexOf(a.language) - LANGUAGES.indexOf(b.language)),
  );
}

function entryOf(
  id: string,
  lines: readonly ListedSkill[],
  english: string,
  isFree: (word: string) => boolean,
) {
  const labels = { en: english, nl: english, ar: english, ja: english };
  const synonyms: Record<Language, string[]> = { en: [], nl: [], ar: [], ja: [] };
  for (const line of lines) {
    labels[line.language] = line.label;
    const words = line.synonyms.filter((word) => plain(word) !== plain(line.label) && isFree(word));
    synonyms[line.language] = [...new Set([...synonyms[line.language], ...words])].slice(0, MOST_SYNONYMS);
  }
  return { id, labels, synonyms } satisfies SkillEntry;
}

/**
 * Listed skills against a vocabulary. A label that is a label or synonym of a skill is known; one whose id another
 * skill bears, or that makes no id, is a conflict. Synonyms that another skill already has stay with it. Languages a
 * list does not speak fall back to the English label.
 */
export function candidatesOf(listed: readonly ListedSkill[], vocabulary: readonly SkillEntry[]): Candidates {
  const owners = new Map<string, string>();
  const ids = new Set(vocabulary.map(({ id }) => id));
  for (const entry of vocabulary) for (const phrase of phrasesOf(entry)) owners.set(phrase, entry.id);
  const found: Candidates = { added: [], known: [], conflicts: [] };
  for (const lines of bySkill(listed)) {
    const [first] = lines;
    if (first === undefined) continue;
    const { file, line, label } = first;
    const owner = lines.map((one) => owners.get(plain(one.label))).find((id) => id !== undefined);
    if (owner !== undefined) {
      found.known.push({ file, line, label, skill: owner });
      continue;
    }
    const id = idOf(label);
    if (first.language !== 'en' || id === '' || ids.has(id)) {
      found.conflicts.push({ file, line, label, ...(ids.has(id) ? { skill: id } : {}) });
      continue;
    }
    const entry = entryOf(id, lines, label, (word) => !owners.has(plain(word)));
    for (const phrase of phrasesOf(entry)) owners.set(phrase, id);
    ids.add(id);
    const spoken = new Set(lines.map(({ language }) => language));
    found.added.push({ entry, source: file, line, fallsBack: LANGUAGES.filter((code) => !spoken.has(code)) });
  }
  return found;
}
