import { useTranslation } from 'react-i18next';
import type { Openness } from '#contract/checkins';
import { CONSENT_VERSION } from '#contract/people';
import { register } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { ConsentList } from './consent-list.tsx';
import { Frame, Onward } from './frame.tsx';
import { OpennessCards } from './openness-cards.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Openness is asked, not assumed. On a first visit this is also where consent is asked, and the pass is given. */
export function OpennessScreen(props: ScreenProps) {
  const { visit, on } = props;
  const { openness, consents } = visit.answers;
  const { t } = useTranslation('kiosk');
  const { enrol, isBusy, refusal } = useEnrolment(props);
  const isNew = visit.way === 'first' && !visit.pass;
  const choose = (chosen: Openness) => {
    on({ type: 'told', answers: { openness: chosen } });
    // Whoever has nothing else to answer here is on their way with one tap.
    if (!isNew) on({ type: 'onward' });
  };
  return (
    <Frame
      {...props}
      isWide
      title={t('openness.title')}
      lead={t('openness.lead')}
      action={
        isNew && (
          <Onward isDisabled={!openness || isBusy} onPress={() => void enrol()}>
            {t('next')}
          </Onward>
        )
      }
    >
      <ErrorNote refusal={refusal} className="empty:hidden" />
      <OpennessCards value={openness} isCompact={isNew} onChoose={choose} />
      {isNew ? (
        <ConsentList
          value={consents}
          onChange={(changed) => on({ type: 'told', answers: { consents: changed } })}
        />
      ) : (
        !consents.matching && <p className="text-ink-700">{t('openness.noMatching')}</p>
      )}
    </Frame>
  );
}

/** Makes the person known to the house: profile and consents in one. */
function useEnrolment({ visit, on }: ScreenProps) {
  const language = useLanguage();
  const { run, isBusy, refusal } = useAction(register);
  const { name, company, offers, needs, consents } = visit.answers;
  const enrol = async () => {
    if (!visit.personId) return;
    const reply = await run({
      as: 'kiosk',
      body: {
        personId: visit.personId,
        profile: {
          name: name.trim(),
          language,
          languages: [language],
          ...(company.trim() && { company: company.trim() }),
          offers: [...offers],
          needs: [...needs],
        },
        consents,
        consentVersion: CONSENT_VERSION,
      },
    });
    if (reply instanceof Refusal) return;
    on({ type: 'registered', pass: reply.pass });
    on({ type: 'onward' });
  };
  return { enrol, isBusy, refusal };
}
