import { useRef } from 'react';
import type { IntroductionId, PersonalIntroduction } from '#contract/introductions';
import { MetCard } from './met-card.tsx';
import { OfferCard } from './offer-card.tsx';
import { RevealCard } from './reveal-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

interface Props {
  readonly introduction: PersonalIntroduction;
  readonly onPassedOver: (introduction: IntroductionId) => void;
}

/** One introduction, from the question to “we talked”. */
export function IntroductionCard({ introduction, onPassedOver }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  // An answer takes its buttons away; whoever uses the keyboard stays with the card.
  const stay = () => frame.current?.focus();
  return (
    <div ref={frame} tabIndex={-1} className="scroll-mt-28 rounded-xl" data-state={introduction.state}>
      <Stage introduction={introduction} onPassedOver={onPassedOver} onAnswered={stay} />
    </div>
  );
}

function Stage({ introduction, onPassedOver, onAnswered }: Props & { readonly onAnswered: () => void }) {
  const { state, other } = introduction;
  switch (state) {
    case 'offered':
      return <OfferCard introduction={introduction} onYes={onAnswered} onPassedOver={onPassedOver} />;
    case 'waiting':
      return <WaitingCard introduction={introduction} />;
    case 'accepted':
      return other ? <RevealCard introduction={introduction} other={other} onTalked={onAnswered} /> : null;
    case 'met':
      return other ? <MetCard introduction={introduction} other={other} onValued={onAnswered} /> : null;
  }
}
