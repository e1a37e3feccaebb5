import type { SkillId } from '../types.ts';
import type { Person, ShownSkill } from './state.ts';

/** A skill that somebody offers or has shown, with its number. */
export interface Holding {
  skill: SkillId;
  number: number;
  isOffered: boolean;
  shown: ShownSkill | undefined;
}

/** What somebody holds, and the numbers of it apart, to be searched in one go. */
export interface Holdings {
  numbers: Int32Array;
  holdings: readonly Holding[];
}

/** What somebody holds, laid out once until it changes. */
export function holdingsOf(person: Person): Holdings {
  if (person.holdings !== undefined) return person.holdings;
  const offers = new Set(person.facts.offers);
  const holdings = [...person.held].map(([skill, number]) => {
    return { skill, number, isOffered: offers.has(skill), shown: person.shown.get(skill) };
  });
  person.holdings = { numbers: Int32Array.from(holdings, ({ number }) => number), holdings };
  return person.holdings;
}
