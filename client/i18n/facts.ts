import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact } from '#contract/introductions';
import type { SkillId } from '#contract/skills';
import { useFormat } from './format.ts';

/** From where a fact is told: what the other can do for me, what I can do for the other, or what holds for both. */
export type Side = 'forYou' | 'forThem' | 'shared';

type SkillName = (skill: SkillId) => string;

/** What a fact's sentence is filled with. */
function valuesOf(fact: Fact, nameOf: SkillName, list: (items: readonly string[]) => string) {
  switch (fact.code) {
    case 'offers_what_you_need':
      return { skill: nameOf(fact.need), offer: nameOf(fact.offer) };
    case 'helped_with_this_before':
    case 'same_focus':
      return { skill: nameOf(fact.skill) };
    case 'speaks_of_it':
      return { words: list(fact.words) };
    default:
      return {};
  }
}

/** Puts facts into words as a person reads them: “can help you with VAT”, “could use your help with UX tests”. */
export function useFactText(nameOf: SkillName): (fact: Fact, side: Side) => string {
  const { t } = useTranslation('common');
  const { list } = useFormat();
  return useCallback(
    (fact, side) =>
      t([`facts.${fact.code}.${side}`, `facts.${fact.code}.shared`], valuesOf(fact, nameOf, list)),
    [t, nameOf, list],
  );
}

/** Puts facts into words as a host reads them: “Sam can help Noor with VAT”. */
export function useHostFactText(
  nameOf: SkillName,
): (fact: Fact, names: { helper: string; helped: string }) => string {
  const { t } = useTranslation('common');
  const { list } = useFormat();
  return useCallback(
    (fact, names) => t(`facts.${fact.code}.host`, { ...valuesOf(fact, nameOf, list), ...names }),
    [t, nameOf, list],
  );
}
