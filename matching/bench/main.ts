import { benchEngine, NOW, personChanged } from './house.ts';
import { type BenchRow, quantile, timed } from './measure.ts';
import { benchPairing } from './pairing.ts';

const SKILLS = 2000;
const HERE = 1000;

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

/** Measures the engine: both sides interleaved in one run, medians. */
export function benchMatching(): BenchRow[] {
  return [...benchSuggestions(), ...benchPairing()];
}
