import { ArrowDownToLine, ArrowUpFromLine, type LucideIcon, Sparkle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Fact, PersonalIntroduction } from '#contract/introductions';
import { useSkillNames } from '../api/skills.ts';
import { type Side, useFactText } from '../i18n/facts.ts';
import { useLanguage } from '../i18n/format.ts';

type Props = { readonly introduction: Pick<PersonalIntroduction, 'forYou' | 'forThem' | 'shared'> };

/** `same_focus` goes on from “Someone here…” as the two directions do; the rest are sentences of their own. */
const goesOn = (fact: Fact) => fact.code === 'same_focus';

/** Why these two: what the other can do for me, and what I can do for them. */
export function Reasons({ introduction: { forYou, forThem, shared } }: Props) {
  const { t } = useTranslation('member');
  const together = shared.filter(goesOn);
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4">
        <Direction Sign={ArrowDownToLine} name={t('reasons.forYou')} side="forYou" facts={forYou} />
        <Direction Sign={ArrowUpFromLine} name={t('reasons.forThem')} side="forThem" facts={forThem} />
        <Direction Sign={Sparkle} name={t('reasons.both')} side="shared" facts={together} />
      </ul>
      {forYou.length + forThem.length + together.length === 0 && (
        <p className="font-semibold text-lg">{t('reasons.surprise')}</p>
      )}
    </div>
  );
}

/** What else was looked at, none of it hidden. */
export function Besides({ introduction: { shared } }: Props) {
  const factText = useFactText(useSkillNames(useLanguage(), 'member'));
  const besides = shared.filter((fact) => !goesOn(fact));
  if (besides.length === 0) return null;
  return (
    <p className="text-ink-700 text-sm">{besides.map((fact) => factText(fact, 'shared')).join(' · ')}</p>
  );
}

interface DirectionProps {
  readonly Sign: LucideIcon;
  readonly name: string;
  readonly side: Side;
  readonly facts: readonly Fact[];
}

function Direction({ Sign, name, side, facts }: DirectionProps) {
  const factText = useFactText(useSkillNames(useLanguage(), 'member'));
  // Different facts may come down to the same sentence.
  const sentences = [...new Set(facts.map((fact) => factText(fact, side)))];
  if (sentences.length === 0) return null;
  return (
    <li className="flex items-start gap-3">
      <span className="mt-0.5 grid size-10 shrink-0 place-items-center rounded-full bg-wood-100 text-wood-700">
        <Sign aria-hidden className="size-5" />
      </span>
      <div className="min-w-0">
        <p className="text-ink-700 text-sm">{name}</p>
        {sentences.map((sentence) => (
          <p key={sentence} className="break-words font-semibold text-lg leading-snug">
            {sentence}
          </p>
        ))}
      </div>
    </li>
  );
}
