import { useTranslation } from 'react-i18next';
import { SkillWords } from '../ui/skill-words.tsx';
import { Frame, Onward } from './frame.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Today's question. To say nothing is an answer, too. */
export function FocusScreen(props: ScreenProps) {
  const { visit, on } = props;
  const { name, focus, focusSkills } = visit.answers;
  const { t } = useTranslation('kiosk');
  const isEmpty = focus.trim() === '' && focusSkills.length === 0;
  return (
    <Frame
      {...props}
      title={t(visit.way === 'returning' ? 'focus.greeting' : 'focus.title', { name })}
      lead={t('focus.lead')}
      action={<Onward onPress={() => on({ type: 'onward' })}>{t(isEmpty ? 'focus.skip' : 'next')}</Onward>}
    >
      <SkillWords
        as="kiosk"
        size="kiosk"
        autoFocus
        rows={3}
        label={t('focus.label')}
        example={t('focus.example')}
        proposalsLabel={t('focus.proposals')}
        text={focus}
        onText={(words) => on({ type: 'told', answers: { focus: words } })}
        skills={focusSkills}
        onSkills={(chosen) => on({ type: 'told', answers: { focusSkills: chosen } })}
      />
    </Frame>
  );
}
