import { Coffee, DoorClosed, HandHeart } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Openness } from '#contract/checkins';
import { classes } from '../ui/classes.ts';

const choices = [
  { openness: 'open', Sign: HandHeart },
  { openness: 'breaks', Sign: Coffee },
  { openness: 'closed', Sign: DoorClosed },
] as const;

/** Three large cards. They are buttons, because for most a tap moves on at once. */
export function OpennessCards({
  value,
  isCompact,
  onChoose,
}: {
  readonly value: Openness | undefined;
  /** Leaves room for more questions below. */
  readonly isCompact: boolean;
  readonly onChoose: (openness: Openness) => void;
}) {
  const { t } = useTranslation('kiosk');
  return (
    <ul aria-label={t('openness.label')} className="grid gap-4 lg:grid-cols-3">
      {choices.map(({ openness, Sign }) => {
        const isChosen = openness === value;
        return (
          <li key={openness} className="flex">
            <Button
              aria-pressed={isChosen}
              onPress={() => onChoose(openness)}
              className={classes(
                'relative flex w-full cursor-pointer items-center gap-5 rounded-xl p-5 text-start transition duration-200 ease-calm',
                'pressed:scale-[0.98]',
                !isCompact && 'sm:min-h-32 lg:min-h-56 lg:flex-col lg:items-start lg:justify-between lg:p-7',
                isChosen ? 'bg-ink-900 text-linen-50 shadow-high' : 'bg-linen-50 shadow-low hovered:bg-white',
              )}
            >
              <span
                className={classes(
                  'grid size-14 shrink-0 place-items-center rounded-full',
                  isChosen ? 'bg-linen-50 text-ink-900' : 'bg-wood-100 text-wood-700',
                )}
              >
                <Sign aria-hidden className="size-7" />
              </span>
              <span className="flex flex-col gap-1">
                <span className={classes('font-bold text-xl', isChosen && 'underline underline-offset-4')}>
                  {t(`openness.${openness}.label`)}
                </span>
                <span className={isChosen ? 'text-linen-200' : 'text-ink-700'}>
                  {t(`openness.${openness}.hint`)}
                </span>
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
