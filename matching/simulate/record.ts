import type { PersonId, Suggestion } from '../index.ts';

/** An introduction that was put before two people, and what became of it. */
export interface Offer {
  suggestion: Suggestion;
  day: number;
  hour: number;
  /** Answers in the order of the pair, as they come. */
  answers: [boolean | undefined, boolean | undefined];
  /** Shares neither team nor interest group. */
  crosses: boolean;
  isAccepted: boolean;
  isMet: boolean;
  /** At least one of the two found it useful. */
  isUseful: boolean;
  isOver: boolean;
}

/** Somebody's very first stay, if they came open and stayed for twenty minutes. */
export interface FirstVisit {
  personId: PersonId;
  day: number;
  /** Somebody who was here and open in the first twenty minutes had a reason over the floor, caps aside. */
  anybodyFits: boolean;
  /** Until the first offer of that day, if there was one. */
  minutes?: number;
}

/** What happened in a town. */
export interface TownRecord {
  offers: Offer[];
  firstVisits: FirstVisit[];
  daysPresent: Map<PersonId, number>;
}
