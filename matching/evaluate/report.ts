import type { EngineSettings } from '../index.ts';
import { BASELINES, type BaselineName, createHistorian, rankSimply } from './baselines.ts';
import { pairedBootstrap } from './bootstrap.ts';
import { type Dataset, ROOM_KINDS, type RoomKind } from './dataset.ts';
import { type Metrics, metricsOf, type ScoredRoom, scoreRoom } from './metrics.ts';
import { type Rankings, rankRooms } from './replay.ts';

const none = { memory: 0, text: 0, skills: 0 };

/** Each channel alone and each left out, as settings of the engine. */
export function ablations(
  weights: EngineSettings['channels'],
): { name: string; channels: EngineSettings['channels'] }[] {
  const channels = ['memory', 'text', 'skills'] as const;
  return [
    ...channels.map((only) => ({ name: `only ${only}`, channels: { ...none, [only]: 1 } })),
    ...channels.map((left) => ({ name: `without ${left}`, channels: { ...weights, [left]: 0 } })),
  ];
}

/** The baselines' rankings of every room of one kind, with who is obvious in each. */
function simpleRankings(dataset: Dataset, kind: RoomKind) {
  const past = createHistorian(dataset.needs, dataset.helps);
  const tagsOf = new Map(dataset.needs.map(({ id, tags }) => [id, tags]));
  return dataset.rooms[kind].map((room) => {
    const now = past(room.t);
    const tags = tagsOf.get(room.need) ?? [];
    const by = Object.fromEntries(BASELINES.map((name) => [name, rankSimply(name, room, tags, now)]));
    const obvious = new Set([...(by.popularity ?? []).slice(0, 3), ...(by.jaccard ?? []).slice(0, 3)]);
    return { room, by, obvious };
  });
}

const f = (value: number) => value.toFixed(3);

function row(name: string, m: Metrics): string {
  const cells = [m.hit1, m.hit3, m.hit5, m.hit10].map(f);
  const rest = [
    `${f(m.mrr)} ±${f(m.mrr95)}`,
    f(m.ndcg10),
    f(m.serhit3),
    m.coverage.toFixed(2),
    m.gini.toFixed(2),
  ];
  return `${name.padEnd(16)} ${[...cells, ...rest].join('  ')}`;
}

const HEAD = `${''.padEnd(16)} hit@1  hit@3  hit@5  hit@10 MRR ±95 %      NDCG10 SerH@3 cov.  Gini`;

/** Ranks every room by the engine, its ablations and the baselines; the lines of the report, and the rankings. */
export function evaluate(
  dataset: Dataset,
  weights: EngineSettings['channels'],
): { lines: string[]; rankings: Rankings } {
  const rankings = rankRooms(dataset);
  const variants = ablations(weights).map(({ name, channels }) => ({
    name,
    rankings: rankRooms(dataset, { channels }),
  }));
  const lines: string[] = [];
  for (const kind of ROOM_KINDS) {
    const rooms = simpleRankings(dataset, kind);
    const scored = (rankingOf: (i: number) => readonly string[]): ScoredRoom[] =>
      rooms.map(({ room, obvious }, i) => ({
        room: room.room,
        helpers: new Set(room.helpers),
        ranking: rankingOf(i),
        obvious,
      }));
    const ofEngine = (by: Rankings) => scored((i) => by[kind].get(rooms[i]?.room.need ?? '') ?? []);
    const simple = (name: BaselineName) => scored((i) => rooms[i]?.by[name] ?? []);
    const engine = ofEngine(rankings);
    lines.push('', `${kind}: ${rooms.length} needs`, HEAD, row('engine', metricsOf(engine)));
    for (const name of BASELINES) lines.push(row(name, metricsOf(simple(name))));
    for (const { name, rankings: by } of variants) lines.push(row(name, metricsOf(ofEngine(by))));
    lines.push(...gains('tag-bm25', engine, simple('tag-bm25')));
    for (const { name, rankings: by } of variants) lines.push(...gains(name, engine, ofEngine(by)));
  }
  return { lines, rankings };
}

const MEASURES = {
  'hit@3': (room: ScoredRoom) => scoreRoom(room).hit(3),
  MRR: (room: ScoredRoom) => scoreRoom(room).reciprocal,
};

/** How much the engine gains over another method, and whether it is more than chance. */
function gains(over: string, engine: readonly ScoredRoom[], other: readonly ScoredRoom[]): string[] {
  return Object.entries(MEASURES).map(([name, measure]) => {
    const { mean, low, high } = pairedBootstrap(engine.map(measure), other.map(measure), { seed: 1 });
    const verdict = low > 0 ? 'a gain' : high < 0 ? 'a loss' : 'may be chance';
    return `gain over ${over.padEnd(15)} in ${name.padEnd(5)} ${f(mean)} (95 % ${f(low)} … ${f(high)}): ${verdict}`;
  });
}
