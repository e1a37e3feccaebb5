/** The time of the house. Passed in wherever it is needed, so that rules and tests own their time. */
export interface Clock {
  now(): Date;
  /** How many seconds pass in the house while one passes outside; 0 for a clock that stands still. */
  readonly speed: number;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An instant `milliseconds` after another. */
export function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}
