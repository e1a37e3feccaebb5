import { type Edge, exact, searched } from '../assign.ts';
import { chance } from '../chance.ts';
import { benchEngine, NOW, personChanged } from './house.ts';

/** Half of some measurements are at most this; in their unit. */
function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const SKILLS = 2000;
const here = 1000;
const [small, large] = [10_000, 40_000].map((network) =>
  benchEngine({ network, room: here, needs: here }, SKILLS),
);
const suggestions = { small: [] as number[], large: [] as number[] };
const events: number[] = [];
for (let i = 0; i < 100; i++) {
  const ask = { at: NOW, limit: 3 };
  suggestions.small.push(timed(() => small?.suggest(`p${i * 7}`, ask)));
  suggestions.large.push(timed(() => large?.suggest(`p${i * 7}`, ask)));
  events.push(
    timed(() => large?.apply({ type: 'presence.ended', id: `out:${i}`, at: NOW, personId: `p${i * 7 + 1}` })),
    timed(() => large?.apply(personChanged(i * 7 + 1, SKILLS, `again:${i}`))),
  );
}
const p50 = { small: quantile(suggestions.small, 0.5), large: quantile(suggestions.large, 0.5) };
console.log('both sides interleaved in one run; medians; milliseconds for orientation only');
console.log(`suggest, ${here} present of 10,000 known: p50 ${p50.small.toFixed(1)} ms`);
console.log(
  `suggest, ${here} present of 40,000 known: p50 ${p50.large.toFixed(1)} ms, p95 ${quantile(suggestions.large, 0.95).toFixed(1)} ms`,
);
console.log(`network of 40,000 against 10,000, same room: ${(p50.large / p50.small).toFixed(2)}×`);
console.log(`applying a departure or a new profile: p50 ${(1000 * quantile(events, 0.5)).toFixed(0)} µs`);

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
const room = someEdges(200);
const pairing = { exact: [] as number[], searched: [] as number[] };
for (let i = 0; i < 9; i++) {
  pairing.exact.push(timed(() => exact(room)));
  pairing.searched.push(timed(() => searched(room)));
}
const found = weightOf(searched(room)) / weightOf(exact(room));
const times = { exact: quantile(pairing.exact, 0.5), searched: quantile(pairing.searched, 0.5) };
console.log(
  `matching of 200 with 12 edges each: exact ${times.exact.toFixed(1)} ms; local search ${(times.exact / times.searched).toFixed(1)}× faster at ${found.toFixed(3)} of its weight`,
);
