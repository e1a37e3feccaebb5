import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One line of the printed table; times are in the unit that the line names, and for orientation only. */
export interface BenchRow {
  measure: string;
  found: string;
  /** What it must be, and whether it is; none where no goal was set. */
  goal?: string;
}

/** The value that a share of the measurements are at most, in their unit. */
export function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;
}

/** The value that a share of the whole weight is at most, where each measurement has one. */
export function weightedQuantile(
  weighed: readonly (readonly [value: number, weight: number])[],
  share: number,
) {
  const all = weighed.reduce((sum, [, weight]) => sum + weight, 0);
  let passed = 0;
  for (const [value, weight] of [...weighed].sort(([a], [b]) => a - b)) {
    passed += weight;
    if (passed >= share * all) return value;
  }
  return Number.NaN;
}

/** How long something took, in ms. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A goal of so many times faster at least, with what came of it. */
export function timesFaster(goal: number, found: number): string {
  return `≥ ${goal}×: ${found >= goal ? 'pass' : 'miss'}`;
}

/** How many times longer the other took, and whether that is as much as it must be; times in ms, told in µs. */
export function ratio(other: number, own: number, goal: number): Pick<BenchRow, 'found' | 'goal'> {
  const [here, there] = [own, other].map((time) => `${(1000 * time).toPrecision(3)} µs`);
  return {
    found: `${(other / own).toPrecision(3)}× (${here} against ${there})`,
    goal: timesFaster(goal, other / own),
  };
}

/** Bytes that something made takes, on the heap and beside it. */
export function bytesOf(make: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const taken = () => {
    // What typed arrays held beside the heap is given back only after they were collected.
    for (let i = 0; i < 4; i++) collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = taken();
  const made = make();
  const bytes = taken() - before;
  // Read once more, so that it cannot have been collected while it was measured.
  return made === undefined ? 0 : bytes;
}
