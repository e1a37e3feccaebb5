import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SkillId } from '#contract/skills';
import { freeSkill } from '../api/skills.ts';
import { SkillWords } from '../ui/skill-words.tsx';
import { Frame, Onward } from './frame.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Words that nobody put a skill to are kept as they are. */
function withOwnWords(skills: readonly SkillId[], words: string): readonly SkillId[] {
  const own = skills.length === 0 ? freeSkill(words) : undefined;
  return own ? [own] : skills;
}

/** A first visit: what one brings to the table, and what one needs. */
export function SkillsScreen(props: ScreenProps) {
  const { visit, on } = props;
  const { offers, needs } = visit.answers;
  const { t } = useTranslation('kiosk');
  const [offerWords, setOfferWords] = useState('');
  const [needWords, setNeedWords] = useState('');
  const next = () => {
    on({
      type: 'told',
      answers: { offers: withOwnWords(offers, offerWords), needs: withOwnWords(needs, needWords) },
    });
    on({ type: 'onward' });
  };
  return (
    <Frame
      {...props}
      isWide
      title={t('skills.title')}
      lead={t('skills.lead')}
      action={<Onward onPress={next}>{t('next')}</Onward>}
    >
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section className="rounded-xl bg-linen-50 p-5 shadow-low sm:p-6">
          <SkillWords
            as="kiosk"
            size="kiosk"
            autoFocus
            keepsOwnWords
            label={t('skills.offers')}
            example={t('skills.offersExample')}
            proposalsLabel={t('skills.proposals')}
            text={offerWords}
            onText={setOfferWords}
            skills={offers}
            onSkills={(chosen) => on({ type: 'told', answers: { offers: chosen } })}
          />
        </section>
        <section className="rounded-xl bg-wood-100 p-5 sm:p-6">
          <SkillWords
            as="kiosk"
            size="kiosk"
            keepsOwnWords
            label={t('skills.needs')}
            example={t('skills.needsExample')}
            proposalsLabel={t('skills.proposals')}
            text={needWords}
            onText={setNeedWords}
            skills={needs}
            onSkills={(chosen) => on({ type: 'told', answers: { needs: chosen } })}
          />
        </section>
      </div>
    </Frame>
  );
}
