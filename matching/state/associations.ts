import type { SkillId } from '../types.ts';
import { type Lexicon, NONE } from '../vocabulary/lexicon.ts';
import { createTally } from './tally.ts';

const KEPT = 64;

/** Which skills go together, counted from needs and offers. Skills are told by number, to be read fast. */
export interface Associations {
  /** Counts one set of skills named together, in place of another; what stands in both is not touched. */
  replace(before: readonly SkillId[], after: readonly SkillId[]): void;
  /** The skills that go together with one, in no order that means anything. */
  beside(number: number): readonly number[];
  /** How strongly two skills go together, in [0, 1). */
  strength(a: number, b: number): number;
  /** The same of a skill and the one that stands at a place beside it. */
  strengthThere(number: number, place: number): number;
  snapshot(): unknown;
}

/** The skills beside a skill, and how often the two were named together. */
interface Near {
  skills: number[];
  counts: number[];
}

const NOBODY: Near = { skills: [], counts: [] };

function drop(near: Near, place: number): void {
  const [skill, count] = [near.skills.pop(), near.counts.pop()];
  if (place === near.skills.length || skill === undefined || count === undefined) return;
  near.skills[place] = skill;
  near.counts[place] = count;
}

/**
 * Co-occurrence counts with at most 64 neighbours a skill: when a new neighbour comes, the weakest leaves, so
 * neither memory nor the cost of a look-up grows with the network. Strength is the cosine of the two skills'
 * contexts, `n_ab / √(n_a·n_b)`, shrunk by `n_ab / (n_ab + 1)` because once together proves little.
 */
export function createAssociations(lexicon: Lexicon): Associations {
  // Every set keeps each skill that it names once.
  const naming = createTally();
  // By number, since they are read far oftener than they are told.
  const nears: (Near | undefined)[] = [];

  /** The place of the weakest neighbour, before the newest; of equals, the first in the order of ids. */
  function weakest({ skills, counts }: Near): number {
    let least = 0;
    for (let i = 1; i < skills.length - 1; i++) {
      const [count = 0, fewest = 0] = [counts[i], counts[least]];
      if (count > fewest) continue;
      if (count < fewest || lexicon.term(skills[i] ?? 0) < lexicon.term(skills[least] ?? 0)) least = i;
    }
    return least;
  }

  function connect(a: number, b: number, times: 1 | -1): void {
    const near = nears[a] ?? { skills: [], counts: [] };
    nears[a] = near;
    const place = near.skills.indexOf(b);
    if (place >= 0) {
      const now = (near.counts[place] ?? 0) + times;
      if (now > 0) near.counts[place] = now;
      else drop(near, place);
    } else if (times > 0) {
      near.skills.push(b);
      near.counts.push(1);
      if (near.skills.length > KEPT) drop(near, weakest(near));
    }
  }

  /** Counts each pair of the skills that came or went, and each of them with those that stay. */
  function connectAll(moving: readonly SkillId[], staying: readonly SkillId[], times: 1 | -1): void {
    const [moved, stayed] = [moving.map(lexicon.ofSkill), staying.map(lexicon.ofSkill)];
    for (const [i, a] of moved.entries()) {
      for (const b of [...stayed, ...moved.slice(i + 1)]) {
        connect(a, b, times);
        connect(b, a, times);
      }
    }
  }

  function strengthThere(number: number, place: number): number {
    const near = nears[number] ?? NOBODY;
    const n = near.counts[place] ?? 0;
    const sets = naming.of(number) * naming.of(near.skills[place] ?? NONE);
    return (n / Math.sqrt(sets)) * (n / (n + 1));
  }

  function come(skill: SkillId): void {
    naming.add(lexicon.keepSkill(skill));
  }

  function go(skill: SkillId): void {
    const number = lexicon.ofSkill(skill);
    naming.take(number);
    // What nobody names any more has nobody beside it either: a count is at most that of the sets that stand.
    if (naming.of(number) === 0) nears[number] = undefined;
    lexicon.letGo(number);
  }

  return {
    replace(before, after) {
      const [old, now] = [new Set(before), new Set(after)];
      const gone = [...old].filter((skill) => !now.has(skill));
      const news = [...now].filter((skill) => !old.has(skill));
      const staying = [...old].filter((skill) => now.has(skill));
      connectAll(gone, staying, -1);
      for (const skill of gone) go(skill);
      for (const skill of news) come(skill);
      connectAll(news, staying, 1);
    },
    beside: (number) => (nears[number] ?? NOBODY).skills,
    strength(a, b) {
      const place = (nears[a] ?? NOBODY).skills.indexOf(b);
      return place < 0 ? 0 : strengthThere(a, place);
    },
    strengthThere,
    snapshot: () =>
      [...naming.entries(lexicon)]
        .map(([skill, seen]) => {
          const { skills, counts } = nears[lexicon.ofSkill(skill)] ?? NOBODY;
          const near = skills.map((other, i) => [lexicon.term(other), counts[i]] as const);
          return [skill, seen, near.sort(([x], [y]) => (x < y ? -1 : 1))] as const;
        })
        .sort(([x], [y]) => (x < y ? -1 : 1)),
  };
}
