import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/refusal.ts';
import { classes } from './classes.ts';

interface Props {
  readonly refusal: Refusal | undefined;
  readonly className?: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Why something was refused, in the language of the page, where it happened. Read out when it appears. */
export function ErrorNote({ refusal, className, children }: Props) {
  const { t } = useTranslation('common');
  return (
    <div role="alert" className={classes('empty:hidden', className)}>
      {refusal && (
        <div
          className={classes(
            'flex animate-arrive items-start gap-3 rounded-md bg-tomato-100 p-4 text-ink-900',
            'border-s-4 border-tomato-600',
          )}
        >
          <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-tomato-700" />
          <div className="flex flex-col gap-2">
            <p className="font-semibold">{t([`errors.${refusal.code}`, 'errors.title'], refusal.details)}</p>
            {children}
          </div>
        </div>
      )}
    </div>
  );
}
