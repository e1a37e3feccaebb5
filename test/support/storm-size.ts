/** `STORM=full` is `npm run storm`; every test run has the storm's quick form. */
export const isFullStorm = process.env.STORM === 'full';

/** Says what a storm saw, under its sentence. */
export function saw(what: string): void {
  process.stdout.write(`      saw: ${what}\n`);
}
