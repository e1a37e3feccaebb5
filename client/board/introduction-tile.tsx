import { CircleCheck, Handshake, Hourglass, type LucideIcon, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Fact, HostIntroduction, HostState } from '#contract/introductions';
import { useSkillNames } from '../api/skills.ts';
import { useHostFactText } from '../i18n/facts.ts';
import { useLanguage } from '../i18n/format.ts';
import { classes } from '../ui/classes.ts';
import type { Guest, Guests } from './guests.ts';
import { NotTheseTwo } from './not-these-two.tsx';
import { OfferToBoth } from './offer-to-both.tsx';

const looks = {
  suggested: { Sign: Sparkles, pill: 'bg-linen-200', tile: 'bg-linen-50 shadow-low' },
  offered: { Sign: Hourglass, pill: 'bg-sky-100', tile: 'bg-linen-50 shadow-low' },
  accepted: {
    Sign: Handshake,
    pill: 'bg-tomato-600 text-white',
    tile: 'border-6 border-wood-300 bg-white shadow-low',
  },
  met: { Sign: CircleCheck, pill: 'bg-leaf-100', tile: 'bg-linen-50/60 inset-ring-1 inset-ring-linen-300' },
} as const satisfies Record<HostState, { Sign: LucideIcon; pill: string; tile: string }>;

interface Props {
  readonly introduction: HostIntroduction;
  readonly guests: Guests;
  readonly as: 'host' | 'screen';
}

/** Two people, how far they are, and why. */
export function IntroductionTile({ introduction, guests, as }: Props) {
  const { t } = useTranslation('board');
  const { state, pair, introductionId } = introduction;
  const { Sign, pill, tile } = looks[state];
  const [first, second] = pair.map((person) => guests.of(person));
  return (
    <article data-state={state} className={classes('flex flex-col gap-2.5 rounded-lg p-4', tile)}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-lg leading-tight">
          <Name guest={first} /> <span className="font-normal text-base">{t('and')}</span>{' '}
          <Name guest={second} />
        </h3>
        <p
          className={classes(
            'flex items-center gap-1.5 rounded-full px-3 py-0.5 font-semibold text-sm',
            pill,
          )}
        >
          <Sign aria-hidden className="size-4 shrink-0" />
          {t(`state.${state}`)}
        </p>
      </div>
      {state !== 'met' && <Why introduction={introduction} guests={guests} as={as} />}
      {as === 'host' && (state === 'suggested' || state === 'offered') && (
        // Alone, the button's words stand in line with those above.
        <div className={classes('flex flex-wrap gap-2', state === 'offered' && '-ms-5')}>
          {state === 'suggested' && <OfferToBoth introductionId={introductionId} />}
          <NotTheseTwo introduction={introduction} guests={guests} />
        </div>
      )}
    </article>
  );
}

/** What somebody is called here, and where they sit. */
export function Name({ guest }: { readonly guest: Guest | undefined }) {
  const { t } = useTranslation('board');
  if (!guest) return <span>{t('somebodyGone')}</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="break-words">{guest.name}</span>
      {guest.seat && (
        <span className="code-face rounded-sm bg-white px-2 py-0.5 font-bold text-base inset-ring-1 inset-ring-linen-500">
          {guest.seat.label}
        </span>
      )}
    </span>
  );
}

/** What each can do for the other, and what holds for both. */
export function Why({ introduction, guests, as }: Props) {
  const { t } = useTranslation('board');
  const factText = useHostFactText(useSkillNames(useLanguage(), as));
  const [first, second] = introduction.pair.map((person) => guests.of(person)?.name ?? t('somebodyGone'));
  const [forFirst, forSecond] = introduction.reasons;
  const toFirst = { helper: second ?? '', helped: first ?? '' };
  const toSecond = { helper: first ?? '', helped: second ?? '' };
  // Different facts may come down to the same sentence.
  const said = (facts: readonly Fact[], names: typeof toFirst) => [
    ...new Set(facts.map((fact) => factText(fact, names))),
  ];
  const reasons = [...said(forFirst, toFirst), ...said(forSecond, toSecond)];
  const shared = said(introduction.shared, toFirst);
  return (
    <>
      {reasons.length > 0 && (
        <ul className="flex flex-col gap-0.5 text-base leading-snug">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {shared.length > 0 && <p className="text-ink-800 text-sm">{shared.join(' · ')}</p>}
    </>
  );
}
