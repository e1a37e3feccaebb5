import type { PersonId } from '#contract/people';

/**
 * A person's offers of one local day are numbered places, `person:date:n`. Taking a place is an insert into a
 * unique index, so the day's cap holds however many arrive at once.
 */
export function slotsOf(person: PersonId, date: string, perDay: number): string[] {
  return Array.from({ length: perDay }, (_, n) => `${person}:${date}:${n}`);
}

/** The first free place of each of the two, or `undefined` when one of them has had the day's offers. */
export function freeSlots(
  pair: readonly PersonId[],
  date: string,
  perDay: number,
  taken: ReadonlySet<string>,
): string[] | undefined {
  const free = pair.map((person) => slotsOf(person, date, perDay).find((slot) => !taken.has(slot)));
  const both = free.filter((slot) => slot !== undefined);
  return both.length === pair.length ? both : undefined;
}
