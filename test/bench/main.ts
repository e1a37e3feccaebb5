import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run bench -- <part>`: prints a table and writes the numbers beside it into `.build/bench`. */

const PARTS: Readonly<Record<string, () => Promise<object[]>>> = {
  store: async () => (await import('../../server/platform/store/bench/main.ts')).benchStore(),
  'store-limits': async () =>
    (await import('../../server/platform/store/bench/limits.ts')).benchStoreLimits(),
  booking: async () => (await import('./booking.ts')).benchBooking(),
  matching: async () => [
    ...(await import('../../matching/bench/main.ts')).benchMatching(),
    ...(await (await import('./check-in.ts')).benchCheckIn()),
  ],
  'check-in': async () => (await import('./check-in.ts')).benchCheckIn(),
};

/** What is measured when nothing is named; `matching` ends with the check-in. */
const EVERYTHING = Object.keys(PARTS).filter((name) => name !== 'check-in');

const given = process.argv.slice(2);
const unknown = given.find((name) => !PARTS[name]);
if (unknown !== undefined) throw new Error(`${unknown} is none of ${Object.keys(PARTS).join(', ')}`);
const folder = join('.build', 'bench');
mkdirSync(folder, { recursive: true });
for (const [name, measure] of Object.entries(PARTS)) {
  if (!(given.length > 0 ? given : EVERYTHING).includes(name)) continue;
  const numbers = await measure();
  console.table(numbers);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(numbers, undefined, 2)}\n`);
}
