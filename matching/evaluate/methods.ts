import { worthOf } from '../rank.ts';
import { CHANNELS, weightsBy } from '../settings.ts';
import type { ChannelWeights } from '../types.ts';
import { acquaintedRooms } from './acquaintance.ts';
import { BASELINES, createHistorian, rankSimply } from './baselines.ts';
import type { BenchRoom, Dataset, RoomKind } from './dataset.ts';
import type { ScoredRoom } from './metrics.ts';
import type { Rankings } from './replay.ts';

/** One way to rank with every room of a kind as it ranked them, in time order. */
export interface Method {
  name: string;
  rooms: ScoredRoom[];
}

/** Each channel alone, each left out, and all alike as before anything was learned. */
export function ablations(weights: ChannelWeights): { name: string; weights: ChannelWeights }[] {
  return [
    ...CHANNELS.map((only) => ({
      name: `only ${only}`,
      weights: weightsBy((channel) => (channel === only ? 1 : 0)),
    })),
    ...CHANNELS.map((left) => ({ name: `without ${left}`, weights: { ...weights, [left]: 0 } })),
    { name: 'all alike', weights: weightsBy(() => 1) },
  ];
}

interface Judged {
  room: BenchRoom;
  simple: Record<string, string[]>;
  obvious: Set<string>;
  haveMet: boolean;
}

/** Every room with its simple rankings, and what only the scorer may know. */
function judged(dataset: Dataset, kind: RoomKind): Judged[] {
  const past = createHistorian(dataset.needs, dataset.helps);
  const needs = new Map(dataset.needs.map((need) => [need.id, need]));
  const haveMet = acquaintedRooms(dataset, kind);
  return dataset.rooms[kind].map((room, i) => {
    const need = needs.get(room.need);
    if (need === undefined) throw new RangeError(`room: its need ${room.need} is unknown`);
    const now = past(room.t);
    const simple = Object.fromEntries(
      BASELINES.map((name) => [name, rankSimply(name, { need, room: room.room }, now)]),
    );
    const obvious = new Set(['popularity', 'jaccard'].flatMap((name) => simple[name]?.slice(0, 3) ?? []));
    return { room, simple, obvious, haveMet: haveMet[i] ?? false };
  });
}

/** The engine, the baselines, and the engine's ablations over the rooms of a kind; the engine comes first. */
export function methodsOf(
  dataset: Dataset,
  kind: RoomKind,
  { rankings, weights }: { rankings: Rankings; weights: ChannelWeights },
): Method[] {
  const rooms = judged(dataset, kind);
  const ranked = ({ room }: Judged) => rankings[kind].get(room.need) ?? [];
  const method = (name: string, rankingOf: (room: Judged) => string[]): Method => ({
    name,
    rooms: rooms.map((one) => ({
      room: one.room.room,
      helpers: new Set(one.room.helpers),
      ranking: rankingOf(one),
      obvious: one.obvious,
      haveMet: one.haveMet,
    })),
  });
  return [
    method('engine', (one) => ranked(one).map(({ personId }) => personId)),
    ...BASELINES.map((name) => method(name, ({ simple }) => simple[name] ?? [])),
    ...ablations(weights).map(({ name, weights: other }) =>
      method(name, (one) =>
        ranked(one)
          .map(({ personId, signals }) => ({ personId, worth: worthOf(signals, other) }))
          .sort((a, b) => b.worth - a.worth)
          .map(({ personId }) => personId),
      ),
    ),
  ];
}
