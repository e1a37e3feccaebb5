import Graph from 'graphology';
import MiniSearch from 'minisearch';
import { chance } from '../chance.ts';
import { createIndexOfRoom, type IndexOfRoom } from '../index-of-room.ts';
import { type Close, closestTo, createListsOfRoom } from '../lists-of-room.ts';
import { skillsOf } from './house.ts';
import { type BenchRow, bytesOf, quantile, ratio, timed } from './measure.ts';

/** Skills of the vocabulary that people are made from. */
const SKILLS = 14_000;
const SHOWN = 10;
/** Newcomers a turn, so that each way is measured with its own data at hand. */
const BATCH = 20;
const ROUNDS = 100;
const SPACE = 'bench';

/** Somebody's skills: offered, and needed with how much. */
interface Skilled {
  id: string;
  has: readonly string[];
  seeks: readonly (readonly [skill: string, weight: number])[];
}

function someone(i: number, visit = 0): Skilled {
  const seeks = new Set(skillsOf(`${i}|${visit}|seeks`, 4, SKILLS));
  return {
    id: `p${i}`,
    has: [...new Set(skillsOf(`${i}|${visit}|has`, 8, SKILLS))],
    seeks: [...seeks].map((skill, place) => [skill, 1 / (1 + place)] as const),
  };
}

const crowd = (count: number) => Array.from({ length: count }, (_, i) => someone(i));
const mostFirst = (a: Close, b: Close) => b.weight - a.weight || (a.id < b.id ? -1 : 1);
const top = (scores: Iterable<[id: string, weight: number]>) =>
  Array.from(scores, ([id, weight]) => ({ id, weight }))
    .filter(({ weight }) => weight > 0)
    .sort(mostFirst)
    .slice(0, SHOWN);

/** What one would write first: every pair, over plain sets. */
function overSets(people: readonly Skilled[]) {
  const sets = people.map(({ id, has, seeks }) => ({ id, has: new Set(has), seeks }));
  return (x: Skilled): Close[] => {
    const ours = new Set(x.has);
    const scores = sets.map(({ id, has, seeks }): [string, number] => {
      let weight = 0;
      for (const [skill, much] of x.seeks) if (has.has(skill)) weight += much;
      for (const [skill, much] of seeks) if (ours.has(skill)) weight += much;
      return [id, id === x.id ? 0 : weight];
    });
    return top(scores);
  };
}

/** People and skills as nodes of a graphology graph; two edges where somebody has what they seek. */
function graphOf(people: readonly Skilled[]) {
  const graph = new Graph<object, { seeks: number }>({ type: 'directed' });
  for (const { id, has, seeks } of people) {
    graph.addNode(id);
    for (const skill of has) graph.mergeEdge(id, `#${skill}`, { seeks: 0 });
    for (const [skill, weight] of seeks) graph.mergeEdge(`#${skill}`, id, { seeks: weight });
  }
  return graph;
}

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

function filledIndex(people: readonly Skilled[]): IndexOfRoom {
  const index = createIndexOfRoom();
  for (const person of people) index.place(person.id, SPACE, person);
  return index;
}

const weightsOf = (list: readonly Close[]) => list.map(({ weight }) => weight.toFixed(2)).join();

/** The best ten of a room for each of many newcomers, four ways in turn. */
function benchTopTen(here: number): BenchRow[] {
  const network = crowd(10_000);
  const people = network.slice(0, here);
  const index = filledIndex(people);
  const ways = {
    own: (x: Skilled) => closestTo(x.id, index, SHOWN),
    sets: overSets(people),
    graph: overGraph(people),
    search: overSearch(network, here),
  };
  const times = { own: [] as number[], sets: [] as number[], graph: [] as number[], search: [] as number[] };
  let same = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const batch = Array.from({ length: BATCH }, (_, i) => people[(round * 37 + i * 41) % here] ?? someone(i));
    for (const way of ['own', 'sets', 'graph', 'search'] as const) {
      times[way].push(timed(() => batch.map((x) => ways[way](x))) / BATCH);
    }
    const [x = someone(0)] = batch;
    const sets = weightsOf(ways.sets(x));
    if (weightsOf(ways.own(x)) === sets && weightsOf(ways.graph(x)) === sets) same++;
  }
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
      found: `${same} of ${ROUNDS}`,
      goal: `${ROUNDS}: ${same === ROUNDS ? 'pass' : 'miss'}`,
    },
  ];
}

