import { useTranslation } from 'react-i18next';
import type { IntroductionId, PersonalIntroduction } from '#contract/introductions';
import { NotAgain } from './not-again.tsx';
import { Besides, Reasons } from './reasons.tsx';
import { StandsUntil } from './stands-until.tsx';
import { TableForTwo } from './table-for-two.tsx';

interface Props {
  readonly introduction: PersonalIntroduction;
  readonly onBlocked: (introduction: IntroductionId) => void;
}

/** Said yes. What the other says shows only if it is yes, too. */
export function WaitingCard({ introduction, onBlocked }: Props) {
  const { t } = useTranslation('member');
  return (
    <article className="animate-arrive overflow-hidden rounded-xl bg-white shadow-low">
      <TableForTwo stage="said-yes" />
      <div className="flex flex-col gap-4 p-5 pt-4 sm:p-7 sm:pt-5">
        <h2 className="text-xl">{t('waiting.title')}</h2>
        <p className="text-ink-700">{t('waiting.text')}</p>
        {introduction.expiresAt && <StandsUntil instant={introduction.expiresAt} />}
        <details className="group">
          <summary className="flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
            {t('waiting.why')}
          </summary>
          <div className="flex flex-col gap-3 pt-2">
            <p className="font-semibold">{t('offer.someone')}</p>
            <Reasons introduction={introduction} />
            <Besides introduction={introduction} />
          </div>
        </details>
        <NotAgain introduction={introduction} onBlocked={onBlocked} />
      </div>
    </article>
  );
}
