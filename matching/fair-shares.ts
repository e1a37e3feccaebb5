import { LOAD_HALF_LIFE, strengthAt } from './evidence.ts';
import type { Moment } from './rank.ts';
import type { Person } from './state.ts';
import type { Day } from './types.ts';

const HOUR = 3_600_000;
/** Who leaves within this many hours cannot be introduced any more by hurrying. */
const TOO_LATE = 0.25;
/** By how much a pair gains when one of them is about to leave; half of it an hour before (start value). */
const HURRY = 0.5;

/** Whether somebody has never been offered an introduction, nor helped anybody: who is cared for first. */
export function isNewcomer({ offered, helpedWith }: Person): boolean {
  return offered === 0 && helpedWith.size === 0;
}

/** Whether the day still has a place for somebody. */
function hasPlace({ offeredAt }: Person, { since, perPerson }: Day): boolean {
  return offeredAt.filter((at) => at >= since).length < perPerson;
}

/**
 * What a pair keeps of its value for the sake of others: `((1+load_a)(1+load_b))^−λ`, a load being the offers of late.
 * So the logarithm of the value falls by `λ·log(1+load)` a person.
 */
function afterLoad(a: Person, b: Person, { at, settings }: Moment): number {
  const [first, second] = [a, b].map(({ load }) => 1 + strengthAt(load, at, LOAD_HALF_LIFE));
  return ((first ?? 1) * (second ?? 1)) ** -settings.loadWeight;
}

/**
 * How much a pair gains by one of them leaving soon: `1 + ½·2^−h`, h the hours until the first leaves. Waiting pays
 * only while it is known who stays (Akbarpour, Li & Oveis Gharan 2020).
 */
function urgency(a: Person, b: Person, at: number): number {
  const leaves = Math.min(a.presence?.until ?? Infinity, b.presence?.until ?? Infinity);
  const hours = (leaves - at) / HOUR;
  return hours < TOO_LATE ? 1 : 1 + HURRY * 2 ** -hours;
}

/** What fairness to others and the time left make of a pair's value. */
export function fairShare(a: Person, b: Person, moment: Moment): number {
  return afterLoad(a, b, moment) * urgency(a, b, moment.at);
}

/** Two people who could be introduced. */
interface Two {
  a: Person;
  b: Person;
}

/** Those pairs for which the day has a place left on both sides; all, where nobody counts. */
export function stillToday<T extends Two>(pairs: readonly T[], day: Day | undefined): T[] {
  return day === undefined ? [...pairs] : pairs.filter(({ a, b }) => hasPlace(a, day) && hasPlace(b, day));
}

/**
 * Pairs with a newcomer before all others, else in the order given: whoever is new is shown to somebody as long as
 * anybody fits, and does not wait behind those who are always liked.
 */
export function newcomersFirst<T extends Two>(pairs: readonly T[]): T[] {
  const isFirst = ({ a, b }: T) => isNewcomer(a) || isNewcomer(b);
  return [...pairs.filter(isFirst), ...pairs.filter((pair) => !isFirst(pair))];
}
