import { spawnSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { askNext, benchEngine, HERE, type HouseSize, SKILLS } from './house.ts';
import { type BenchRow, quantile } from './measure.ts';

/** About what the engine keeps of somebody known, and what it needs beside. */
const BYTES_A_PERSON = 8500;
const MEGABYTE = 2 ** 20;

/** As many people as there is memory for, a third of it left to others. */
function largest(): number {
  const fitting = ((2 / 3) * totalmem()) / BYTES_A_PERSON;
  return fitting > 1_000_000 ? 1_000_000 : fitting > 300_000 ? 300_000 : 100_000;
}

/** A suggestion in the same room of a small and of a large network, in turn. */
function compared(large: number): BenchRow {
  const sizes = [10_000, large].map((network): HouseSize => {
    return { network, room: HERE, who: 'helpers', needs: HERE };
  });
  const engines = sizes.map((size) => ({ size, engine: benchEngine(size, SKILLS) }));
  const times = engines.map(() => [] as number[]);
  for (let i = 0; i < 260; i++) {
    for (const [side, { engine, size }] of engines.entries()) {
      const time = askNext(engine, i, size);
      if (i >= 60) times[side]?.push(time);
    }
  }
  const [small = Number.NaN, big = Number.NaN] = times.map((all) => quantile(all, 0.5));
  return {
    measure: `suggest, the same room in a network of ${large.toLocaleString('en')} against 10,000`,
    found: `${(big / small).toFixed(2)}× (p50 ${big.toFixed(2)} and ${small.toFixed(2)} ms)`,
    goal: `≤ 1.2×: ${big / small <= 1.2 ? 'pass' : 'miss'}${large < 1_000_000 ? ' (asked of 1,000,000)' : ''}`,
  };
}

/** Measures that in a process of its own, whose heap holds the network. @throws Error with what that process said. */
export function benchNetworks(): BenchRow[] {
  const people = largest();
  const heap = `--max-old-space-size=${Math.ceil((people * BYTES_A_PERSON) / MEGABYTE)}`;
  const own = fileURLToPath(import.meta.url);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [heap, '--import', 'tsx', own, String(people)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`a network of ${people} ended with ${status}: ${stderr}`);
  return [JSON.parse(stdout)];
}

const [, script, people] = process.argv;
if (script === fileURLToPath(import.meta.url)) process.stdout.write(JSON.stringify(compared(Number(people))));
