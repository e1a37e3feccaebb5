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
