import { MessageCircleQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counterpart, PersonalIntroduction } from '#contract/introductions';
import { tellOutcome } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useSkillNames } from '../api/skills.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { NotAgainWith } from './not-again.tsx';
import { Besides, Reasons } from './reasons.tsx';
import { TableForTwo } from './table-for-two.tsx';

interface Props {
  readonly introduction: PersonalIntroduction;
  readonly other: Counterpart;
  readonly sitTogether: ReactNode;
  readonly onTalked: () => void;
}

/** Both said yes: who it is, where they sit, and how to begin. */
export function RevealCard({ introduction, other, sitTogether, onTalked }: Props) {
  const { t } = useTranslation('member');
  const { introductionId, question } = introduction;
  const { run, isBusy, refusal } = useAction(tellOutcome);
  const talked = async () => {
    const reply = await run({ as: 'member', params: { introductionId }, body: { outcome: 'talked' } });
    if (!(reply instanceof Refusal)) onTalked();
  };
  return (
    <article className="animate-arrive overflow-hidden rounded-xl bg-white shadow-high ring-3 ring-wood-300">
      <TableForTwo stage="met" />
      <div className="flex flex-col gap-5 p-5 pt-4 sm:p-7 sm:pt-5">
        <div className="flex flex-col gap-1">
          <p className="font-semibold text-tomato-700">{t('reveal.both')}</p>
          <h2 className="break-words text-2xl">{other.name}</h2>
          {other.company && <p className="text-ink-700 text-lg">{other.company}</p>}
        </div>
        {other.seatLabel ? (
          <p className="wood flex items-center gap-4 rounded-lg p-3">
            <span className="place-card code-face grid min-h-13 min-w-16 place-items-center px-3 font-bold text-xl">
              {other.seatLabel}
            </span>
            <span className="font-semibold">{t('reveal.walkOver', { seat: other.seatLabel })}</span>
          </p>
        ) : (
          <p className="text-ink-700">{t('reveal.noSeat')}</p>
        )}
        {question && (
          <div className="flex items-start gap-3 rounded-lg bg-wood-100 p-4">
            <MessageCircleQuestion aria-hidden className="mt-0.5 size-6 shrink-0 text-wood-700" />
            <p className="flex flex-col gap-1">
              <span className="text-ink-700 text-sm">{t('reveal.opening')}</span>
              <span className="font-semibold text-lg">{t(`question.${question}`)}</span>
            </p>
          </div>
        )}
        <Reasons introduction={introduction} />
        <Besides introduction={introduction} />
        <About other={other} />
        {sitTogether}
        <Button tone="strong" size="kiosk" isDisabled={isBusy} onPress={() => void talked()}>
          {t('reveal.talked')}
        </Button>
        <ErrorNote refusal={refusal} />
        <NotAgainWith introduction={introduction} name={other.name} onBlocked={onTalked} />
      </div>
    </article>
  );
}

function About({ other: { about, offers } }: { readonly other: Counterpart }) {
  const { t } = useTranslation('member');
  const nameOf = useSkillNames(useLanguage(), 'member');
  return (
    <>
      {about && <p className="border-wood-300 border-s-4 ps-4 text-ink-800">{about}</p>}
      {offers.length > 0 && (
        <div className="flex flex-col gap-2">
          <h3 className="text-ink-700 text-sm">{t('reveal.offers')}</h3>
          <ul className="flex flex-wrap gap-2">
            {offers.map((skill) => (
              <li key={skill}>
                <Chip>{nameOf(skill)}</Chip>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
