import { useEffect, useEffectEvent, useState } from 'react';

/** How a touch ends, so that a button under the finger has done its work before anything around it changes. */
const TOUCHES = ['pointerup', 'pointercancel', 'keyup', 'wheel'] as const;

/** Seconds left until `onOver`; any touch, key or wheel starts it anew. */
export function useCountdown(seconds: number, onOver: () => void): number {
  const [left, setLeft] = useState(seconds);
  const over = useEffectEvent(onOver);

  useEffect(() => {
    let end = performance.now() + seconds * 1000;
    const renew = () => {
      end = performance.now() + seconds * 1000;
      setLeft(seconds);
    };
    const touched = () => setTimeout(renew, 0);
    // Buttons keep their events to themselves, so these are caught on the way down.
    const listening = { capture: true, passive: true } as const;
    const timer = setInterval(() => {
      const remaining = Math.ceil((end - performance.now()) / 1000);
      setLeft(Math.max(0, remaining));
      if (remaining > 0) return;
      clearInterval(timer);
      over();
    }, 250);
    for (const touch of TOUCHES) addEventListener(touch, touched, listening);
    return () => {
      clearInterval(timer);
      for (const touch of TOUCHES) removeEventListener(touch, touched, listening);
    };
  }, [seconds]);

  return left;
}
