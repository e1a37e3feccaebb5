import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Answer, IntroductionId, PersonalIntroduction } from '#contract/introductions';
import { answerIntroduction } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { NotAgain } from './not-again.tsx';
import { Besides, Reasons } from './reasons.tsx';
import { StandsUntil } from './stands-until.tsx';
import { TableForTwo } from './table-for-two.tsx';

interface Props {
  readonly introduction: PersonalIntroduction;
  readonly onYes: () => void;
  readonly onPassedOver: (introduction: IntroductionId) => void;
  readonly onBlocked: (introduction: IntroductionId) => void;
}

/** The question itself: why two people might meet, without a name, and two answers of which one stays private. */
export function OfferCard({ introduction, onYes, onPassedOver, onBlocked }: Props) {
  const { t } = useTranslation('member');
  const { introductionId, expiresAt } = introduction;
  const { run, isBusy, refusal } = useAction(answerIntroduction);
  const say = async (answer: Answer) => {
    const reply = await run({ as: 'member', params: { introductionId }, body: { answer } });
    if (reply instanceof Refusal) return;
    if (answer === 'yes') onYes();
    else onPassedOver(introductionId);
  };
  return (
    <article className="animate-arrive overflow-hidden rounded-xl bg-white shadow-high">
      <TableForTwo stage="asked" />
      <div className="flex flex-col gap-5 p-5 pt-4 sm:p-7 sm:pt-5">
        <h2 className="text-2xl">{t('offer.someone')}</h2>
        <Reasons introduction={introduction} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Button tone="act" size="kiosk" isDisabled={isBusy} onPress={() => void say('yes')}>
            {t('offer.yes')}
          </Button>
          <Button tone="quiet" size="kiosk" isDisabled={isBusy} onPress={() => void say('not-now')}>
            {t('offer.notNow')}
          </Button>
        </div>
        <ErrorNote refusal={refusal} />
        {expiresAt && <StandsUntil instant={expiresAt} />}
        <p className="flex items-start gap-3 text-ink-700 text-sm">
          <EyeOff aria-hidden className="mt-0.5 size-5 shrink-0" />
          {t('offer.private')}
        </p>
        <Besides introduction={introduction} />
        <NotAgain introduction={introduction} onBlocked={onBlocked} />
      </div>
    </article>
  );
}
