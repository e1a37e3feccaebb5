import { type ReactNode, useRef } from 'react';
import type { IntroductionId, PersonalIntroduction } from '#contract/introductions';
import { MetCard } from './met-card.tsx';
import { OfferCard } from './offer-card.tsx';
import { RevealCard } from './reveal-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

interface Props {
  readonly introduction: PersonalIntroduction;
  readonly sitTogether: ReactNode;
  readonly onPassedOver: (introduction: IntroductionId) => void;
  readonly onBlocked: (introduction: IntroductionId) => void;
}

/** One introduction, from the question to “we talked”. */
export function IntroductionCard({ introduction, ...props }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  // An answer takes its buttons away; whoever uses the keyboard stays with the card.
  const stay = () => frame.current?.focus();
  return (
    <div ref={frame} tabIndex={-1} className="scroll-mt-28 rounded-xl" data-state={introduction.state}>
      <Stage introduction={introduction} {...props} onAnswered={stay} />
    </div>
  );
}

interface StageProps extends Props {
  readonly onAnswered: () => void;
}

function Stage({ introduction, sitTogether, onPassedOver, onBlocked, onAnswered }: StageProps) {
  const { state, other } = introduction;
  switch (state) {
    case 'offered':
      return (
        <OfferCard
          introduction={introduction}
          onYes={onAnswered}
          onPassedOver={onPassedOver}
          onBlocked={onBlocked}
        />
      );
    case 'waiting':
      return <WaitingCard introduction={introduction} onBlocked={onBlocked} />;
    case 'accepted':
      return other ? (
        <RevealCard
          introduction={introduction}
          other={other}
          sitTogether={sitTogether}
          onTalked={onAnswered}
        />
      ) : null;
    case 'met':
      return other ? <MetCard introduction={introduction} other={other} onValued={onAnswered} /> : null;
  }
}
