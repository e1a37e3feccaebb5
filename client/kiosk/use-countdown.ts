import { useEffect, useEffectEvent, useState } from 'react';

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

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
    const timer = setInterval(() => {
      const remaining = Math.ceil((end - performance.now()) / 1000);
      setLeft(Math.max(0, remaining));
      if (remaining > 0) return;
      clearInterval(timer);
      over();
    }, 250);
    for (const touch of TOUCHES) addEventListener(touch, renew, { passive: true });
    return () => {
      clearInterval(timer);
      for (const touch of TOUCHES) removeEventListener(touch, renew);
    };
  }, [seconds]);

  return left;
}
