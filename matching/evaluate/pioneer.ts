import { DEFAULT_SETTINGS } from '../index.ts';
import { DAY, type Strength, strengthAt, strengthened } from '../state/evidence.ts';
import { wordsOf } from '../vocabulary/words.ts';

/** The pioneer says that edges decay, not how fast; the engine's own half-life is assumed. */
const HALF_LIFE = DEFAULT_SETTINGS.halfLifeDays;

/** The pioneer's tag graph: what strengthens an edge, and whom the words of a focus find. */
export interface Pioneer {
  /** Somebody answered a question about some tags on a day. Asking with them counts too, they say; here it does harm. */
  strengthen(person: string, tags: readonly string[], day: number): void;
  /** How high people stand for a focus: its confirmed tags, and the tags its words name. */
  find(focus: { tags: readonly string[]; text: string }, day: number): (person: string) => number;
}

type Edges = Map<string, Map<string, Strength>>;

function bump(edges: Edges, from: string, to: string, day: number): void {
  const beside = edges.get(from) ?? new Map<string, Strength>();
  edges.set(from, beside);
  beside.set(to, strengthened(beside.get(to), 1, day * DAY, HALF_LIFE));
}

/** The tags that words name: single words, and two in a row as "quantum-gate". */
function tagsNamed(text: string, known: Edges): Set<string> {
  const words = wordsOf(text).map(({ word }) => word);
  const pairs = words.map((word, i) => `${word}-${words[i + 1]}`);
  return new Set([...words, ...pairs].filter((tag) => known.has(tag)));
}

/**
 * The pioneer's rule as far as it is public: a score between all pairs of tags over the whole corpus, renewed every
 * night, people strung to tags by edges that decay, and the words of a focus looked up among the tags. The formula was
 * never published; the cosine of decayed co-occurrence stands for it. Nothing separates offers from needs.
 */
export function createPioneer(): Pioneer {
  const tagsOf: Edges = new Map();
  const together: Edges = new Map();
  let scores = new Map<string, Map<string, number>>();
  let night = Number.NEGATIVE_INFINITY;

  function renewScores(day: number): void {
    const now = (tag: string, other: string) =>
      strengthAt(together.get(tag)?.get(other), day * DAY, HALF_LIFE);
    scores = new Map();
    for (const [tag, beside] of together) {
      const row = new Map<string, number>();
      for (const other of beside.keys())
        row.set(other, now(tag, other) / Math.sqrt(now(tag, tag) * now(other, other)));
      scores.set(tag, row);
    }
    night = Math.floor(day);
  }

  return {
    strengthen(person, tags, day) {
      for (const tag of tags) {
        bump(tagsOf, person, tag, day);
        for (const other of tags) bump(together, tag, other, day);
      }
    },
    find({ tags, text }, day) {
      if (Math.floor(day) > night) renewScores(Math.floor(day));
      const worth = new Map<string, number>();
      for (const tag of new Set([...tags, ...tagsNamed(text, together)])) {
        for (const [other, score] of scores.get(tag) ?? []) worth.set(other, (worth.get(other) ?? 0) + score);
      }
      return (person) => {
        let sum = 0;
        for (const [tag, strength] of tagsOf.get(person) ?? [])
          sum += (worth.get(tag) ?? 0) * strengthAt(strength, day * DAY, HALF_LIFE);
        return sum;
      };
    },
  };
}
