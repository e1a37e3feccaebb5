import { Pause, Play } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { usePaging } from './use-paging.ts';

interface Props {
  readonly title: string;
  readonly count: number;
  /** Said instead of an empty list. */
  readonly nothing: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A part of the wall that turns its own pages when there is more than it can show, unless somebody holds it. */
export function SelfPaging({ title, count, nothing, className, children }: Props) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const heading = useId();
  const [isHeld, setHeld] = useState(false);
  const { frame, hasMore } = usePaging<HTMLDivElement>(count, isHeld);
  const Sign = isHeld ? Play : Pause;
  return (
    <section aria-labelledby={heading} className={classes('flex min-h-0 flex-col gap-2', className)}>
      <div className="flex min-h-11 items-center gap-3">
        <h2 id={heading} className="text-lg">
          {title} {count > 0 && <span className="font-normal text-ink-700">{number(count)}</span>}
        </h2>
        {hasMore && (
          <Button tone="plain" className="ms-auto text-sm!" onPress={() => setHeld(!isHeld)}>
            <Sign aria-hidden className="size-4" />
            {t(isHeld ? 'goOn' : 'hold')}
          </Button>
        )}
      </div>
      {count === 0 ? (
        <p className="grid grow place-content-center rounded-lg border-2 border-linen-300 border-dashed p-5 text-center text-ink-700 text-lg">
          {nothing}
        </p>
      ) : (
        <div
          ref={frame}
          // A region that scrolls is reached by the keyboard.
          tabIndex={hasMore ? 0 : -1}
          {...(hasMore && { role: 'group', 'aria-labelledby': heading })}
          className={classes(
            '-m-2 min-h-0 p-2 wall:snap-y wall:scroll-p-2 wall:overflow-y-auto wall:[scrollbar-width:none]',
            hasMore && 'wall:pb-12 wall:[mask-image:linear-gradient(black_calc(100%-2.5rem),transparent)]',
          )}
        >
          {children}
        </div>
      )}
    </section>
  );
}
