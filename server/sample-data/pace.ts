import { setTimeout as wait } from 'node:timers/promises';
import { clockFace, type MinuteOfDay, wallTime } from '#values/local-time';

const MINUTE_MS = 60_000;

/** The time of the house, which runs faster than ours. */
export interface Pace {
  /** Minutes of the local day, with a fraction. */
  now(): MinuteOfDay;
  /** The wall clock of the house. */
  face(): string;
  /** Resolves when that minute has come. @throws the signal's reason when it is aborted before. */
  until(minute: MinuteOfDay, signal: AbortSignal): Promise<void>;
}

interface PaceSettings {
  /** An instant of the house that has just been read. */
  read: Date;
  timeZone: string;
  /** House minutes a minute. */
  speed: number;
}

/** Goes on from an instant that the house has just told. */
export function createPace({ read, timeZone, speed }: PaceSettings): Pace {
  const began = performance.now();
  const origin = wallTime(read, timeZone).minute + (read.getTime() % MINUTE_MS) / MINUTE_MS;
  const now = () => origin + ((performance.now() - began) * speed) / MINUTE_MS;
  return {
    now,
    face: () => clockFace(Math.floor(now())),
    async until(minute, signal) {
      signal.throwIfAborted();
      const milliseconds = ((minute - now()) * MINUTE_MS) / speed;
      if (milliseconds > 0) await wait(milliseconds, undefined, { signal });
    },
  };
}
