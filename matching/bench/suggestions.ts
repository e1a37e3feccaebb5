import type { EngineEvent } from '../index.ts';
import { askNext, benchEngine, eventsOfAVisit, HERE, type HouseSize, SKILLS } from './house.ts';
import { type BenchRow, quantile, timed, weightedQuantile } from './measure.ts';

/** How many of a hundred events are of each kind in a simulated town of sixty days (`playTown`, seed 3). */
const OF_A_HUNDRED: Partial<Record<EngineEvent['type'], number>> = {
  'presence.started': 25.1,
  'presence.ended': 25.1,
  'pair.answered': 19.8,
  'pair.offered': 11.4,
  'presence.changed': 6.5,
  'pair.valued': 4.1,
  'need.helped': 4.1,
  'pair.met': 2.1,
  'person.changed': 1.8,
};

/** Suggestions amid the events of a day, all three channels; then what each kind of event costs. */
function benchDay(who: HouseSize['who']): BenchRow[] {
  const size: HouseSize = { network: 50_000, room: HERE, who, needs: 200_000 };
  const engine = benchEngine(size, SKILLS);
  const suggested: number[] = [];
  const applied = new Map<EngineEvent['type'], number[]>();
  for (let i = 0; i < 260; i++) {
    const time = askNext(engine, i, size);
    if (i >= 60) suggested.push(time);
    for (const event of eventsOfAVisit(i, size, SKILLS)) engine.apply(event);
  }
  // Each kind of work in a row, so that it is measured with its own data at hand.
  for (let i = 260; i < 900; i++) {
    for (const event of eventsOfAVisit(i, size, SKILLS)) {
      const times = applied.get(event.type) ?? [];
      applied.set(event.type, times);
      times.push(1000 * timed(() => engine.apply(event)));
    }
  }
  const [p50, p95] = [quantile(suggested, 0.5), quantile(suggested, 0.95)];
  const all = [...applied].flatMap(([type, times]) =>
    times.map((time) => [time, OF_A_HUNDRED[type] ?? 0] as const),
  );
  const each = [...applied].map(([type, times]) => `${type} ${quantile(times, 0.5).toFixed(0)}`);
  const middle = weightedQuantile(all, 0.5);
  const room = who === 'anybody' ? 'drawn evenly' : 'those who helped most';
  return [
    {
      measure: `suggest by all three channels, ${HERE} present of 50,000 known, ${room}, 200,000 past needs`,
      found: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      goal: `p50 ≤ 10, p95 ≤ 100: ${p50 <= 10 && p95 <= 100 ? 'pass' : 'miss'}`,
    },
    {
      measure: `an event applied there, as many of each kind as a town has; p50 in µs: ${each.join(', ')}`,
      found: `p50 ${middle.toFixed(0)} µs, p95 ${weightedQuantile(all, 0.95).toFixed(0)} µs`,
      goal: `≤ 50 µs: ${middle <= 50 ? 'pass' : 'miss'}`,
    },
  ];
}

/** Measures suggestions and events of the whole engine, in a room like any and in the hardest. */
export function benchSuggestions(): BenchRow[] {
  return [...benchDay('anybody'), ...benchDay('helpers')];
}
