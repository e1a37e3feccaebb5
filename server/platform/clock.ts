import type { Clock } from '#values/clock';

/** Where a clock starts and how fast it runs; only the simulated town asks for anything but real time. */
export interface ClockSettings {
  start?: Date;
  speed: number;
}

/** The machine's clock, or one that starts elsewhere and runs `speed` times as fast. */
export function createClock({ start, speed }: ClockSettings): Clock {
  const began = Date.now();
  const origin = start?.getTime() ?? began;
  return { speed, now: () => new Date(origin + Math.round((Date.now() - began) * speed)) };
}
