import type { ChannelWeights } from '../types.ts';
import { pairedBootstrap } from './bootstrap.ts';
import { type Dataset, ROOM_KINDS } from './dataset.ts';
import { type Method, methodsOf } from './methods.ts';
import { metricsOf, type ScoredRoom, scoreRoom } from './metrics.ts';
import { type Rankings, rankRooms } from './replay.ts';

const HEAD = `${''.padEnd(18)} hit@1  hit@3  hit@5  hit@10 MRR ±95 %      NDCG10 SerH@3 cov.  Gini  never met      have met`;
const f = (value: number) => value.toFixed(3);

/** hit@3 and MRR over some of the rooms. */
function inShort(rooms: readonly ScoredRoom[]): string {
  if (rooms.length === 0) return '–'.padEnd(13);
  const { hit3, mrr } = metricsOf(rooms);
  return `${f(hit3)} / ${f(mrr)}`;
}

function row({ name, rooms }: Method): string {
  const m = metricsOf(rooms);
  const cells = [
    ...[m.hit1, m.hit3, m.hit5, m.hit10].map(f),
    `${f(m.mrr)} ±${f(m.mrr95)}`,
    f(m.ndcg10),
    f(m.serhit3),
    m.coverage.toFixed(2),
    m.gini.toFixed(2),
    inShort(rooms.filter(({ haveMet }) => !haveMet)),
    inShort(rooms.filter(({ haveMet }) => haveMet)),
  ];
  return `${name.padEnd(18)} ${cells.join('  ')}`;
}

const MEASURES = {
  'hit@3': (room: ScoredRoom) => scoreRoom(room).hit(3),
  MRR: (room: ScoredRoom) => scoreRoom(room).reciprocal,
};

/** How much the engine gains over another method, and whether it is more than chance. */
function gains(engine: readonly ScoredRoom[], other: readonly ScoredRoom[], over: string): string[] {
  if (engine.length === 0) return [];
  return Object.entries(MEASURES).map(([name, measure]) => {
    const { mean, low, high } = pairedBootstrap(engine.map(measure), other.map(measure), { seed: 1 });
    const verdict = low > 0 ? 'a gain' : high < 0 ? 'a loss' : 'may be chance';
    return `gain over ${over.padEnd(22)} in ${name.padEnd(5)} ${f(mean)} (95 % ${f(low)} … ${f(high)}): ${verdict}`;
  });
}

const isCompared = (name: string) => /^(?:tag-bm25|pioneer|all alike|without .*)$/.test(name);

/** The table of one kind of room: every method, and what the engine gains over those it is compared with. */
function tableOf(methods: readonly Method[]): string[] {
  const [engine, ...others] = methods;
  if (engine === undefined) return [];
  const strangers = ({ rooms }: Method) => rooms.filter(({ haveMet }) => !haveMet);
  return [
    HEAD,
    ...methods.map(row),
    ...others
      .filter(({ name }) => isCompared(name))
      .flatMap((other) => gains(engine.rooms, other.rooms, other.name)),
    ...others
      .filter(({ name }) => name === 'pioneer')
      .flatMap((other) => gains(strangers(engine), strangers(other), `${other.name}, never met`)),
  ];
}

/** Ranks every room by the engine, its ablations and the baselines; the lines of the report, and the rankings. */
export function evaluate(dataset: Dataset, weights: ChannelWeights): { lines: string[]; rankings: Rankings } {
  const rankings = rankRooms(dataset, { settings: { channels: weights } });
  const lines = ROOM_KINDS.flatMap((kind) => {
    const methods = methodsOf(dataset, kind, { rankings, weights });
    const rooms = methods[0]?.rooms ?? [];
    if (rooms.length === 0) return [];
    const met = rooms.filter(({ haveMet }) => haveMet).length;
    return [
      '',
      `${kind}: ${rooms.length} needs, the asker of ${met} had met a helper before`,
      ...tableOf(methods),
    ];
  });
  return { lines, rankings };
}
