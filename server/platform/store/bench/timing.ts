/** How many calls a second, so many at a time. */
export async function rate(calls: number, atOnce: number, call: (i: number) => unknown): Promise<number> {
  let next = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (next < calls) await call(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (calls / (performance.now() - started)) * 1_000;
}

/** How long a call takes, in milliseconds. */
export async function time(call: () => unknown): Promise<number> {
  const started = performance.now();
  await call();
  return performance.now() - started;
}

/** The middle one of some measurements. */
export function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
