import { chance } from '../chance.ts';
import { middleOf } from '../evaluate/bootstrap.ts';

/** A number with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

const Z = 1.96;

/** A share of some cases, with Wilson's score interval (Wilson 1927); of no cases nothing is known. */
export function shareOf(hits: number, cases: number): Estimate {
  if (cases === 0) return { value: Number.NaN, low: 0, high: 1 };
  const value = hits / cases;
  const centre = (value + Z ** 2 / (2 * cases)) / (1 + Z ** 2 / cases);
  const half = (Z / (1 + Z ** 2 / cases)) * Math.sqrt((value * (1 - value)) / cases + (Z / (2 * cases)) ** 2);
  return { value, low: centre - half, high: centre + half };
}

/** Hits and cases of one day of one town, in two worlds that differ in one thing. */
export interface PairedDay {
  ours: Tally;
  theirs: Tally;
}

/** How often something came about, of how many. */
export interface Tally {
  hits: number;
  cases: number;
}

/** The tallies of several days as one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { hits: 0, cases: 0 };
  for (const { hits, cases } of tallies) {
    sum.hits += hits;
    sum.cases += cases;
  }
  return sum;
}

const ratio = ({ hits, cases }: Tally) => hits / Math.max(1, cases);

/** By how much the share of ours exceeds that of theirs over some days. */
export function excess(days: readonly PairedDay[]): number {
  return ratio(sumOf(days.map(({ ours }) => ours))) - ratio(sumOf(days.map(({ theirs }) => theirs)));
}

function redrawn(days: readonly PairedDay[], lot: string): PairedDay[] {
  return days.map((day, i) => days[Math.floor(chance(`${lot}|${i}`) * days.length)] ?? day);
}

/**
 * A statistic of groups of days with its percentile interval, days drawn anew within each group (bootstrap, Efron
 * 1979): days are the unit because the offers of one day depend on one another. Seeded, so it prints the same every time.
 */
export function overDays(
  groups: readonly (readonly PairedDay[])[],
  statistic: (groups: readonly (readonly PairedDay[])[]) => number,
  rounds = 1000,
): Estimate {
  const values: number[] = [];
  for (let round = 0; round < rounds; round++)
    values.push(statistic(groups.map((days, group) => redrawn(days, `${round}|${group}`))));
  return { value: statistic(groups), ...middleOf(values) };
}
