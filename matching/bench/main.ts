import { type Edge, exact, searched } from '../assign.ts';
import { chance } from '../chance.ts';
import { benchEngine, NOW, personChanged } from './house.ts';

/** One line of the printed table; times are in the unit that the line names, and for orientation only. */
export interface BenchRow {
  measure: string;
  found: string;
}

const SKILLS = 2000;
const HERE = 1000;

/** The value that a share of the measurements are at most, in their unit. */
function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A suggestion in the same room of a small and of a large network, in turn; and events of the large one. */
function benchSuggestions(): BenchRow[] {
  const engineOf = (network: number) => benchEngine({ network, room: HERE, needs: HERE }, SKILLS);
  const [small, large] = [engineOf(10_000), engineOf(40_000)];
  const times = { small: [] as number[], large: [] as number[], events: [] as number[] };
  for (let i = 0; i < 100; i++) {
    const ask = { at: NOW, limit: 3 };
    times.small.push(timed(() => small.suggest(`p${i * 7}`, ask)));
    times.large.push(timed(() => large.suggest(`p${i * 7}`, ask)));
    const personId = `p${i * 7 + 1}`;
    times.events.push(
      timed(() => large.apply({ type: 'presence.ended', id: `out:${i}`, at: NOW, personId })),
      timed(() => large.apply(personChanged(i * 7 + 1, SKILLS, `again:${i}`))),
    );
  }
  const p50 = { small: quantile(times.small, 0.5), large: quantile(times.large, 0.5) };
  return [
    {
      measure: `suggest, ${HERE} present of 40,000 known`,
      found: `p50 ${p50.large.toFixed(1)} ms, p95 ${quantile(times.large, 0.95).toFixed(1)} ms`,
    },
    {
      measure: 'network of 40,000 against 10,000, same room',
      found: `${(p50.large / p50.small).toFixed(2)}×`,
    },
    {
      measure: 'a departure or a new profile applied',
      found: `p50 ${(1000 * quantile(times.events, 0.5)).toFixed(0)} µs`,
    },
  ];
}

/** About twelve edges each among some people, a pair at most once, the same every time. */
function someEdges(people: number): Edge[] {
  const edges = new Map<string, Edge>();
  for (let i = 0; i < people * 6; i++) {
    const ends = [i % people, (i + 1 + Math.floor(chance(`${i}|b`) * (people - 1))) % people];
    const [a, b] = [Math.min(...ends), Math.max(...ends)];
    if (a !== b) edges.set(`${a}-${b}`, { a, b, weight: chance(`${i}|w`) + 0.01 });
  }
  return [...edges.values()];
}

const weightOf = (edges: readonly Edge[]) => edges.reduce((sum, { weight }) => sum + weight, 0);

/** The exact matching of a room against local search, in turn. */
function benchMatchingOfRoom(): BenchRow {
  const room = someEdges(200);
  const times = { exact: [] as number[], searched: [] as number[] };
  for (let i = 0; i < 9; i++) {
    times.exact.push(timed(() => exact(room)));
    times.searched.push(timed(() => searched(room)));
  }
  const [slow, fast] = [quantile(times.exact, 0.5), quantile(times.searched, 0.5)];
  const share = weightOf(searched(room)) / weightOf(exact(room));
  return {
    measure: 'matching of 200 with 12 edges each',
    found: `exact ${slow.toFixed(1)} ms; local search ${(slow / fast).toFixed(1)}× faster at ${share.toFixed(3)} of its weight`,
  };
}

/** Measures the engine: both sides interleaved in one run, medians. */
export function benchMatching(): BenchRow[] {
  return [...benchSuggestions(), benchMatchingOfRoom()];
}
