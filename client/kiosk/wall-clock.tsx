import { SECOND } from '#values/clock';
import { useFormat } from '../i18n/format.ts';
import { useNow } from '../ui/use-now.ts';

const LOOKS_EVERY = 5 * SECOND;

/** The time in the space, as a clock on its wall shows it. */
export function WallClock({ timeZone }: { readonly timeZone: string }) {
  const { time } = useFormat(timeZone);
  const now = new Date(useNow(LOOKS_EVERY));
  return (
    <time dateTime={now.toISOString()} className="font-semibold text-ink-700 text-lg tabular-nums">
      {time(now)}
    </time>
  );
}
