import { getHeapStatistics } from 'node:v8';
import type { Engine } from '../index.ts';
import { benchEngine, eventsOfAVisit, type HouseSize, NOW, present } from './house.ts';
import { type BenchRow, quantile, timed } from './measure.ts';

const SKILLS = 14_000;
const HERE = 1000;
/** About what the engine keeps of somebody known, and what it needs beside. */
const BYTES_A_PERSON = 7500;

const ask = (engine: Engine, i: number, size: HouseSize) =>
  timed(() => engine.suggest(`p${present(i * 7, size)}`, { at: NOW, limit: 3 }));

/** A suggestion in the same room of a small and of a large network, in turn; as large as memory allows. */
function benchNetworks(): BenchRow {
  const fitting = getHeapStatistics().heap_size_limit / BYTES_A_PERSON;
  const large = fitting > 1_100_000 ? 1_000_000 : fitting > 330_000 ? 300_000 : 100_000;
  const sizes = [10_000, large].map((network): HouseSize => {
    return { network, room: HERE, who: 'helpers', needs: HERE };
  });
  const engines = sizes.map((size) => ({ size, engine: benchEngine(size, SKILLS) }));
  const times = engines.map(() => [] as number[]);
  for (let i = 0; i < 260; i++) {
    for (const [side, { engine, size }] of engines.entries()) {
      const time = ask(engine, i, size);
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
function benchDay(who: HouseSize['who']): BenchRow[] {
  const size: HouseSize = { network: 50_000, room: HERE, who, needs: 200_000 };
  const engine = benchEngine(size, SKILLS);
  const suggested: number[] = [];
  const applied = new Map<string, number[]>();
  for (let i = 0; i < 260; i++) {
    const time = ask(engine, i, size);
    if (i >= 60) suggested.push(time);
    for (const event of eventsOfAVisit(i, size, SKILLS)) {
      const times = applied.get(event.type) ?? [];
      applied.set(event.type, times);
      times.push(1000 * timed(() => engine.apply(event)));
    }
  }
  const [p50, p95] = [quantile(suggested, 0.5), quantile(suggested, 0.95)];
  const all = [...applied.values()].flat();
  const each = [...applied].map(([type, times]) => `${type} ${quantile(times, 0.5).toFixed(0)}`);
  const middle = quantile(all, 0.5);
  const room = who === 'anybody' ? 'drawn evenly' : 'those who helped most';
  return [
    {
      measure: `suggest by all three channels, ${HERE} present of 50,000 known, ${room}, 200,000 past needs`,
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
  return [...benchDay('anybody'), ...benchDay('helpers'), benchNetworks()];
}
