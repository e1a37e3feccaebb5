import { areApart } from '../consider.ts';
import type { Moment } from '../rank.ts';
import { fitAmong } from '../signals/fit.ts';
import { overlap } from '../signals/surprise.ts';
import { spokenAmong } from '../signals/text.ts';
import { asking } from '../signals/yardstick.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { needOf } from '../vocabulary/need.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { circled, LEAST, MOST, type Worth } from './circles.ts';

/** Offers in common from which two people are rivals. */
const RIVALS = 0.5;
/** What it is worth that two were in one circle before: as much as if one could fully help the other. */
const TOGETHER = 1;

/** Who wants to meet in a circle every week, and who has so far. */
export interface CircleQuery {
  people: readonly PersonId[];
  at: number;
  /** How many a circle should have; each has four to six. */
  size: number;
  standing?: readonly (readonly PersonId[])[];
}

/** People who should meet every week, in the order of their ids; `value` is what the pairs can do for one another. */
export interface Circle {
  people: readonly PersonId[];
  value: number;
}

/** What circles are made from: the state, the words of needs, and the moment. */
interface Ground {
  state: State;
  vocabulary: Vocabulary;
  moment: Moment;
}

/** Over weeks it is the kept needs that count, and today's only of who is here today. */
function helpWithin(people: readonly Person[], { state, vocabulary, moment }: Ground): number[][] {
  const documents = people.map(({ facts }) => state.documents.numbered(facts.personId));
  return people.map((person) => {
    const need = person.need ?? needOf({ text: '', skills: [] }, person.facts.needs, vocabulary);
    return asking(need, state, (yardstick) => {
      const spoken = spokenAmong(yardstick, documents, state);
      const fits = fitAmong(yardstick, { people, spoken }, state, moment);
      return fits.map((fit, i) => (people[i] === person ? 0 : fit));
    });
  });
}

function areRivals({ facts: a }: Person, { facts: b }: Person): boolean {
  return overlap(new Set(a.offers), b.offers, b.offers.length) >= RIVALS;
}

/**
 * Circles that meet over weeks: whoever met before stays together, rivals and the blocked sit apart, and the rest is what
 * people can do for one another. Regular meetings of small groups raise revenue, more so among those who do not
 * compete (Cai & Szeidl 2018). Whoever does not consent to matching is left out.
 */
export function circlesOf({ people: ids, size, standing = [] }: CircleQuery, ground: Ground): Circle[] {
  const people = [...new Set(ids)]
    .sort()
    .flatMap((id) => ground.state.people.get(id) ?? [])
    .filter(({ facts }) => facts.consents);
  if (people.length < LEAST) return [];
  const number = new Map(people.map(({ facts }, i) => [facts.personId, i]));
  const before = standing.map((circle) => circle.flatMap((id) => number.get(id) ?? []));
  const help = helpWithin(people, ground);
  const helped: Worth = (a, b) => (help[a]?.[b] ?? 0) + (help[b]?.[a] ?? 0);
  const worth: Worth = (a, b) => {
    const [one, other] = [people[a], people[b]];
    if (
      one === undefined ||
      other === undefined ||
      areRivals(one, other) ||
      areApart(one, other, ground.moment.at)
    )
      return -Infinity;
    return helped(a, b) + (before.some((circle) => circle.includes(a) && circle.includes(b)) ? TOGETHER : 0);
  };
  return circled(people.length, { size, standing: before, worth }).map((circle) => ({
    people: circle.flatMap((i) => people[i]?.facts.personId ?? []),
    value: circle.reduce(
      (sum, a, i) => sum + circle.slice(i + 1).reduce((rest, b) => rest + helped(a, b), 0),
      0,
    ),
  }));
}

/** @throws RangeError when circles cannot have that size. */
export function checkCircleSize(size: number): void {
  if (!(Number.isInteger(size) && size >= LEAST && size <= MOST))
    throw new RangeError(`size: a circle of ${size}, not of ${LEAST}…${MOST}`);
}
