import Graph from 'graphology';
import { createIndexOfRoom, type IndexOfRoom, type Terms } from '../room/index-of-room.ts';
import type { Close } from '../room/lists-of-room.ts';
import { SPACE, skillsOf } from './house.ts';

/** Skills of the vocabulary that people are made from. */
const SKILLS = 14_000;
/** How many of the best are shown. */
export const SHOWN = 10;

/** Somebody's skills: offered, and needed with how much. */
export interface Skilled {
  id: string;
  has: readonly string[];
  seeks: readonly (readonly [skill: string, weight: number])[];
}

/** Somebody by number; other skills at every visit. */
export function someone(i: number, visit = 0): Skilled {
  const seeks = new Set(skillsOf(`${i}|${visit}|seeks`, 4, SKILLS));
  return {
    id: `p${i}`,
    has: [...new Set(skillsOf(`${i}|${visit}|has`, 8, SKILLS))],
    seeks: [...seeks].map((skill, place) => [skill, 1 / (1 + place)] as const),
  };
}

/** So many people. */
export const crowd = (count: number) => Array.from({ length: count }, (_, i) => someone(i));
const mostFirst = (a: Close, b: Close) => b.weight - a.weight || (a.id < b.id ? -1 : 1);
/** The best few of some scores; zeros are left out. */
export const top = (scores: Iterable<[id: string, weight: number]>) =>
  Array.from(scores, ([id, weight]) => ({ id, weight }))
    .filter(({ weight }) => weight > 0)
    .sort(mostFirst)
    .slice(0, SHOWN);

/** What one would write first: every pair, over plain sets. */
export function overSets(people: readonly Skilled[]) {
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
export function graphOf(people: readonly Skilled[]) {
  const graph = new Graph<object, { seeks: number }>({ type: 'directed' });
  for (const { id, has, seeks } of people) {
    graph.addNode(id);
    for (const skill of has) graph.mergeEdge(id, `#${skill}`, { seeks: 0 });
    for (const [skill, weight] of seeks) graph.mergeEdge(`#${skill}`, id, { seeks: weight });
  }
  return graph;
}

/** The skills of somebody by number, as the engine has them at hand once a profile was read. */
export function termsOf({ has, seeks }: Skilled): Terms {
  const numberOf = (skill: string) => Number(skill.slice(1));
  return {
    has: has.map(numberOf),
    offers: [],
    seeks: seeks.map(([skill, weight]) => ({ number: numberOf(skill), weight, isOffered: false })),
  };
}

/** An index of a room with these people in it. */
export function filledIndex(people: readonly Skilled[]): IndexOfRoom {
  const index = createIndexOfRoom();
  for (const person of people) index.place(person.id, SPACE, termsOf(person));
  return index;
}
