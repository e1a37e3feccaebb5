import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#contract/boards';
import type { IntroductionId, PersonalState } from '#contract/introductions';
import { IntroductionCard } from './introduction-card.tsx';

/** What waits for an answer comes first, then whom to walk over to. */
const order = { offered: 0, accepted: 1, waiting: 2, met: 3 } as const satisfies Record<
  PersonalState,
  number
>;

interface Props extends Pick<MemberView, 'introductions'> {
  /** The way to a room, for two who have both said yes. */
  readonly sitTogether: ReactNode;
}

/** What this person has just put away, for now or for good. */
interface PassedOver {
  readonly introductionId: IntroductionId;
  readonly isForGood: boolean;
}

/** Today's introductions. One that was answered with “not now” is gone, and that is said once, to this person only. */
export function Introductions({ introductions, sitTogether }: Props) {
  const { t } = useTranslation('member');
  const [passedOver, setPassedOver] = useState<PassedOver>();
  const note = useRef<HTMLParagraphElement>(null);
  const isNoted = passedOver !== undefined && !(passedOver.introductionId in introductions);
  const shown = Object.values(introductions).sort((a, b) => order[a.state] - order[b.state]);
  useEffect(() => {
    // The buttons are gone; whoever uses the keyboard goes on from here.
    if (isNoted) note.current?.focus();
  }, [isNoted]);
  if (shown.length === 0 && !isNoted) return null;
  return (
    <section aria-label={t('introductions')} className="flex flex-col gap-5">
      {isNoted && (
        <p
          ref={note}
          tabIndex={-1}
          role="status"
          className="animate-arrive rounded-lg bg-leaf-100 p-4 font-semibold"
        >
          {t(passedOver.isForGood ? 'again.passedOver' : 'offer.passedOver')}
        </p>
      )}
      {shown.map((introduction) => (
        <IntroductionCard
          key={introduction.introductionId}
          introduction={introduction}
          sitTogether={sitTogether}
          onPassedOver={(introductionId) => setPassedOver({ introductionId, isForGood: false })}
          onBlocked={(introductionId) => setPassedOver({ introductionId, isForGood: true })}
        />
      ))}
    </section>
  );
}
