import { Send } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostIntroduction, IntroductionId } from '#contract/introductions';
import { decideRound } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ToggleChip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import type { Guests } from './guests.ts';
import { Name, Why } from './introduction-tile.tsx';
import { NotTheseTwo } from './not-these-two.tsx';

interface Props {
  readonly introductions: readonly HostIntroduction[];
  readonly guests: Guests;
}

/** The best set at once: all of it offered with one tap, or without those that a host leaves out. */
export function Round({ introductions, guests }: Props) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const heading = useId();
  const { run, isBusy, refusal } = useAction(decideRound);
  const [leftOut, setLeftOut] = useState<ReadonlySet<IntroductionId>>(new Set());
  const chosen = introductions.map((one) => one.introductionId).filter((id) => !leftOut.has(id));
  const toggle = (id: IntroductionId, isIn: boolean) => {
    const next = new Set(leftOut);
    if (isIn) next.delete(id);
    else next.add(id);
    setLeftOut(next);
  };
  const decide = (introductionIds: IntroductionId[]) => void run({ as: 'host', body: { introductionIds } });
  if (introductions.length === 0) return null;
  return (
    <section
      aria-labelledby={heading}
      className="flex min-h-0 flex-col gap-3 rounded-lg bg-linen-50 p-4 shadow-low wall:max-h-3/5 wall:shrink-0"
    >
      <h2 id={heading} className="text-lg">
        {t('round.title')}
      </h2>
      {/* What lies below the edge shows that it is there. */}
      <ul className="flex flex-col gap-3 wall:-mb-3 wall:min-h-0 wall:overflow-y-auto wall:pb-10 wall:[mask-image:linear-gradient(black_calc(100%-2.5rem),transparent)]">
        {introductions.map((introduction) => {
          const { introductionId, pair } = introduction;
          const [first, second] = pair.map((person) => guests.of(person));
          return (
            <li
              key={introductionId}
              data-round
              className="flex flex-col gap-1.5 border-linen-300 border-t pt-3"
            >
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="flex flex-wrap items-center gap-2 leading-tight">
                  <Name guest={first} /> <span className="font-normal">{t('and')}</span>{' '}
                  <Name guest={second} />
                </h3>
                <ToggleChip
                  isSelected={!leftOut.has(introductionId)}
                  onChange={(isIn) => toggle(introductionId, isIn)}
                >
                  {t('round.include')}
                </ToggleChip>
              </div>
              <Why introduction={introduction} guests={guests} as="host" />
              <div className="-ms-5">
                <NotTheseTwo introduction={introduction} guests={guests} />
              </div>
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button tone="strong" isDisabled={isBusy || chosen.length === 0} onPress={() => decide(chosen)}>
          <Send aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('round.offer', { count: chosen.length, number: number(chosen.length) })}
        </Button>
        <Button tone="plain" isDisabled={isBusy} onPress={() => decide([])}>
          {t('round.putAway')}
        </Button>
      </div>
      <ErrorNote refusal={refusal} />
    </section>
  );
}
