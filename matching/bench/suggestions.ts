import { getHeapStatistics } from 'node:v8';
import type { Engine } from '../index.ts';
import { benchEngine, eventsOfAVisit, NOW } from './house.ts';
import { type BenchRow, quantile, timed } from './measure.ts';

const SKILLS = 14_000;
const HERE = 1000;
/** About what the engine keeps of somebody known, and what it needs beside. */
const BYTES_A_PERSON = 7500;

const ask = (engine: Engine, i: number) =>
  timed(() => engine.suggest(`p${(i * 7) % HERE}`, { at: NOW, limit: 3 }));

/** A suggestion in the same room of a small and of a large network, in turn; as large as memory allows. */
function benchNetworks(): BenchRow {
  const fitting = getHeapStatistics().heap_size_limit / BYTES_A_PERSON;
  const large = fitting > 1_100_000 ? 1_000_000 : fitting > 330_000 ? 300_000 : 100_000;
  const engines = [10_000, large].map((network) => benchEngine({ network, room: HERE, needs: HERE }, SKILLS));
  const times = engines.map(() => [] as number[]);
  for (let i = 0; i < 260; i++) {
    for (const [side, engine] of engines.entries()) {
      const time = ask(engine, i);
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

/** Suggestions amid the events of a day, all three channels, and what each kind of event costs. */
function benchDay(): BenchRow[] {
  const engine = benchEngine({ network: 50_000, room: HERE, needs: 200_000 }, SKILLS);
  const suggested: number[] = [];
  const applied = new Map<string, number[]>();
  for (let i = 0; i < 260; i++) {
    const time = ask(engine, i);
    if (i >= 60) suggested.push(time);
    for (const event of eventsOfAVisit((i * 7 + 1) % HERE, i, SKILLS)) {
      const times = applied.get(event.type) ?? [];
      applied.set(event.type, times);
      times.push(1000 * timed(() => engine.apply(event)));
    }
  }
  const [p50, p95] = [quantile(suggested, 0.5), quantile(suggested, 0.95)];
  const all = [...applied.values()].flat();
  const each = [...applied].map(([type, times]) => `${type} ${quantile(times, 0.5).toFixed(0)}`);
  const middle = quantile(all, 0.5);
  return [
    {
      measure: `suggest by all three channels, ${HERE} present of 50,000 known, 200,000 past needs`,
      found: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      goal: `p50 ≤ 10, p95 ≤ 100: ${p50 <= 10 && p95 <= 100 ? 'pass' : 'miss'}`,
    },
    {
      measure: `an event applied there; p50 in µs: ${each.join(', ')}`,
      found: `p50 ${middle.toFixed(0)} µs, p95 ${quantile(all, 0.95).toFixed(0)} µs`,
      goal: `≤ 50 µs: ${middle <= 50 ? 'pass' : 'miss'}`,
    },
  ];
}

/** Measures suggestions and events of the whole engine. */
export function benchSuggestions(): BenchRow[] {
  return [...benchDay(), benchNetworks()];
}
