import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Counterpart, PersonalIntroduction } from '#contract/introductions';
import { valueIntroduction } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { NotAgainWith } from './not-again.tsx';

interface Props {
  readonly introduction: PersonalIntroduction;
  readonly other: Counterpart;
  readonly onValued: () => void;
}

/** It happened. One question more, and quiet from here on. */
export function MetCard({ introduction, other: { name, company }, onValued }: Props) {
  const { t } = useTranslation('member');
  return (
    <article className="flex animate-arrive items-start gap-4 rounded-xl bg-leaf-100 p-5">
      <CircleCheck aria-hidden className="mt-1 size-6 shrink-0 text-leaf-700" />
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="break-words text-lg">{t('met.title', { name })}</h2>
        {company && <p className="text-ink-700 text-sm">{company}</p>}
        {introduction.valued ? (
          <p className="text-ink-700">{t('met.thanks')}</p>
        ) : (
          <Valuation introduction={introduction} onValued={onValued} />
        )}
        <NotAgainWith introduction={introduction} name={name} onBlocked={onValued} />
      </div>
    </article>
  );
}

function Valuation({ introduction: { introductionId }, onValued }: Omit<Props, 'other'>) {
  const { t } = useTranslation('member');
  const { run, isBusy, refusal } = useAction(valueIntroduction);
  const say = async (useful: boolean) => {
    const reply = await run({ as: 'member', params: { introductionId }, body: { useful } });
    if (!(reply instanceof Refusal)) onValued();
  };
  return (
    <>
      <p className="text-ink-700">{t('met.useful')}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        <Button isDisabled={isBusy} onPress={() => void say(true)}>
          {t('met.yes')}
        </Button>
        <Button tone="plain" isDisabled={isBusy} onPress={() => void say(false)}>
          {t('met.no')}
        </Button>
      </div>
      <ErrorNote refusal={refusal} />
    </>
  );
}
