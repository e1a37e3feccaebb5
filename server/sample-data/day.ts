import type { Openness } from '#contract/checkins';
import type { PersonalIntroduction } from '#contract/introductions';
import type { MinuteOfDay } from '#values/local-time';
import type { Language } from '#values/locale';

/** What somebody says is on their mind. Where it comes with tags they are its skills; else its words propose some. */
export interface Mind {
  readonly text: string;
  readonly tags?: readonly string[];
}

/** Somebody who comes by. Offers are skills the vocabulary knows, or plain words yet to be looked up in it. */
export interface Character {
  readonly personId: string;
  readonly name: string;
  readonly languages: readonly [Language, ...Language[]];
  readonly about?: string | undefined;
  readonly company?: string | undefined;
  readonly offers: readonly string[];
  readonly offerWords: readonly string[];
  readonly needs: readonly string[];
}

/** A change of mind during a visit: of openness, of focus, or of both. */
export interface Change {
  readonly minute: MinuteOfDay;
  readonly openness?: Openness;
  readonly mind?: Mind;
}

/** One person's stay, in minutes of the local day. */
export interface Visit {
  readonly person: Character;
  readonly arrives: MinuteOfDay;
  readonly leaves: MinuteOfDay;
  readonly openness: Openness;
  readonly mind: Mind;
  readonly changes: readonly Change[];
}

/** What a phone asks its owner. */
export interface Question {
  readonly me: string;
  readonly other: string;
  readonly introduction: PersonalIntroduction;
}

/** A day to be played: who comes when, and how they answer. Everything in it follows from its seed. */
export interface DayPlan {
  readonly visits: readonly Visit[];
  saysYes(question: Question): boolean;
  /** Did these two, in the records the day is made from, really help each other with a need of today? */
  reallyHelped?(pair: readonly [string, string]): boolean;
}

export const NOTHING_ON_MIND: Mind = { text: '' };

/** The demonstration's day: a Tuesday, on which most of the town comes, with the space's hours of a Tuesday. */
export const TODAY = { date: '2026-11-24', weekday: 2, opens: 8 * 60 + 30, closes: 18 * 60 } as const;
