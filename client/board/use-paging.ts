import { type RefObject, useEffect, useRef, useState } from 'react';
import { SECOND } from '#values/clock';

const TURNS_EVERY = 12 * SECOND;
/** Some of the last page stays in sight on the next. */
const STEP = 0.85;

/**
 * Turns the pages of a frame that cannot show all it holds, and begins again after the last. It waits while it is
 * held, pointed at, or has the keyboard.
 */
export function usePaging<Frame extends HTMLElement>(
  count: number,
  isHeld: boolean,
): { frame: RefObject<Frame | null>; hasMore: boolean } {
  const frame = useRef<Frame>(null);
  const [hasMore, setMore] = useState(false);

  useEffect(() => {
    const shown = frame.current;
    if (!shown || count === 0) return setMore(false);
    const measure = () => setMore(shown.scrollHeight > shown.clientHeight + 1);
    const watch = new ResizeObserver(measure);
    watch.observe(shown);
    for (const child of shown.children) watch.observe(child);
    return () => watch.disconnect();
  }, [count]);

  useEffect(() => {
    if (!hasMore || isHeld) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const turn = () => {
      const shown = frame.current;
      if (!shown || shown.matches(':hover, :focus-within')) return;
      const isLast = shown.scrollTop + shown.clientHeight >= shown.scrollHeight - 2;
      const top = isLast ? 0 : shown.scrollTop + shown.clientHeight * STEP;
      shown.scrollTo({ top, behavior: isCalm ? 'auto' : 'smooth' });
    };
    const timer = setInterval(turn, TURNS_EVERY);
    return () => clearInterval(timer);
  }, [hasMore, isHeld]);

  return { frame, hasMore };
}
