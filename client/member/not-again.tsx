import { useTranslation } from 'react-i18next';
import type { IntroductionId, PersonalIntroduction } from '#contract/introductions';
import { blockIntroduction, unblockIntroduction } from '../api/apart-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

interface Props {
  readonly introduction: PersonalIntroduction;
  readonly onBlocked: (introduction: IntroductionId) => void;
}

/** "Not with this person again": between this person and the house. */
export function NotAgain({ introduction: { introductionId }, onBlocked }: Props) {
  const { t } = useTranslation('member');
  const { run, isBusy, refusal } = useAction(blockIntroduction);
  const block = async () => {
    const reply = await run({ as: 'member', params: { introductionId } });
    if (!(reply instanceof Refusal)) onBlocked(introductionId);
  };
  return (
    <>
      <Button
        tone="plain"
        className="-ms-5 self-start text-sm"
        isDisabled={isBusy}
        onPress={() => void block()}
      >
        {t('again.not')}
      </Button>
      <ErrorNote refusal={refusal} />
    </>
  );
}

interface WithNameProps extends Props {
  readonly name: string;
}

/** The same for somebody one has met: it is said in place, and can be taken back there. */
export function NotAgainWith({ introduction, name, onBlocked }: WithNameProps) {
  const { t } = useTranslation('member');
  if (!introduction.blocked) return <NotAgain introduction={introduction} onBlocked={onBlocked} />;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink-700 text-sm">{t('again.blocked', { name })}</p>
      <Undo introductionId={introduction.introductionId} name={name} />
    </div>
  );
}

interface UndoProps {
  readonly introductionId: IntroductionId;
  /** Whom it is about, for those who hear the button alone. */
  readonly name: string;
}

/** With them again. */
export function Undo({ introductionId, name }: UndoProps) {
  const { t } = useTranslation('member');
  const { run, isBusy, refusal } = useAction(unblockIntroduction);
  return (
    <>
      <Button
        className="self-start"
        aria-label={t('again.undoFor', { name })}
        isDisabled={isBusy}
        onPress={() => void run({ as: 'member', params: { introductionId } })}
      >
        {t('again.undo')}
      </Button>
      <ErrorNote refusal={refusal} />
    </>
  );
}
