import { benchListsOfRoom } from './lists.ts';
import type { BenchRow } from './measure.ts';
import { benchNetworks } from './networks.ts';
import { benchPairing } from './pairing.ts';
import { benchTopTen } from './room.ts';
import { benchSuggestions } from './suggestions.ts';

/** Measures the engine: both sides interleaved in one run, medians. */
export function benchMatching(): BenchRow[] {
  return [
    ...benchTopTen(1000),
    ...benchListsOfRoom(),
    ...benchPairing(),
    ...benchSuggestions(),
    ...benchNetworks(),
  ];
}