/** Somebody leaves and comes again with other skills; every list is made right. */
function checkInsOf(here: number) {
  const lists = createListsOfRoom(createIndexOfRoom(), SHOWN);
  for (const person of crowd(here)) lists.place(person.id, SPACE, person);
  let visit = 0;
  return () => {
    visit++;
    const person = someone(Math.floor(chance(`visit ${visit}`) * here), visit);
    return timed(() => {
      lists.place(person.id, SPACE, person);
      lists.settle();
    });
  };
}

/** A check-in with every list kept right against all lists made anew, and how it grows with the room. */
function benchLists(): BenchRow[] {
  const sizes = [250, 500, 1000, 2000, 4000];
  const rooms = sizes.map(checkInsOf);
  const times = sizes.map(() => [] as number[]);
  const people = crowd(1000);
  const anew: number[] = [];
  for (let round = 0; round < 1500; round++) {
    for (const [i, checkIn] of rooms.entries()) times[i]?.push(checkIn());
    if (round % 500 !== 0) continue;
    const over = overSets(people);
    anew.push(timed(() => people.map(over)));
  }
  const settled = times.map((all) => quantile(all.slice(300), 0.5));
  const exponent = slope(sizes.map(Math.log), settled.map(Math.log));
  return [
    {
      measure: 'a check-in with every list kept right, 1,000 present, against all lists anew',
      ...ratio(quantile(anew, 0.5), settled[2] ?? Number.NaN, 50_000),
    },
    {
      measure: `its growth from 250 to 4,000 present (${settled.map((ms) => (1000 * ms).toFixed(1)).join(', ')} µs)`,
      found: `exponent ${exponent.toFixed(2)}`,
      goal: `≤ .85: ${exponent <= 0.85 ? 'pass' : 'miss'}`,
    },
  ];
}

/** The slope of the line through some points, by least squares. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [x0, y0] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, x, i) => sum + (x - x0) * ((ys[i] ?? 0) - y0), 0);
  return over / xs.reduce((sum, x) => sum + (x - x0) ** 2, 0);
}

/** Bytes of the index of the room against a graph of the same people, and against one of the network. */
function benchMemory(): BenchRow[] {
  const network = crowd(50_000);
  const room = network.slice(0, 1000);
  const index = filledIndex(room);
  const graphs = { room: bytesOf(() => graphOf(room)), network: bytesOf(() => graphOf(network)) };
  const whole = bytesOf(() => filledIndex(room));
  const fewer = (bytes: number, other: number, goal: number) => ({
    found: `1/${(other / bytes).toFixed(1)} (${bytes.toFixed(0)} against ${other.toFixed(0)} bytes a person)`,
    goal: `≤ 1/${goal}: ${other / bytes >= goal ? 'pass' : 'miss'}`,
  });
  const each = whole / room.length;
  return [
    {
      measure: `bytes of the index of a room of 1,000 (${index.bytes / room.length} in typed arrays), against graphology`,
      ...fewer(each, graphs.room / room.length, 8),
    },
    {
      measure: 'the same spread over 50,000 people known, against graphology of the network',
      ...fewer(whole / network.length, graphs.network / network.length, 30),
    },
  ];
}

/** Measures the index and the lists of a room, on their own. */
export function benchRoomOfSkills(): BenchRow[] {
  return [...benchTopTen(1000), ...benchLists(), ...benchMemory()];
}
