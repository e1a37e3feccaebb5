import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#contract/people';
import type { SkillId } from '#contract/skills';
import { changeProfile } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { SkillWords } from '../ui/skill-words.tsx';

interface Props {
  readonly field: 'offers' | 'needs';
  readonly skills: Profile['offers'];
}

/** What I offer, or what I need. Each word is taken or left at once. */
export function SkillEditor({ field, skills }: Props) {
  const { t } = useTranslation('member');
  const [text, setText] = useState('');
  const [wished, setWished] = useState<readonly SkillId[]>();
  const { run, refusal } = useAction(changeProfile);
  const change = async (chosen: readonly SkillId[]) => {
    setWished(chosen);
    const isMore = chosen.length > (wished ?? skills).length;
    const reply = await run({ as: 'member', body: { profile: { [field]: [...chosen] } } });
    if (isMore && !(reply instanceof Refusal)) setText('');
    setWished((now) => (now === chosen ? undefined : now));
  };
  return (
    <section className={`rounded-xl p-5 ${field === 'offers' ? 'bg-linen-50 shadow-low' : 'bg-wood-100'}`}>
      <SkillWords
        as="member"
        keepsOwnWords
        label={t(`profile.${field}`)}
        example={t(`profile.${field}Example`)}
        proposalsLabel={t('focus.proposals')}
        text={text}
        onText={setText}
        skills={wished ?? skills}
        onSkills={(chosen) => void change(chosen)}
      />
      <ErrorNote refusal={refusal} className="mt-3" />
    </section>
  );
}
