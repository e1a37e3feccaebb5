import type { DayPlan } from './day.ts';
import type { Doors } from './doors.ts';
import type { Pace } from './pace.ts';
import type { SkillWords } from './skill-words.ts';

/** What a visit is played on: the house, its time, its kiosk, and the day that is planned. */
export interface Stage {
  doors: Doors;
  pace: Pace;
  kiosk: string;
  skills: SkillWords;
  day: DayPlan;
  seed: string;
  /** Whose introduction is this? Hosts see it on the board; the demonstration is one. */
  pairOf(introductionId: string, signal: AbortSignal): Promise<readonly [string, string]>;
  cameIn(): void;
  /** Something broke that ends the demonstration. */
  fail(fault: unknown): void;
}
