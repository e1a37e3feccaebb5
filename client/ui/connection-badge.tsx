import { LoaderCircle, Radio, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../api/live.ts';
import { classes } from './classes.ts';

const looks = {
  connecting: { Sign: LoaderCircle, className: 'bg-linen-200 text-ink-800', spin: 'animate-spin' },
  live: { Sign: Radio, className: 'bg-leaf-100 text-ink-900', spin: '' },
  stale: { Sign: WifiOff, className: 'bg-tomato-100 text-tomato-700', spin: '' },
} as const;

/** Is what is shown true now? In a sign and a word, not in a colour. */
export function ConnectionBadge({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation('common');
  const { Sign, className, spin } = looks[connection];
  return (
    <p
      role="status"
      className={classes(
        'inline-flex min-h-8 items-center gap-2 rounded-full px-3 font-semibold text-sm',
        className,
      )}
    >
      <Sign aria-hidden className={classes('size-4 shrink-0', spin)} />
      {t(`connection.${connection}`)}
    </p>
  );
}
