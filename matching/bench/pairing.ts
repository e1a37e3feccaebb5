import blossom from 'edmonds-blossom-fixed';
import { assign } from '../assign.ts';
import type { Edge } from '../blossom/certificate.ts';
import { createPairing, type Pairing } from '../blossom/pairing.ts';
import { chance } from '../chance.ts';
import { type BenchRow, quantile, timed, timesFaster } from './measure.ts';

/** Edges a person, both ends counted: as in the published comparison of 2,000 people and 14,000 edges. */
const DEGREE = 14;
const HEAVIEST = 2 ** 28;

/** A room in which each pair with an edge is as likely as any, the same every time; weights are multiples of four. */
function someEdges(people: number): Edge[] {
  const edges = new Map<string, Edge>();
  for (let i = 0; edges.size < (people * DEGREE) / 2; i++) {
    const ends = [Math.floor(chance(`${i}|a`) * people), Math.floor(chance(`${i}|b`) * people)];
    const [a, b] = [Math.min(...ends), Math.max(...ends)];
    const weight = 4 * (1 + Math.floor(chance(`${i}|w`) * HEAVIEST));
    if (a !== b) edges.set(`${a}-${b}`, { a, b, weight });
  }
  return [...edges.values()];
}

const others = (edges: readonly Edge[]) => blossom(edges.map(({ a, b, weight }) => [a, b, weight]));
const weightOf = (edges: readonly Edge[]) => edges.reduce((sum, { weight }) => sum + weight, 0);
const ms = (time: number) => `${time.toPrecision(3)} ms`;

/** Lets one person go and come back; returns how long each took. */
function comeAndGo(person: number, edges: readonly Edge[], pairing: Pairing): number[] {
  const own = edges
    .filter(({ a, b }) => a === person || b === person)
    .map(({ a, b, weight }) => ({ b: a === person ? b : a, weight }));
  return [timed(() => pairing.leave(person)), timed(() => pairing.arrive(person, own))];
}

/** A room matched by npm's package, by the engine, and repaired after somebody came or went, in turn. */
function benchRoom(people: number, rounds: number): BenchRow[] {
  const edges = someEdges(people);
  const pairing = createPairing(edges);
  const times = { others: [] as number[], own: [] as number[], repair: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.others.push(timed(() => others(edges)));
    for (let i = 0; i < 5; i++) times.own.push(timed(() => assign(edges)));
    for (let i = 0; i < 20; i++) {
      const person = Math.floor(chance(`${round}|${i}|who`) * people);
      times.repair.push(...comeAndGo(person, edges, pairing));
    }
  }
  const p50 = {
    others: quantile(times.others, 0.5),
    own: quantile(times.own, 0.5),
    repair: quantile(times.repair, 0.5),
  };
  const mates = others(edges);
  const share = weightOf(assign(edges)) / weightOf(edges.filter(({ a, b }) => mates[a] === b));
  const [faster, repaired] = [p50.others / p50.own, p50.others / p50.repair];
  const isLarge = people === 2000;
  return [
    {
      measure: `exact pairing of ${people}, ${edges.length} edges, against npm's blossom`,
      found: `${faster.toFixed(1)}× faster (${ms(p50.own)}, ${ms(p50.others)}), weight ${share.toFixed(9)}`,
      ...(isLarge && { goal: timesFaster(30, faster) }),
    },
    {
      measure: `one arrival or departure of ${people} repaired, against npm's from scratch`,
      found: `${repaired.toFixed(0)}× faster (${ms(p50.repair)}, p95 ${ms(quantile(times.repair, 0.95))})`,
      ...(isLarge && { goal: timesFaster(500, repaired) }),
    },
  ];
}

/** Measures the pairing of a room, ordinary and large. */
export function benchPairing(): BenchRow[] {
  return [...benchRoom(200, 9), ...benchRoom(2000, 5)];
}
