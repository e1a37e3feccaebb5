import { rarity, saturation } from '../state/bm25.ts';
import type { BenchHelp, BenchNeed, BenchRoom } from './dataset.ts';
import { createPioneer, type Pioneer } from './pioneer.ts';

/** What is known of people strictly before an instant: helps given, tags helped with, and the pioneer's graph of them. */
export interface Past {
  given: ReadonlyMap<string, number>;
  tags: ReadonlyMap<string, ReadonlyMap<string, number>>;
  pioneer: Pioneer;
}

export const BASELINES = ['random', 'popularity', 'jaccard', 'tag-bm25', 'pioneer'] as const;
export type BaselineName = (typeof BASELINES)[number];

/** The past as it stands at growing instants; each call must ask for a later or the same one. `helps` in time order. */
export function createHistorian(
  needs: readonly BenchNeed[],
  helps: readonly BenchHelp[],
): (t: number) => Past {
  const tagsOf = new Map(needs.map(({ id, tags }) => [id, tags]));
  const given = new Map<string, number>();
  const tags = new Map<string, Map<string, number>>();
  const pioneer = createPioneer();
  let next = 0;
  return (t) => {
    for (let help = helps[next]; help !== undefined && help.t < t; help = helps[++next]) {
      given.set(help.helper, (given.get(help.helper) ?? 0) + 1);
      const bag = tags.get(help.helper) ?? new Map<string, number>();
      tags.set(help.helper, bag);
      const about = tagsOf.get(help.need) ?? [];
      for (const tag of about) bag.set(tag, (bag.get(tag) ?? 0) + 1);
      pioneer.strengthen(help.helper, about, help.t);
    }
    return { given, tags, pioneer };
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

/** How high people stand for a question by a simple method. */
function scorer(
  name: BaselineName,
  { id, t, tags, title }: BenchNeed,
  past: Past,
): (person: string) => number {
  switch (name) {
    case 'random':
      return (person) => noise(`random|${id}|${person}`);
    case 'popularity':
      return (person) => past.given.get(person) ?? 0;
    case 'jaccard':
      return (person) => jaccard(past.tags.get(person), tags);
    case 'tag-bm25':
      return tagBm25(past, tags);
    case 'pioneer':
      return past.pioneer.find({ tags, text: title }, t);
  }
}

/** The room as a simple method would rank it. */
export function rankSimply(
  name: BaselineName,
  { need, room }: { need: BenchNeed; room: BenchRoom['room'] },
  past: Past,
): string[] {
  const score = scorer(name, need, past);
  const key = new Map(room.map((person) => [person, score(person) + 1e-9 * noise(`${need.id}|${person}`)]));
  return [...room].sort((a, b) => (key.get(b) ?? 0) - (key.get(a) ?? 0));
}
