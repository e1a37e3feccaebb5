import type { PersonId } from '#contract/people';

/** So many make a table: two would be an introduction, and would each know who did not come. */
export const ENOUGH = 3;

/** The place in a day that a person has for lunch: by index, one. */
export function lunchSeat(person: PersonId, date: string): string {
  return `${person} ${date}`;
}

/** The first numbers, from 1, that no table has. */
export function freeNumbers(taken: ReadonlySet<number>, count: number): number[] {
  const free: number[] = [];
  for (let number = 1; free.length < count; number++) if (!taken.has(number)) free.push(number);
  return free;
}
