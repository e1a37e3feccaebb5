import { Coffee, DoorClosed, HandHeart, type LucideIcon, Sprout } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PresentPerson } from '#contract/boards';
import type { Openness } from '#contract/checkins';
import type { Guests } from './guests.ts';

const signs = { open: HandHeart, breaks: Coffee, closed: DoorClosed } as const satisfies Record<
  Openness,
  LucideIcon
>;

/** Somebody who is here: where, how open, and what is on their mind. */
export function PersonTile({ person, guests }: { readonly person: PresentPerson; readonly guests: Guests }) {
  const { t } = useTranslation('board');
  const guest = guests.of(person.personId);
  const Sign = signs[person.openness];
  return (
    <article className="flex w-full min-w-0 items-center gap-3 rounded-md bg-linen-50 px-3 py-2 shadow-low">
      <span className="code-face grid min-h-11 min-w-12 shrink-0 place-items-center rounded-sm bg-white px-1 font-bold inset-ring-1 inset-ring-linen-500">
        {guest?.seat?.label}
      </span>
      <div className="min-w-0 grow leading-tight">
        <h3 className="flex items-center gap-2 text-base">
          <span className="truncate">{guest?.name}</span>
          {person.newcomer && (
            <span className="flex shrink-0 items-center gap-1 rounded-full bg-leaf-100 px-2 font-semibold text-xs">
              <Sprout aria-hidden className="size-3.5 text-leaf-700" />
              {t('newcomer')}
            </span>
          )}
        </h3>
        <p className="flex items-center gap-1.5 text-ink-700 text-sm">
          <Sign aria-hidden className="size-4 shrink-0" />
          <span className="shrink-0">{t(`openness.${person.openness}.label`)}</span>
          {person.focus && (
            <span className="truncate" dir="auto">
              · {person.focus}
            </span>
          )}
        </p>
      </div>
    </article>
  );
}
