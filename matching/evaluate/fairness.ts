import { acquaintedRooms } from './acquaintance.ts';
import { type Dataset, ROOM_KINDS, type RoomKind } from './dataset.ts';
import { type Metrics, metricsOf } from './metrics.ts';
import { rankRooms } from './replay.ts';

/** The weights λ at which the trade is shown, from none to strong. */
const LAMBDAS = [0, 0.25, 0.5, 0.75, 1, 1.5];

/** How the rooms of one kind fare when rankings are shared out by who was shown in that kind before. */
function fareOf(dataset: Dataset, kind: RoomKind, fairWeight: number): Metrics {
  const rooms = { mixed: [], hard: [], [kind]: dataset.rooms[kind] };
  const rankings = rankRooms({ ...dataset, rooms }, { settings: { fairWeight }, fair: true })[kind];
  const haveMet = acquaintedRooms(dataset, kind);
  return metricsOf(
    dataset.rooms[kind].map(({ need, room, helpers }, i) => ({
      room,
      helpers: new Set(helpers),
      ranking: (rankings.get(need) ?? []).map(({ personId }) => personId),
      obvious: new Set(),
      haveMet: haveMet[i] ?? false,
    })),
  );
}

/** What fairness costs and gains: one line a kind of room and a weight λ. */
export function tradeOff(dataset: Dataset): string[] {
  return ROOM_KINDS.filter((kind) => dataset.rooms[kind].length > 0).flatMap((kind) => [
    '',
    `${`${kind}, answers shared out`.padEnd(28)}hit@3  MRR    coverage  Gini`,
    ...LAMBDAS.map((lambda) => {
      const { hit3, mrr, coverage, gini } = fareOf(dataset, kind, lambda);
      const [shares, means] = [
        [hit3, mrr],
        [coverage, gini],
      ].map((list) => list.map((x) => x.toFixed(3)));
      return `λ ${lambda}`.padEnd(28) + [...(shares ?? []), (means ?? []).join('     ')].join('  ');
    }),
  ]);
}
