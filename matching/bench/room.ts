import MiniSearch from 'minisearch';
import { type Close, closestIn } from '../room/lists-of-room.ts';
import { crowd, filledIndex, graphOf, overSets, SHOWN, type Skilled, top } from './crowd.ts';
import { type BenchRow, quantile, ratio, timed } from './measure.ts';

/** How often each way has its turns; in a turn everybody of the room is a newcomer once, so that it has its own data at hand. */
const ROUNDS = 7;
/** How many turns in a row; the last takes seconds each. */
const TURNS = [
  ['own', 5],
  ['sets', 5],
  ['graph', 5],
  ['search', 1],
] as const;

/** The same by walking from neighbour to neighbour. */
function overGraph(people: readonly Skilled[]) {
  const graph = graphOf(people);
  return (x: Skilled): Close[] => {
    const scores = new Map<string, number>();
    const add = (id: string, weight: number) => {
      if (id !== x.id) scores.set(id, (scores.get(id) ?? 0) + weight);
    };
    for (const [skill, weight] of x.seeks) {
      if (graph.hasNode(`#${skill}`)) graph.forEachInNeighbor(`#${skill}`, (id) => add(id, weight));
    }
    for (const skill of x.has) {
      if (graph.hasNode(`#${skill}`))
        graph.forEachOutEdge(`#${skill}`, (_, { seeks }, __, id) => add(id, seeks));
    }
    return top(scores);
  };
}

/** The same, nearly, by a search engine that knows a network and asks of each hit whether they are here. */
function overSearch(network: readonly Skilled[], here: number) {
  const present = new Set(network.slice(0, here).map(({ id }) => id));
  const search = new MiniSearch<{ id: string; has: string; seeks: string }>({ fields: ['has', 'seeks'] });
  const text = (skills: Iterable<string>) => [...skills].join(' ');
  search.addAll(
    network.map(({ id, has, seeks }) => ({ id, has: text(has), seeks: text(seeks.map(([skill]) => skill)) })),
  );
  return (x: Skilled) => {
    const queries = [
      { queries: [text(x.seeks.map(([skill]) => skill))], fields: ['has'] },
      { queries: [text(x.has)], fields: ['seeks'] },
    ];
    return search
      .search({ combineWith: 'OR', queries }, { filter: ({ id }) => present.has(id) })
      .slice(0, SHOWN);
  };
}

const weightsOf = (list: readonly Close[]) => list.map(({ weight }) => weight.toFixed(2)).join();

/** Measures the best ten of a room for each of many newcomers, four ways in turn. */
export function benchTopTen(here: number): BenchRow[] {
  const network = crowd(10_000);
  const people = network.slice(0, here);
  const closest = closestIn(filledIndex(people), SHOWN);
  const ways = {
    own: (x: Skilled) => closest(x.id),
    sets: overSets(people),
    graph: overGraph(people),
    search: overSearch(network, here),
  };
  const times = { own: [] as number[], sets: [] as number[], graph: [] as number[], search: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [way, turns] of TURNS) {
      for (let turn = 0; turn < turns; turn++)
        times[way].push(timed(() => people.map((x) => ways[way](x))) / here);
    }
  }
  const same = people.filter((x) => {
    const sets = weightsOf(ways.sets(x));
    return weightsOf(ways.own(x)) === sets && weightsOf(ways.graph(x)) === sets;
  }).length;
  const own = quantile(times.own, 0.5);
  const against = (name: string, other: readonly number[], goal: number): BenchRow => ({
    measure: `best ten of ${here} present, against ${name}`,
    ...ratio(quantile(other, 0.5), own, goal),
  });
  return [
    against('all pairs over plain sets', times.sets, 130),
    against('graphology neighbour loops', times.graph, 18),
    against('minisearch that knows 10,000 people', times.search, 25),
    {
      measure: 'the same ten by all three that are exact',
      found: `for ${same} of ${here}`,
      goal: `all: ${same === here ? 'pass' : 'miss'}`,
    },
  ];
}
