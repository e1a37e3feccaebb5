import type { Moment } from './rank.ts';
import { houseRate } from './signals/willingness.ts';
import { HOUR, LOAD_HALF_LIFE, strengthAt } from './state/evidence.ts';
import type { Person, State } from './state/state.ts';
import type { Day, PersonId } from './types.ts';

/** Who leaves within this many hours cannot be introduced any more by hurrying. */
const TOO_LATE = 0.25;
/** By how much a pair gains when one of them is about to leave; half of it an hour before (start value). */
const HURRY = 0.5;

/** Offers after which a house half knows what is usual in it. */
const SETTLED = 50;

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
 * Whether a pair is worth one of the few places of a day: the chance of both yeses, discounted for those who meet anyway, is
 * at least a multiple of what it is here as a rule: `P·(1+β·S)/(1+β) ≥ κ·g²·n/(n+50)`, n being how often anybody was asked,
 * so that a house that has hardly begun shows all it has. What is less waits for somebody better to come in. Newcomers
 * need not be likely, only helped.
 */
export function worthAPlace(state: State, { settings }: Moment): (pair: Weighed) => boolean {
  const { selectivity, surpriseDial } = settings;
  const { offered } = state.house;
  const usual = (houseRate(state) ** 2 * offered) / (offered + SETTLED);
  const least = selectivity * usual * (1 + surpriseDial);
  return ({ a, b, chance, surprise }) =>
    chance * (1 + surpriseDial * surprise) >= least || isNewcomer(a) || isNewcomer(b);
}

interface Weighed extends Two {
  chance: number;
  surprise: number;
}

/**
 * Pairs with a newcomer, who come before all others, and those others, each in the order given: whoever is new is shown to
 * somebody as long as anybody fits, and does not wait behind those who are always liked.
 */
export function byNewcomers<T extends Two>(pairs: readonly T[]): { newcomers: T[]; others: T[] } {
  const isFirst = ({ a, b }: T) => isNewcomer(a) || isNewcomer(b);
  return { newcomers: pairs.filter(isFirst), others: pairs.filter((pair) => !isFirst(pair)) };
}

/**
 * Chances to answer shared out by who was shown of late: `p_y / (1 + shown_y)^λ`, brought back to a sum of 1. Whoever was
 * shown k times as much as another, counted from one, steps behind them only where their chance is less than k^λ times
 * as great: no place ever costs more than that factor.
 */
export function sharedOut(
  chances: ReadonlyMap<PersonId, number>,
  { people }: State,
  { at, settings }: Moment,
): Map<PersonId, number> {
  const weighed = [...chances].map(([id, chance]): [PersonId, number] => {
    const shown = strengthAt(people.get(id)?.exposure, at, settings.habitHalfLifeDays);
    return [id, chance / (1 + shown) ** settings.fairWeight];
  });
  const sum = weighed.reduce((total, [, chance]) => total + chance, 0);
  return new Map(weighed.map(([id, chance]) => [id, sum === 0 ? 0 : chance / sum]));
}
