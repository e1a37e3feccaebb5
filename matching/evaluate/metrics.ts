/** A ranking of a room with what only the scorer knows. `obvious`: who is in the top 3 of popularity or tag overlap. */
export interface ScoredRoom {
  room: readonly string[];
  helpers: ReadonlySet<string>;
  ranking: readonly string[];
  obvious: ReadonlySet<string>;
  /** Whether one of the helpers and the asker had helped one another before. */
  haveMet: boolean;
}

/** Means over rooms, all in [0, 1]; `mrr95` is the half-width of the 95 % interval of the MRR. */
export interface Metrics {
  needs: number;
  hit1: number;
  hit3: number;
  hit5: number;
  hit10: number;
  mrr: number;
  mrr95: number;
  ndcg10: number;
  serhit3: number;
  coverage: number;
  gini: number;
}

/** What one room adds to the means. */
export interface RoomScore {
  hit: (k: number) => number;
  reciprocal: number;
  ndcg10: number;
  serendipity: number;
}

/** Inequality of some values ≥ 0: 0 when all are equal, towards 1 when one has everything (Gini 1912). */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.reduce((a, b) => a + b, 0);
  if (total === 0) return 0;
  const weighed = sorted.reduce((sum, value, i) => sum + (2 * (i + 1) - sorted.length - 1) * value, 0);
  return weighed / (sorted.length * total);
}

/** The scores of one room. NDCG: Järvelin & Kekäläinen (2002), binary gains. */
export function scoreRoom({ helpers, ranking, obvious }: ScoredRoom): RoomScore {
  const places = ranking.flatMap((person, i) => (helpers.has(person) ? [i] : []));
  const first = places[0] ?? Number.POSITIVE_INFINITY;
  const discount = (place: number) => 1 / Math.log2(place + 2);
  let ideal = 0;
  for (let i = 0; i < Math.min(helpers.size, 10); i++) ideal += discount(i);
  const gained = places.filter((place) => place < 10).reduce((sum, place) => sum + discount(place), 0);
  const top = ranking.slice(0, 3);
  return {
    hit: (k) => (first < k ? 1 : 0),
    reciprocal: 1 / (first + 1),
    ndcg10: ideal === 0 ? 0 : gained / ideal,
    serendipity: top.some((person) => helpers.has(person) && !obvious.has(person)) ? 1 : 0,
  };
}

/** The metrics of a method over all its rooms. @throws RangeError when there is none. */
export function metricsOf(rooms: readonly ScoredRoom[]): Metrics {
  if (rooms.length === 0) throw new RangeError('rooms: none to score');
  const n = rooms.length;
  const scores = rooms.map(scoreRoom);
  const mean = (of: (score: RoomScore) => number) => scores.reduce((sum, score) => sum + of(score), 0) / n;
  const exposure = new Map<string, number>();
  for (const { room, ranking } of rooms) {
    for (const person of room) if (!exposure.has(person)) exposure.set(person, 0);
    for (const person of ranking.slice(0, 3)) exposure.set(person, (exposure.get(person) ?? 0) + 1);
  }
  const shown = [...exposure.values()];
  const mrr = mean(({ reciprocal }) => reciprocal);
  const variance = mean(({ reciprocal }) => reciprocal ** 2) - mrr ** 2;
  return {
    needs: n,
    hit1: mean(({ hit }) => hit(1)),
    hit3: mean(({ hit }) => hit(3)),
    hit5: mean(({ hit }) => hit(5)),
    hit10: mean(({ hit }) => hit(10)),
    mrr,
    mrr95: 1.96 * Math.sqrt(Math.max(0, variance) / n),
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    serhit3: mean(({ serendipity }) => serendipity),
    coverage: shown.filter((count) => count > 0).length / shown.length,
    gini: gini(shown),
  };
}
