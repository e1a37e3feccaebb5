import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Credential } from '#contract/auth';
import { type SkillId, type SkillProposalView, skillId } from '#contract/skills';
import type { Language } from '#values/locale';
import { call } from './call.ts';
import { nameSkills, proposeSkills } from './endpoints.ts';

const FREE = 'free:';
const LONGEST = 80;

/** A skill in somebody's own words, until the vocabulary knows it; `undefined` when the words say nothing. */
export function freeSkill(words: string): SkillId | undefined {
  const plain = words
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .slice(0, LONGEST - FREE.length)
    .trim();
  const made = skillId.safeParse(`${FREE}${plain}`);
  return plain && made.success ? made.data : undefined;
}

/** The name of a skill in the language of the page; a free skill's name is its own words. */
export function useSkillNames(language: Language, as: Credential): (skill: SkillId) => string {
  const { data } = useQuery({
    queryKey: ['skill names', language, as],
    queryFn: ({ signal }) => call(nameSkills, { as, query: { language }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const names = data?.names;
  return useCallback(
    (skill: SkillId) => (skill.startsWith(FREE) ? skill.slice(FREE.length) : (names?.[skill] ?? skill)),
    [names],
  );
}

/** Skills that plain words point to; the last proposals stay while the next are fetched. */
export function useSkillProposals(
  text: string,
  language: Language,
  as: Credential,
): readonly SkillProposalView[] {
  const { data } = useQuery({
    queryKey: ['skill proposals', text, language],
    queryFn: ({ signal }) => call(proposeSkills, { as, body: { text, language }, signal }),
    enabled: text.length > 1,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return text.length > 1 ? (data?.proposals ?? []) : [];
}
