import { rarity, saturation } from '../bm25.ts';
import type { BenchHelp, BenchNeed, BenchRoom } from './dataset.ts';

/** What is known of people strictly before an instant: helps given, and tags helped with. */
export interface Past {
  given: ReadonlyMap<string, number>;
  tags: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export type BaselineName = 'random' | 'popularity' | 'jaccard' | 'tag-bm25';
export const BASELINES: readonly BaselineName[] = ['random', 'popularity', 'jaccard', 'tag-bm25'];

/** The past as it stands at growing instants; each call must ask for a later or the same one. `helps` in time order. */
export function createHistorian(
  needs: readonly BenchNeed[],
  helps: readonly BenchHelp[],
): (t: number) => Past {
  const tagsOf = new Map(needs.map(({ id, tags }) => [id, tags]));
  const given = new Map<string, number>();
  const tags = new Map<string, Map<string, number>>();
  let next = 0;
  return (t) => {
    for (let help = helps[next]; help !== undefined && help.t < t; help = helps[++next]) {
      given.set(help.helper, (given.get(help.helper) ?? 0) + 1);
      const bag = tags.get(help.helper) ?? new Map<string, number>();
      tags.set(help.helper, bag);
      for (const tag of tagsOf.get(help.need) ?? []) bag.set(tag, (bag.get(tag) ?? 0) + 1);
    }
    return { given, tags };
  };
}

/**
 * A repeatable number in [0, 1) from a text (FNV-1a); breaks ties as the benchmark's scorer breaks them, which is
 * why it is not the engine's own.
 */
function noise(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

function jaccard(bag: ReadonlyMap<string, number> | undefined, tags: readonly string[]): number {
  if (bag === undefined || tags.length === 0) return 0;
  const shared = tags.filter((tag) => bag.has(tag)).length;
  return shared / (bag.size + tags.length - shared);
}

function tagBm25({ tags: bags }: Past, tags: readonly string[]): (person: string) => number {
  let total = 0;
  const frequency = new Map<string, number>();
  for (const bag of bags.values()) {
    for (const [tag, n] of bag) {
      total += n;
      frequency.set(tag, (frequency.get(tag) ?? 0) + 1);
    }
  }
  const people = bags.size || 1;
  const mean = total / people || 1;
  return (person) => {
    const bag = bags.get(person);
    if (bag === undefined) return 0;
    let length = 0;
    for (const n of bag.values()) length += n;
    const weight = (tag: string) =>
      rarity(people, frequency.get(tag) ?? 0) * saturation(bag.get(tag) ?? 0, length, mean);
    return tags.reduce((sum, tag) => sum + weight(tag), 0);
  };
}

/** The room as a simple method would rank it. */
export function rankSimply(
  name: BaselineName,
  room: BenchRoom,
  tags: readonly string[],
  past: Past,
): string[] {
  const bm25 = name === 'tag-bm25' ? tagBm25(past, tags) : undefined;
  const score = (person: string): number => {
    if (name === 'random') return noise(`random|${room.need}|${person}`);
    if (name === 'popularity') return past.given.get(person) ?? 0;
    if (name === 'jaccard') return jaccard(past.tags.get(person), tags);
    return bm25?.(person) ?? 0;
  };
  const key = new Map(
    room.room.map((person) => [person, score(person) + 1e-9 * noise(`${room.need}|${person}`)]),
  );
  return [...room.room].sort((a, b) => (key.get(b) ?? 0) - (key.get(a) ?? 0));
}
