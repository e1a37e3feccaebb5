import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/format.ts';

const LOOKS_EVERY = 5000;

/** The time in the space, as a clock on its wall shows it. */
export function WallClock({ timeZone }: { readonly timeZone: string }) {
  const { time } = useFormat(timeZone);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), LOOKS_EVERY);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={now.toISOString()} className="font-semibold text-ink-700 text-lg tabular-nums">
      {time(now)}
    </time>
  );
}
